// Runs side by side, as the code for each instruction set keeps them.
#ifndef RUNS_H
#define RUNS_H

#include "GaussianRuns.h"

/// The most lanes of any instruction set.
#define MOST_RUN_LANES 8
#define RUN_ROW 6

/// A number for each run.
typedef double EachRun[MOST_RUN_LANES];

/// A component of each run.
struct RunComponent {
  /// Its parameters.
  EachRun weight, meanX, meanY, xx, xy, yy;
  /// The lower Cholesky factor of its covariance.
  EachRun l11, l21, l22;
  /// What the E-step reads: see KernelGaussian, in bits.
  EachRun logScale, whiteXX, whiteYX, whiteYY;
  /// The sums that the E-step gave: mass, u, v, uu, uv, vv.
  EachRun row[RUN_ROW];
};

/// The parameters of a component that an M-step found and that are not yet admitted.
struct NextComponent {
  EachRun weight, meanX, meanY, xx, xy, yy;
};

/// The rows of the sums over one part of the points: see GaussianSums, with counts as doubles.
enum { PART_GREATEST, PART_MANTISSA, PART_EXPONENT, PART_UNREACHED, PART_HEAD };
#define PART_MOMENTS(k) (PART_HEAD + RUN_ROW * (k))
#define PART_WIDTH(componentCount) PART_MOMENTS(componentCount)

struct KernelRuns {
  const struct Kernels *kernels;
  struct KernelRunRules rules;
  int componentCount;
  /// The points in parts: what the first lane of a pass takes, then the second's, and so on; and
  /// where each part begins.
  double *x, *y;
  size_t firstOf[MOST_RUN_LANES + 1];
  struct KernelRun run[MOST_RUN_LANES];
  /// Whether there are sums for an M-step.
  bool hasSums[MOST_RUN_LANES];
  struct RunComponent *components;
  struct NextComponent *next;
  /// The sums over each part.
  EachRun *parts;
};

#endif
