/// Many runs of EM over the same few points, side by side in the lanes of vectors.
///
/// Each lane has a mixture of its own and goes its own way; a lane whose run has ended takes the
/// next one. A run comes to the same bits here, in whichever lane and company, as by one
/// `kernelGaussianPass` after the other and the M-step between them.
#ifndef GAUSSIAN_RUNS_H
#define GAUSSIAN_RUNS_H

#include "CMixtureKernels.h"

/// The most points that runs may have: what `kernelGaussianPass` takes as one block.
#define KERNEL_RUN_POINTS 2048

/// What an M-step may do with the covariances.
enum KernelCovariances {
  KernelCovariancesFull,
  KernelCovariancesTied,
  KernelCovariancesDiagonal,
  KernelCovariancesSpherical,
  KernelCovariancesSharedSpherical,
};

/// What all the runs have in common besides their points.
struct KernelRunRules {
  enum KernelCovariances covariances;
  /// The least mass that a component may have, and the least variances along the axes.
  double leastMass, leastXX, leastYY;
  /// The variances of the data along the axes: a covariance that is thin in these units is left alone.
  double scaleXX, scaleYY;
  /// The least variance in any direction; negative for no floor.
  double floor;
  /// A gain of at most this, or of at most this share of |L|, ends a run; `mayStop` says whether
  /// any does.
  double leastGain, leastRelativeGain;
  bool mayStop;
  int64_t iterationLimit;
};

/// A component's parameters.
struct KernelParameters {
  double weight, meanX, meanY, xx, xy, yy;
};

/// How the run in a lane stands.
enum KernelRunState {
  /// There is no run in the lane.
  KernelRunNone,
  /// It goes on.
  KernelRunOngoing,
  /// The last iteration gained too little.
  KernelRunConverged,
  /// The limit of iterations was reached first.
  KernelRunLimited,
  /// Something out of the common comes next, such as a collapse: the run is to go on alone.
  KernelRunLeft,
};

/// Where a run is.
struct KernelRun {
  enum KernelRunState state;
  int64_t iterations;
  /// L in nats, of the mixture before where a run that left has yet to find its own; NaN where there
  /// is none.
  double logLikelihood;
};

struct KernelRuns;

/// Makes room for as many runs as there are lanes.
///
/// - Parameter count: At least one point, at most KERNEL_RUN_POINTS.
/// - Returns: NULL when there is no memory. To be given back with `kernelRunsFree`.
struct KernelRuns *kernelRunsMake(
    const double *x, const double *y, size_t count, int componentCount,
    struct KernelRunRules rules, enum KernelInstructionSet set);

void kernelRunsFree(struct KernelRuns *runs);

/// How many lanes there are.
int kernelRunsLaneCount(const struct KernelRuns *runs);

/// Puts a run into a lane, after so many iterations.
void kernelRunsPut(
    struct KernelRuns *runs, int lane, const struct KernelParameters *components,
    int64_t iterations);

/// Goes on with all runs until one of them has ended or left, but for so many iterations at most.
///
/// - Returns: How many iterations were done.
int kernelRunsAdvance(struct KernelRuns *runs, int iterations);

/// Where the run in a lane is.
struct KernelRun kernelRunsLook(const struct KernelRuns *runs, int lane);

/// Takes a run out of its lane.
void kernelRunsTake(struct KernelRuns *runs, int lane, struct KernelParameters *components);

#endif
