// Components side by side, as the tests of a box take them.
#ifndef COMPONENT_ARRAYS_H
#define COMPONENT_ARRAYS_H

#include <math.h>

#include "kernels.h"

/// An array for each number of some components, filled up to whole vectors with ones of no density.
struct ComponentArrays {
  int count;
  uint8_t numbers[KERNEL_MAXIMUM_COMPONENTS];
  double logScale[KERNEL_MAXIMUM_COMPONENTS];
  double meanX[KERNEL_MAXIMUM_COMPONENTS], meanY[KERNEL_MAXIMUM_COMPONENTS];
  double xx[KERNEL_MAXIMUM_COMPONENTS], yx[KERNEL_MAXIMUM_COMPONENTS], yy[KERNEL_MAXIMUM_COMPONENTS];
  /// How many bits below the greatest density a share has to be in all of a box to be left out.
  double negligible[KERNEL_MAXIMUM_COMPONENTS];
};

static inline void setComponent(
    struct ComponentArrays *all, int i, int number, struct KernelGaussian c, double negligible) {
  all->numbers[i] = (uint8_t)number;
  all->logScale[i] = c.logScale;
  all->meanX[i] = c.meanX;
  all->meanY[i] = c.meanY;
  all->xx[i] = c.xx;
  all->yx[i] = c.yx;
  all->yy[i] = c.yy;
  all->negligible[i] = negligible;
}

static inline void fillUpComponents(struct ComponentArrays *all) {
  for (int i = all->count; i % MOST_LANES != 0; i++)
    setComponent(all, i, 0, (struct KernelGaussian){.logScale = -INFINITY}, 0);
}

static inline struct KernelGaussian componentAt(const struct ComponentArrays *all, int i) {
  return (struct KernelGaussian){all->logScale[i], all->meanX[i], all->meanY[i],
                                 all->xx[i],       all->yx[i],    all->yy[i]};
}

/// Some components out of all of them, in the order of their numbers.
static inline void gatherComponents(
    struct ComponentArrays *some, const struct ComponentArrays *all, const uint8_t *numbers,
    int count) {
  some->count = count;
  for (int i = 0; i < count; i++) {
    const int k = numbers[i];
    setComponent(some, i, k, componentAt(all, k), all->negligible[k]);
  }
  fillUpComponents(some);
}

#endif
