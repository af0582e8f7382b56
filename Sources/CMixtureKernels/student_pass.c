#include <math.h>

#include "block_sums.h"
#include "in_bits.h"
#include "kernels.h"

/// Below so many points × components a second thread costs more than it saves.
#define PARALLEL_THRESHOLD 20000

struct Blocks {
  StudentBlock *block;
  const double *x, *y, *weights;
  struct StudentPass pass;
  uint8_t *labels;
};

static void addBlock(const void *context, size_t start, int count, double *row) {
  const struct Blocks *blocks = context;
  blocks->block(
      blocks->x + start, blocks->y + start, blocks->weights ? blocks->weights + start : NULL, count,
      &blocks->pass, blocks->labels ? blocks->labels + start : NULL, row);
}

/// The sums in units of the deviation, and with p = (ν + d) / ν · w.
static struct KernelPrecisions precisions(const double *row, struct KernelTails tails) {
  double unit = sqrt(tails.degreesOfFreedom);
  double greatest = (tails.degreesOfFreedom + tails.dimension) / tails.degreesOfFreedom;
  double first = greatest * unit, second = first * unit;
  double bend1 = greatest * first, bend2 = bend1 * unit, bend3 = bend2 * unit, bend4 = bend3 * unit;
  return (struct KernelPrecisions){
      row[0], greatest * row[1], first * row[2], first * row[3], second * row[4],
      second * row[5], second * row[6],
      {bend1 * row[7], bend1 * row[8], bend2 * row[9], bend2 * row[10], bend2 * row[11],
       bend3 * row[12], bend3 * row[13], bend3 * row[14], bend3 * row[15], bend4 * row[16],
       bend4 * row[17], bend4 * row[18], bend4 * row[19], bend4 * row[20]}};
}

/// Goes through the points.
///
/// - Parameter total: Gets the row of all points.
static bool goThrough(
    struct Blocks *blocks, size_t count, struct KernelTails tails, struct KernelOptions options,
    struct KernelPrecisions *sums, double *total) {
  struct StudentPass *pass = &blocks->pass;
  const double scale = 1 / sqrt(tails.degreesOfFreedom);
  struct KernelGaussian components[KERNEL_MAXIMUM_COMPONENTS], moved[KERNEL_MAXIMUM_COMPONENTS];
  for (int k = 0; k < pass->componentCount; k++)
    components[k] = inBits(&pass->components[k], scale);
  for (int j = 0; pass->moved && j < pass->sumCount; j++)
    moved[j] = inBits(&pass->moved[j], scale);
  pass->components = components;
  if (pass->moved) pass->moved = moved;
  pass->exponent = (tails.degreesOfFreedom + tails.dimension) / 2;
  blocks->block = kernelsFor(options.instructionSet)->studentBlock;

  struct BlockSums blockSums = {count, STUDENT_ROW(pass->sumCount), addBlock, blocks};
  bool alone = count * (size_t)pass->componentCount < PARALLEL_THRESHOLD;
  if (!sumBlocks(&blockSums, alone ? 1 : options.threads, total)) return false;
  bool usable = total[2] == 0;
  for (size_t i = 0; i < blockSums.width; i++) usable = usable && isfinite(total[i]);
  for (int j = 0; j < pass->sumCount; j++) sums[j] = precisions(total + STUDENT_ROW(j), tails);
  return usable;
}

bool kernelStudentPass(
    const double *x, const double *y, const double *weights, size_t count,
    const struct KernelGaussian *components, int componentCount,
    struct KernelTails tails, struct KernelOptions options, uint8_t *labels,
    struct KernelPrecisions *sums, double *logLikelihood, double *entropy) {
  struct Blocks blocks = {
      NULL, x, y, weights, {components, componentCount, 0, NULL, NULL, componentCount}, labels};
  double total[STUDENT_ROW(KERNEL_MAXIMUM_COMPONENTS)];
  bool usable = goThrough(&blocks, count, tails, options, sums, total);
  if (!usable) return false;
  *logLikelihood = total[0] * M_LN2;
  *entropy = total[1] * M_LN2;
  return true;
}

bool kernelStudentMovedPass(
    const double *x, const double *y, const double *weights, size_t count,
    const struct KernelGaussian *components, int componentCount,
    struct KernelTails tails, struct KernelOptions options,
    const struct KernelGaussian *moved, const int *numbers, int movedCount,
    struct KernelPrecisions *sums) {
  struct Blocks blocks = {
      NULL, x, y, weights, {components, componentCount, 0, moved, numbers, movedCount}, NULL};
  double total[STUDENT_ROW(KERNEL_MAXIMUM_COMPONENTS)];
  return goThrough(&blocks, count, tails, options, sums, total);
}
