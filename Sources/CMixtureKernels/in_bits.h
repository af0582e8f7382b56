// Components in bits instead of nats: exponentials and logarithms are to base two and cost less.
#ifndef IN_BITS_H
#define IN_BITS_H

#include <math.h>

#include "CMixtureKernels.h"

/// A component with logScale in bits, and other units of its whitened coordinates.
static inline struct KernelGaussian inBits(const struct KernelGaussian *c, double scale) {
  return (struct KernelGaussian){
      c->logScale * M_LOG2E, c->meanX, c->meanY, c->xx * scale, c->yx * scale, c->yy * scale};
}

/// The unit in which log₂ of a Gaussian's density is logScale − u² − v².
static inline double scaleOfBits(void) { return sqrt(0.5 * M_LOG2E); }

#endif
