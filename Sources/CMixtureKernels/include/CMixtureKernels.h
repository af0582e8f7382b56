/// Fused passes over many points of the plane: all of one iteration's work per point, done once.
///
/// Coordinates are two arrays of doubles with no alignment beyond a double's and no padding. Points
/// go through in blocks of fixed size; each block's sums are stored and then added pairwise, so
/// results are bit-equal whatever the number of threads. Between instruction sets the last bits
/// differ, but never the labels of k-means.
#ifndef C_MIXTURE_KERNELS_H
#define C_MIXTURE_KERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "PointCells.h"

/// The most components a pass accepts: a label is one byte.
#define KERNEL_MAXIMUM_COMPONENTS 256

/// The instructions a pass may use.
enum KernelInstructionSet {
  /// The widest that this processor has.
  KernelInstructionSetAutomatic,
  /// What every processor of the architecture has (SSE2 on x86-64, NEON on arm64).
  KernelInstructionSetBaseline,
  /// AVX2 with fused multiply-add (x86-64-v3).
  KernelInstructionSetAVX2,
  /// AVX-512 (x86-64-v4).
  KernelInstructionSetAVX512,
};

/// Whether this processor, and this build, can run an instruction set.
bool kernelSupports(enum KernelInstructionSet set);

/// How many processors this process may use.
int kernelProcessorCount(void);

/// How a pass is to be run; all zero is the best this machine can do.
struct KernelOptions {
  enum KernelInstructionSet instructionSet;
  /// The greatest number of threads, the caller among them; 0 stands for one for each processor.
  int threads;
};

/// One weighted Gaussian, log π N(x, y) = logScale − (u² + v²)/2, in its own whitened coordinates
///
///     u = xx (x − meanX)
///     v = yx (x − meanX) + yy (y − meanY)
///
/// that is (u, v) = W (x − μ) with W the inverse of the lower Cholesky factor of Σ, and
/// logScale = log π − log 2π + log xx + log yy. All of W zero makes a component of constant
/// density; logScale −∞ one of weight zero.
struct KernelGaussian {
  double logScale;
  double meanX, meanY;
  double xx, yx, yy;
};

/// A component's sums of responsibilities q over the points, in its whitened coordinates.
///
/// Taken about the component's own mean and in its own scale, they give μ and Σ back without
/// cancellation, wherever the data lie: μ' = μ + L m, Σ' = L (S/Σq − m mᵀ) Lᵀ with m the mean of
/// (u, v) and L = W⁻¹.
struct KernelMoments {
  double mass;
  double u, v;
  double uu, uv, vv;
};

/// One E-step of a Gaussian mixture, folded into the sums that the M-step needs.
///
/// - Parameters:
///   - weights: How often each point counts, positive numbers; NULL, each once.
///   - labels: Gets the most responsible component of each point, the lowest of equals; may be NULL.
///   - moments: Gets the sums of each component.
///   - logLikelihood: Gets Σ log Σ π N, in nats.
///   - entropy: Gets −Σ Σ q log q, in nats.
/// - Returns: false when the results are not to be used, because some point is so far from every
///   component that all densities vanish even in log space, or a sum overflowed.
bool kernelGaussianPass(
    const double *x, const double *y, const double *weights, size_t count,
    const struct KernelGaussian *components, int componentCount,
    struct KernelOptions options, uint8_t *labels,
    struct KernelMoments *moments, double *logLikelihood, double *entropy);

/// The same over cells of neighbouring points. A component is left out of a cell where its share is below
/// rounding: 54 bits below the greatest density at every place of the cell, more for a rare component.
///
/// - Parameter labels: In the order of the cells.
/// - Returns: false also when what was left out may be more than the rounding of a component's sums,
///   which then are too small for so many points.
bool kernelGaussianPassOverCells(
    const struct KernelCells *cells, const struct KernelGaussian *components,
    int componentCount, struct KernelOptions options, uint8_t *labels,
    struct KernelMoments *moments, double *logLikelihood, double *entropy);

/// L of a mixture at many places of one component's mean, everything else held.
///
/// - Parameters:
///   - others: For each point log2 of the sum of the other components' π N, −∞ where there is none.
///   - moving: The component; its own mean doesn't matter.
///   - meansX: The first coordinates of the places.
///   - meansY: Their second coordinates.
///   - logLikelihoods: Gets Σ log (Σ π N) at each place, in nats.
void kernelMovingGaussian(
    const double *x, const double *y, const double *others, size_t count,
    struct KernelGaussian moving, const double *meansX, const double *meansY, size_t places,
    struct KernelOptions options, double *logLikelihoods);

/// A cluster: its centre, and what a pass finds of its points.
struct KernelCluster {
  double centreX, centreY;
  double count;
  /// Sums of the points' offsets from the *first* cluster's centre.
  double sumX, sumY;
};

/// Gives each point to its nearest centre, the lowest of equally near ones, and adds up the clusters.
///
/// - Parameters:
///   - clusters: Come with their centres and get their counts and sums.
///   - labels: Gets each point's cluster; may be NULL.
///   - distortion: Gets Σ ‖x − c‖² over all points, each about the centre of its cluster.
/// - Returns: false when the results are not to be used, because a squared distance overflowed.
bool kernelMeansPass(
    const double *x, const double *y, size_t count, struct KernelCluster *clusters,
    int clusterCount, struct KernelOptions options, uint8_t *labels, double *distortion);

/// The same over cells of neighbouring points, which are compared with the centres that may be nearest
/// to one of them: the labels are the same, ties and all.
///
/// - Parameter labels: In the order of the cells.
bool kernelMeansPassOverCells(
    const struct KernelCells *cells, struct KernelCluster *clusters, int clusterCount,
    struct KernelOptions options, uint8_t *labels, double *distortion);

#include "GaussianRuns.h"
#include "StudentPass.h"

#endif
