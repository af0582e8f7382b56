/// Fused passes over many points for mixtures of Student-t components.
#ifndef STUDENT_PASS_H
#define STUDENT_PASS_H

#include "CMixtureKernels.h"

/// The tails that all components of a mixture have.
struct KernelTails {
  /// ν.
  double degreesOfFreedom;
  /// d, 1 or 2.
  int dimension;
};

/// A component's sums of responsibilities q and expected precisions p = (ν + d) / (ν + u² + v²), in
/// whitened coordinates (u, v) about a place.
struct KernelPrecisions {
  /// Σ q.
  double mass;
  /// Σ q p, and the same times the coordinates and their products.
  double weight, u, v, uu, uv, vv;
  /// Σ q p² times products of the coordinates: how the sums above change as the place does.
  struct { double u, v, uu, uv, vv, uuu, uuv, uvv, vvv, uuuu, uuuv, uuvv, uvvv, vvvv; } squared;
};

/// One E-step of a mixture of Student-t components, folded into sums about each component's place.
///
/// - Parameters:
///   - weights: How often each point counts, positive numbers; NULL, each once.
///   - components: With logScale the logarithm of the density at the mean, weight and all.
///   - labels: Gets the most responsible component of each point, the lowest of equals; may be NULL.
///   - sums: Gets the sums of each component.
///   - logLikelihood: Gets Σ log Σ π t, in nats.
///   - entropy: Gets −Σ Σ q log q, in nats.
/// - Returns: false when the results are not to be used, because a sum overflowed or no density was
///   left.
bool kernelStudentPass(
    const double *x, const double *y, const double *weights, size_t count,
    const struct KernelGaussian *components, int componentCount,
    struct KernelTails tails, struct KernelOptions options, uint8_t *labels,
    struct KernelPrecisions *sums, double *logLikelihood, double *entropy);

/// The sums at other places, under the q that the components have at theirs.
///
/// - Parameters:
///   - components: The mixture whose q it is.
///   - moved: The places; their logScale doesn't matter.
///   - numbers: Which component each of them is a place of, counted from 0 and none twice.
///   - sums: Gets the sums at each place.
/// - Returns: false when the results are not to be used, as above.
bool kernelStudentMovedPass(
    const double *x, const double *y, const double *weights, size_t count,
    const struct KernelGaussian *components, int componentCount,
    struct KernelTails tails, struct KernelOptions options,
    const struct KernelGaussian *moved, const int *numbers, int movedCount,
    struct KernelPrecisions *sums);

#endif
