// What both ways through a block of the k-means pass share.
#ifndef MEANS_H
#define MEANS_H

#include "kernels.h"
#include "lanes.h"

// No fused multiply-add here: squared distances must be the very numbers that the plain rule
// compares, or ties would fall differently.
#pragma clang fp contract(off)

/// Points go so many at a time, whatever the width of a vector.
#define MEANS_STRIDE 8

/// Points on their way through a block: a multiple of MEANS_STRIDE.
struct MeansPoints {
  const double *x, *y;
  int size;
  uint8_t *labels;
};

/// The clusters' centres; offsets are from the first, which stands for the place of the data as a
/// whole.
struct MeansCentres {
  Lanes x[KERNEL_MAXIMUM_COMPONENTS], y[KERNEL_MAXIMUM_COMPONENTS];
  int count;
};

INLINE Lanes squaredDistance(Lanes x, Lanes y, const struct MeansCentres *centres, int k) {
  Lanes dx = x - centres->x[k], dy = y - centres->y[k];
  return dx * dx + dy * dy;
}

#endif
