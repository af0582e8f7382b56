#include <math.h>

#include "block_sums.h"
#include "kernels.h"

/// Below so many points × components a second thread costs more than it saves.
#define PARALLEL_THRESHOLD 50000

struct GaussianPass {
  GaussianBlock *block;
  const double *x, *y;
  const struct KernelGaussian *components;
  int componentCount;
  uint8_t *labels;
};

static void addBlock(const void *context, size_t start, int count, double *row) {
  const struct GaussianPass *pass = context;
  pass->block(
      pass->x + start, pass->y + start, count, pass->components, pass->componentCount,
      pass->labels ? pass->labels + start : NULL, row);
}

bool kernelGaussianPass(
    const double *x, const double *y, size_t count, const struct KernelGaussian *components,
    int componentCount, struct KernelOptions options, uint8_t *labels,
    struct KernelMoments *moments, double *logLikelihood, double *entropy) {
  // In bits instead of nats, exponentials and logarithms are to base two and cost less.
  const double scale = sqrt(0.5 * M_LOG2E), square = scale * scale;
  struct KernelGaussian inBits[KERNEL_MAXIMUM_COMPONENTS];
  for (int k = 0; k < componentCount; k++) {
    const struct KernelGaussian c = components[k];
    inBits[k] = (struct KernelGaussian){
        c.logScale * M_LOG2E, c.meanX, c.meanY, c.xx * scale, c.yx * scale, c.yy * scale};
  }

  struct GaussianPass pass = {
      kernelsFor(options.instructionSet)->gaussianBlock, x, y, inBits, componentCount, labels};
  struct BlockSums sums = {count, GAUSSIAN_ROW(componentCount), addBlock, &pass};
  double total[GAUSSIAN_ROW(KERNEL_MAXIMUM_COMPONENTS)];
  bool alone = count * (size_t)componentCount < PARALLEL_THRESHOLD;
  if (!sumBlocks(&sums, alone ? 1 : options.threads, total)) return false;

  bool usable = total[2] == 0 && isfinite(total[0]);
  *logLikelihood = total[0] * M_LN2;
  *entropy = total[1] * M_LN2;
  for (int k = 0; k < componentCount; k++) {
    const double *row = total + GAUSSIAN_ROW(k);
    moments[k] = (struct KernelMoments){row[0], row[1] / scale, row[2] / scale,
                                        row[3] / square, row[4] / square, row[5] / square};
    for (int i = 0; i < 6; i++) usable = usable && isfinite(row[i]);
  }
  return usable;
}
