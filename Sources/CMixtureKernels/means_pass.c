#include <math.h>

#include "block_sums.h"
#include "cells.h"
#include "kernels.h"

/// Below so many points × clusters a second thread costs more than it saves.
#define PARALLEL_THRESHOLD 200000

struct MeansPass {
  const struct Kernels *kernels;
  const double *x, *y;
  const struct KernelCells *cells;
  const struct KernelCluster *clusters;
  int clusterCount;
  uint8_t *labels;
};

static void addPoints(const void *context, size_t start, int count, double *row) {
  const struct MeansPass *pass = context;
  pass->kernels->meansBlock(
      pass->x + start, pass->y + start, count, pass->clusters, pass->clusterCount,
      pass->labels ? pass->labels + start : NULL, row);
}

static void addCells(const void *context, size_t start, int count, double *row) {
  const struct MeansPass *pass = context;
  pass->kernels->meansCells(
      cellsOfBlock(pass->cells, start, count), pass->clusters, pass->clusterCount,
      pass->labels + start, row);
}

/// A pass over so many points, whose blocks are added by a function.
static bool run(
    const struct MeansPass *pass, size_t count, int threads,
    void (*addBlock)(const void *, size_t, int, double *), struct KernelCluster *clusters,
    double *distortion) {
  struct BlockSums sums = {count, MEANS_ROW(pass->clusterCount), addBlock, pass};
  double total[MEANS_ROW(KERNEL_MAXIMUM_COMPONENTS)];
  bool alone = count * (size_t)pass->clusterCount < PARALLEL_THRESHOLD;
  if (!sumBlocks(&sums, alone ? 1 : threads, total)) return false;

  *distortion = total[0];
  bool usable = isfinite(total[0]);
  for (int k = 0; k < pass->clusterCount; k++) {
    const double *row = total + MEANS_ROW(k);
    clusters[k].count = row[0];
    clusters[k].sumX = row[1];
    clusters[k].sumY = row[2];
    for (int i = 0; i < 3; i++) usable = usable && isfinite(row[i]);
  }
  return usable;
}

bool kernelMeansPass(
    const double *x, const double *y, size_t count, struct KernelCluster *clusters,
    int clusterCount, struct KernelOptions options, uint8_t *labels, double *distortion) {
  const struct MeansPass pass = {
      .kernels = kernelsFor(options.instructionSet), .x = x, .y = y, .clusters = clusters,
      .clusterCount = clusterCount, .labels = labels};
  return run(&pass, count, options.threads, addPoints, clusters, distortion);
}

bool kernelMeansPassOverCells(
    const struct KernelCells *cells, struct KernelCluster *clusters, int clusterCount,
    struct KernelOptions options, uint8_t *labels, double *distortion) {
  const struct MeansPass pass = {
      .kernels = kernelsFor(options.instructionSet), .cells = cells, .clusters = clusters,
      .clusterCount = clusterCount, .labels = labels};
  return run(&pass, cells->count, options.threads, addCells, clusters, distortion);
}
