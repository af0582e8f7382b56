#include <math.h>
#include <string.h>

#include "in_bits.h"
#include "kernels.h"

void kernelMovingGaussian(
    const double *x, const double *y, const double *others, size_t count,
    struct KernelGaussian moving, const double *meansX, const double *meansY, size_t places,
    struct KernelOptions options, double *logLikelihoods) {
  const struct KernelGaussian component = inBits(&moving, scaleOfBits());
  const struct Kernels *kernels = kernelsFor(options.instructionSet);
  size_t lanes = (size_t)kernels->lanes;
  for (size_t start = 0; start < places; start += lanes) {
    size_t rest = places - start < lanes ? places - start : lanes;
    double placesX[MOST_LANES], placesY[MOST_LANES], values[MOST_LANES];
    for (size_t i = 0; i < lanes; i++) {
      placesX[i] = meansX[start + (i < rest ? i : 0)];
      placesY[i] = meansY[start + (i < rest ? i : 0)];
    }
    kernels->movingLanes(x, y, others, count, &component, placesX, placesY, values);
    for (size_t i = 0; i < rest; i++) logLikelihoods[start + i] = values[i] * M_LN2;
  }
}
