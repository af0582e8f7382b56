#include <math.h>
#include <stdlib.h>

#include "block_pool.h"
#include "block_rows.h"
#include "kernels.h"

/// Below so many points × clusters a second thread costs more than it saves.
#define PARALLEL_THRESHOLD 200000

struct MeansPass {
  const double *x, *y;
  size_t count;
  const struct KernelCluster *clusters;
  int clusterCount;
  uint8_t *labels;
  MeansBlock *block;
  double *rows;
};

static void addBlock(void *context, size_t block) {
  const struct MeansPass *pass = context;
  size_t start = block * BLOCK_SIZE;
  pass->block(
      pass->x + start, pass->y + start, pointsInBlock(block, pass->count), pass->clusters,
      pass->clusterCount, pass->labels ? pass->labels + start : NULL,
      pass->rows + block * MEANS_ROW(pass->clusterCount));
}

bool kernelMeansPass(
    const double *x, const double *y, size_t count, struct KernelCluster *clusters,
    int clusterCount, struct KernelOptions options, uint8_t *labels, double *distortion) {
  size_t blocks = blockCount(count), width = MEANS_ROW(clusterCount);
  double fewRows[1024];
  double *rows = blocks * width <= 1024 ? fewRows : malloc(blocks * width * sizeof(double));
  if (!rows) return false;
  struct MeansPass pass = {
      x, y, count, clusters, clusterCount, labels,
      kernelsFor(options.instructionSet)->meansBlock, rows};
  bool alone = count * (size_t)clusterCount < PARALLEL_THRESHOLD;
  runBlocks(blocks, alone ? 1 : options.threads, addBlock, &pass);
  addRowsPairwise(rows, blocks, width);

  *distortion = rows[0];
  bool usable = isfinite(rows[0]);
  for (int k = 0; k < clusterCount; k++) {
    const double *row = rows + MEANS_ROW(k);
    clusters[k].count = row[0];
    clusters[k].sumX = row[1];
    clusters[k].sumY = row[2];
    for (int i = 0; i < 3; i++) usable = usable && isfinite(row[i]);
  }
  if (rows != fewRows) free(rows);
  return usable;
}
