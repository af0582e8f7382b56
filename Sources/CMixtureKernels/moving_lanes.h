// L for as many places of one mean as there are lanes, all other parameters held.
//
// A file that includes this one has defined, beside what lanes.h asks for, MOVING_LANES, the name of
// the function.
#ifndef MOVING_LANES_H
#define MOVING_LANES_H

#include <math.h>

#include "kernels.h"

#include "exp2.h"

/// The points whose factors are multiplied before their logarithm is taken: each is at most two, and
/// 2^512 is a double.
#define STRETCH 512

TARGET void MOVING_LANES(
    const double *x, const double *y, const double *others, size_t count,
    const struct KernelGaussian *moving, const double *meansX, const double *meansY,
    double *values) {
  const struct KernelGaussian c = *moving;
  Lanes meanX = load(meansX), meanY = load(meansY), total = 0;
  for (size_t start = 0; start < count; start += STRETCH) {
    size_t end = count - start < STRETCH ? count : start + STRETCH;
    Lanes greatest = 0, product = 1;
    for (size_t n = start; n < end; n++) {
      Lanes dx = x[n] - meanX, dy = y[n] - meanY;
      Lanes u = dx * c.xx, v = multiplyAdd(dx, (Lanes)c.yx, dy * c.yy);
      Lanes own = multiplyAdd(-v, v, multiplyAdd(-u, u, (Lanes)c.logScale));
      Lanes rest = others[n];
      // log (a + b) = log a + log (1 + b / a) for the greater a.
      LaneBits isGreater = own > rest;
      Lanes ratio = atLeastSmallest(isGreater ? rest - own : own - rest);
      greatest += isGreater ? own : rest;
      product *= 1.0 + exp2NonPositive(ratio);
    }
    for (int lane = 0; lane < LANES; lane++) total[lane] += greatest[lane] + log2(product[lane]);
  }
  store(values, total);
}

#endif
