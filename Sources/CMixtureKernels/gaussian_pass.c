#include <math.h>

#include "block_sums.h"
#include "cells.h"
#include "component_arrays.h"
#include "in_bits.h"
#include "kernels.h"

/// Below so many points × components a second thread costs more than it saves.
#define PARALLEL_THRESHOLD 50000

/// A share is negligible if it is so many bits below the greatest density, for a component of the
/// common weight 1 / K; for one of less weight as many bits later.
#define NEGLIGIBLE_BITS 54
/// For a component without extent, of which the weight is not known.
#define NEGLIGIBLE_BITS_OF_NOISE 72
/// What a component's sums may lose, as a share of them.
#define TOLERATED_LOSS 0x1p-50

/// A pass over points, or over their cells.
struct GaussianPass {
  const struct Kernels *kernels;
  const double *x, *y, *weights;
  const struct KernelCells *cells;
  /// In bits: one by one for points, side by side for cells.
  const struct KernelGaussian *components;
  const struct ComponentArrays *arrays;
  int componentCount;
  uint8_t *labels;
};

static void addPoints(const void *context, size_t start, int count, double *row) {
  const struct GaussianPass *pass = context;
  pass->kernels->gaussianBlock(
      pass->x + start, pass->y + start, pass->weights ? pass->weights + start : NULL, count,
      pass->components, pass->componentCount, pass->labels ? pass->labels + start : NULL, row);
}

static void addCells(const void *context, size_t start, int count, double *row) {
  const struct GaussianPass *pass = context;
  pass->kernels->gaussianCells(
      cellsOfBlock(pass->cells, start, count), pass->arrays, pass->labels + start, row);
}

/// What a pass found, in nats and in the coordinates in which the components came.
struct Results {
  struct KernelMoments *moments;
  double *logLikelihood, *entropy;
};

/// - Parameter total: The sum of all rows.
/// - Returns: Whether all of it are numbers, and of points that some component reaches.
static bool read(const double *total, int componentCount, struct Results results) {
  const double scale = scaleOfBits(), square = scale * scale;
  bool usable = total[2] == 0 && isfinite(total[0]);
  *results.logLikelihood = total[0] * M_LN2;
  *results.entropy = total[1] * M_LN2;
  for (int k = 0; k < componentCount; k++) {
    const double *row = total + GAUSSIAN_ROW(k);
    results.moments[k] = (struct KernelMoments){row[0], row[1] / scale, row[2] / scale,
                                                row[3] / square, row[4] / square, row[5] / square};
    for (int i = 0; i < 6; i++) usable = usable && isfinite(row[i]);
  }
  return usable;
}

static int threadsFor(size_t count, int componentCount, struct KernelOptions options) {
  return count * (size_t)componentCount < PARALLEL_THRESHOLD ? 1 : options.threads;
}

bool kernelGaussianPass(
    const double *x, const double *y, const double *weights, size_t count,
    const struct KernelGaussian *components, int componentCount,
    struct KernelOptions options, uint8_t *labels,
    struct KernelMoments *moments, double *logLikelihood, double *entropy) {
  struct KernelGaussian own[KERNEL_MAXIMUM_COMPONENTS];
  for (int k = 0; k < componentCount; k++) own[k] = inBits(&components[k], scaleOfBits());
  struct GaussianPass pass = {
      .kernels = kernelsFor(options.instructionSet), .x = x, .y = y, .weights = weights,
      .components = own, .componentCount = componentCount, .labels = labels};
  struct BlockSums sums = {count, GAUSSIAN_ROW(componentCount), addPoints, &pass};
  double total[GAUSSIAN_ROW(KERNEL_MAXIMUM_COMPONENTS)];
  return sumBlocks(&sums, threadsFor(count, componentCount, options), total)
         && read(total, componentCount, (struct Results){moments, logLikelihood, entropy});
}

/// How many bits below the greatest density a component's share is negligible.
static double negligible(const struct KernelGaussian *c, int componentCount) {
  if (c->xx == 0) return NEGLIGIBLE_BITS_OF_NOISE;
  double weight = exp(c->logScale + log(2 * M_PI)) / c->xx / c->yy;
  double rarity = -log2(weight * componentCount);
  return NEGLIGIBLE_BITS + (rarity > 0 ? rarity : 0);
}

/// Whether what a component's moments lost is below their rounding.
static bool isComplete(const struct KernelGaussian *component, const double *moments, double lost) {
  double most = lost / TOLERATED_LOSS;
  // Noise has no coordinates, and on a line all v are zero.
  bool hasU = component->xx != 0, hasV = hasU && moments[5] != 0;
  return moments[0] >= most && (!hasU || moments[3] >= most) && (!hasV || moments[5] >= most);
}

bool kernelGaussianPassOverCells(
    const struct KernelCells *cells, const struct KernelGaussian *components,
    int componentCount, struct KernelOptions options, uint8_t *labels,
    struct KernelMoments *moments, double *logLikelihood, double *entropy) {
  struct ComponentArrays arrays = {.count = componentCount};
  for (int k = 0; k < componentCount; k++)
    setComponent(
        &arrays, k, k, inBits(&components[k], scaleOfBits()),
        negligible(&components[k], componentCount));
  fillUpComponents(&arrays);
  struct GaussianPass pass = {
      .kernels = kernelsFor(options.instructionSet), .cells = cells, .arrays = &arrays,
      .componentCount = componentCount, .labels = labels};
  struct BlockSums sums = {cells->count, GAUSSIAN_CELLS_ROW(componentCount), addCells, &pass};
  double total[GAUSSIAN_CELLS_ROW(KERNEL_MAXIMUM_COMPONENTS)];
  if (!sumBlocks(&sums, threadsFor(cells->count, componentCount, options), total)) return false;
  bool usable = read(total, componentCount, (struct Results){moments, logLikelihood, entropy});
  for (int k = 0; k < componentCount; k++)
    usable = usable
             && isComplete(
                 &components[k], total + GAUSSIAN_ROW(k),
                 total[GAUSSIAN_ROW(componentCount) + (size_t)k]);
  return usable;
}
