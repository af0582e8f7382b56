#include <math.h>
#include <stdlib.h>

#include "block_pool.h"
#include "block_rows.h"
#include "kernels.h"

/// Below so many points × components a second thread costs more than it saves.
#define PARALLEL_THRESHOLD 50000

struct GaussianPass {
  const double *x, *y;
  size_t count;
  const struct KernelGaussian *components;
  int componentCount;
  uint8_t *labels;
  GaussianBlock *block;
  double *rows;
};

static void addBlock(void *context, size_t block) {
  const struct GaussianPass *pass = context;
  size_t start = block * BLOCK_SIZE;
  pass->block(
      pass->x + start, pass->y + start, pointsInBlock(block, pass->count), pass->components,
      pass->componentCount, pass->labels ? pass->labels + start : NULL,
      pass->rows + block * GAUSSIAN_ROW(pass->componentCount));
}

bool kernelGaussianPass(
    const double *x, const double *y, size_t count, const struct KernelGaussian *components,
    int componentCount, struct KernelOptions options, uint8_t *labels,
    struct KernelMoments *moments, double *logLikelihood, double *entropy) {
  // In bits instead of nats, exponentials and logarithms are to base two and cost less.
  const double scale = sqrt(0.5 * M_LOG2E);
  struct KernelGaussian inBits[KERNEL_MAXIMUM_COMPONENTS];
  for (int k = 0; k < componentCount; k++) {
    const struct KernelGaussian c = components[k];
    inBits[k] = (struct KernelGaussian){
        c.logScale * M_LOG2E, c.meanX, c.meanY, c.xx * scale, c.yx * scale, c.yy * scale};
  }

  size_t blocks = blockCount(count), width = GAUSSIAN_ROW(componentCount);
  double fewRows[1024];
  double *rows = blocks * width <= 1024 ? fewRows : malloc(blocks * width * sizeof(double));
  if (!rows) return false;
  struct GaussianPass pass = {
      x, y, count, inBits, componentCount, labels,
      kernelsFor(options.instructionSet)->gaussianBlock, rows};
  bool alone = count * (size_t)componentCount < PARALLEL_THRESHOLD;
  runBlocks(blocks, alone ? 1 : options.threads, addBlock, &pass);
  addRowsPairwise(rows, blocks, width);

  bool usable = rows[2] == 0 && isfinite(rows[0]);
  *logLikelihood = rows[0] * M_LN2;
  *entropy = rows[1] * M_LN2;
  for (int k = 0; k < componentCount; k++) {
    const double *row = rows + GAUSSIAN_ROW(k);
    double square = scale * scale;
    moments[k] = (struct KernelMoments){row[0], row[1] / scale, row[2] / scale,
                                        row[3] / square, row[4] / square, row[5] / square};
    for (int i = 0; i < 6; i++) usable = usable && isfinite(row[i]);
  }
  if (rows != fewRows) free(rows);
  return usable;
}
