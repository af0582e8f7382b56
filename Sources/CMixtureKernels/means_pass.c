#include <math.h>

#include "block_sums.h"
#include "kernels.h"

/// Below so many points × clusters a second thread costs more than it saves.
#define PARALLEL_THRESHOLD 200000

struct MeansPass {
  MeansBlock *block;
  const double *x, *y;
  const struct KernelCluster *clusters;
  int clusterCount;
  uint8_t *labels;
};

static void addBlock(const void *context, size_t start, int count, double *row) {
  const struct MeansPass *pass = context;
  pass->block(
      pass->x + start, pass->y + start, count, pass->clusters, pass->clusterCount,
      pass->labels ? pass->labels + start : NULL, row);
}

bool kernelMeansPass(
    const double *x, const double *y, size_t count, struct KernelCluster *clusters,
    int clusterCount, struct KernelOptions options, uint8_t *labels, double *distortion) {
  struct MeansPass pass = {
      kernelsFor(options.instructionSet)->meansBlock, x, y, clusters, clusterCount, labels};
  struct BlockSums sums = {count, MEANS_ROW(clusterCount), addBlock, &pass};
  double total[MEANS_ROW(KERNEL_MAXIMUM_COMPONENTS)];
  bool alone = count * (size_t)clusterCount < PARALLEL_THRESHOLD;
  if (!sumBlocks(&sums, alone ? 1 : options.threads, total)) return false;

  *distortion = total[0];
  bool usable = isfinite(total[0]);
  for (int k = 0; k < clusterCount; k++) {
    const double *row = total + MEANS_ROW(k);
    clusters[k].count = row[0];
    clusters[k].sumX = row[1];
    clusters[k].sumY = row[2];
    for (int i = 0; i < 3; i++) usable = usable && isfinite(row[i]);
  }
  return usable;
}
