// The M-step of runs in lanes.
//
// Written operation by operation as GaussianMixture.maximization, GaussianComponent and Cholesky2 are
// in Swift, of which it has to give the very bits; a law over seeds compares them. What is out of the
// common there, a collapse or a floor that acts, is not done here: the run leaves its lane.
#ifndef RUN_MAXIMIZATION_H
#define RUN_MAXIMIZATION_H

#include <math.h>

#include "lanes.h"
#include "runs.h"

struct LaneCovariance { Lanes xx, xy, yy; };

INLINE Lanes choose(LaneBits mask, Lanes a, Lanes b) {
  return lanes((mask & bits(a)) | (~mask & bits(b)));
}

/// A component's mean and its own covariance, from its sums in whitened coordinates.
INLINE struct LaneCovariance moments(
    const struct RunComponent *c, Lanes mass, Lanes *meanX, Lanes *meanY) {
  const double scale = sqrt(0.5 * M_LOG2E), square = scale * scale;
  Lanes u = load(c->row[1]) / scale, v = load(c->row[2]) / scale;
  Lanes uu = load(c->row[3]) / square, uv = load(c->row[4]) / square, vv = load(c->row[5]) / square;
  Lanes l11 = load(c->l11), l21 = load(c->l21), l22 = load(c->l22);
  Lanes sumX = l11 * u, sumY = l21 * u + l22 * v;
  Lanes secondXX = l11 * (l11 * uu), secondXY = l11 * (l21 * uu + l22 * uv);
  Lanes secondYY = l21 * (l21 * uu + l22 * uv) + l22 * (l21 * uv + l22 * vv);
  Lanes referenceX = load(c->meanX), referenceY = load(c->meanY);
  *meanX = referenceX + sumX / mass;
  *meanY = referenceY + sumY / mass;
  Lanes dx = *meanX - referenceX, dy = *meanY - referenceY, each = 1.0 / mass;
  return (struct LaneCovariance){
      each * (secondXX - 2.0 * dx * sumX + mass * dx * dx),
      each * (secondXY - dx * sumY - dy * sumX + mass * dx * dy),
      each * (secondYY - 2.0 * dy * sumY + mass * dy * dy)};
}

/// Brings a covariance under the structure, given the average of all.
INLINE struct LaneCovariance constrain(
    enum KernelCovariances structure, struct LaneCovariance own, struct LaneCovariance average) {
  switch (structure) {
    case KernelCovariancesFull: return own;
    case KernelCovariancesTied: return average;
    case KernelCovariancesDiagonal: return (struct LaneCovariance){own.xx, 0, own.yy};
    case KernelCovariancesSpherical: {
      Lanes variance = (own.xx + own.yy) / 2.0;
      return (struct LaneCovariance){variance, 0, variance};
    }
    case KernelCovariancesSharedSpherical: {
      Lanes variance = (average.xx + average.yy) / 2.0;
      return (struct LaneCovariance){variance, 0, variance};
    }
  }
}

/// Where a covariance is surely as it is after the floor: all its eigenvalues are above it by more
/// than rounding.
INLINE LaneBits isAboveFloor(struct LaneCovariance c, double floor) {
  Lanes half = (c.xx - c.yy) / 2.0;
  Lanes major = (c.xx + c.yy) / 2.0 + __builtin_elementwise_sqrt(half * half + c.xy * c.xy);
  Lanes minor = (c.xx * c.yy - c.xy * c.xy) / major;
  return (minor > floor * (1 + 1e-6) + 1e-12 * major) & (major <= __DBL_MAX__);
}

/// Where a covariance is far from singular, in units of the data's variances.
INLINE LaneBits isWide(struct LaneCovariance c, double scaleXX, double scaleYY) {
  Lanes xx = c.xx / scaleXX, yy = c.yy / scaleYY, trace = xx + yy;
  Lanes determinant = xx * yy - (c.xy / scaleXX) * (c.xy / scaleYY);
  return determinant > 1e-12 * trace * trace;
}

INLINE LaneBits isNumber(Lanes value) {
  return __builtin_elementwise_abs(value) <= __DBL_MAX__;
}

/// Finds the factor of a covariance and what the E-step reads.
///
/// - Returns: Where there is a factor.
INLINE LaneBits setFactor(struct RunComponent *component, Lanes weight, struct LaneCovariance c) {
  Lanes l11 = __builtin_elementwise_sqrt(c.xx), l21 = c.xy / l11, rest = c.yy - l21 * l21;
  Lanes l22 = __builtin_elementwise_sqrt(rest);
  store(component->l11, l11);
  store(component->l21, l21);
  store(component->l22, l22);
  const double scale = sqrt(0.5 * M_LOG2E), logCircle = log(2 * M_PI);
  store(component->whiteXX, 1.0 / l11 * scale);
  store(component->whiteYX, -(l21 / l11) / l22 * scale);
  store(component->whiteYY, 1.0 / l22 * scale);
  for (int lane = 0; lane < LANES; lane++) {
    double logPeak = log(weight[lane]) - logCircle - (log(l11[lane]) + log(l22[lane]));
    component->logScale[lane] = logPeak * M_LOG2E;
  }
  return isNumber(c.xx) & isNumber(c.xy) & isNumber(c.yy) & (c.xx > 0.0) & (c.yy > 0.0)
      & (l11 > 0.0) & (rest > 1e-14 * c.yy) & (l22 > 0.0);
}

/// The M-step of all runs that have sums; the others' parameters stay, and so do those of a run that
/// leaves.
INLINE void maximize(struct KernelRuns *runs, const int componentCount) {
  const struct KernelRunRules *rules = &runs->rules;
  LaneBits isDue, isRegular = ~(LaneBits){0};
  for (int lane = 0; lane < LANES; lane++) isDue[lane] = runs->hasSums[lane] ? -1 : 0;

  Lanes total = 0;
  for (int k = 0; k < componentCount; k++) total += load(runs->components[k].row[0]);
  struct LaneCovariance average = {0, 0, 0};
  for (int k = 0; k < componentCount; k++) {
    const struct RunComponent *c = &runs->components[k];
    struct NextComponent *next = &runs->next[k];
    Lanes mass = load(c->row[0]), meanX, meanY;
    struct LaneCovariance own = moments(c, mass, &meanX, &meanY);
    isRegular &= mass >= rules->leastMass;
    Lanes weight = mass / total;
    average.xx += weight * own.xx;
    average.xy += weight * own.xy;
    average.yy += weight * own.yy;
    store(next->weight, weight);
    store(next->meanX, meanX);
    store(next->meanY, meanY);
    store(next->xx, own.xx);
    store(next->xy, own.xy);
    store(next->yy, own.yy);
  }
  for (int k = 0; k < componentCount; k++) {
    struct RunComponent *c = &runs->components[k];
    struct NextComponent *next = &runs->next[k];
    struct LaneCovariance own = {load(next->xx), load(next->xy), load(next->yy)};
    struct LaneCovariance to = constrain(rules->covariances, own, average);
    isRegular &= (to.xx > rules->leastXX) & (to.yy > rules->leastYY)
        & isNumber(load(next->meanX)) & isNumber(load(next->meanY));
    isRegular &= isWide(to, rules->scaleXX, rules->scaleYY);
    if (rules->floor >= 0) isRegular &= isAboveFloor(to, rules->floor);
    to.xx = choose(isDue, to.xx, load(c->xx));
    to.xy = choose(isDue, to.xy, load(c->xy));
    to.yy = choose(isDue, to.yy, load(c->yy));
    isRegular &= setFactor(c, choose(isDue, load(next->weight), load(c->weight)), to);
    store(next->xx, to.xx);
    store(next->xy, to.xy);
    store(next->yy, to.yy);
  }

  LaneBits moves = isDue & isRegular;
  for (int k = 0; k < componentCount; k++) {
    struct RunComponent *c = &runs->components[k];
    const struct NextComponent *next = &runs->next[k];
    store(c->weight, choose(moves, load(next->weight), load(c->weight)));
    store(c->meanX, choose(moves, load(next->meanX), load(c->meanX)));
    store(c->meanY, choose(moves, load(next->meanY), load(c->meanY)));
    store(c->xx, choose(moves, load(next->xx), load(c->xx)));
    store(c->xy, choose(moves, load(next->xy), load(c->xy)));
    store(c->yy, choose(moves, load(next->yy), load(c->yy)));
  }
  for (int lane = 0; lane < LANES; lane++) {
    struct KernelRun *run = &runs->run[lane];
    if (run->state != KernelRunOngoing || !isDue[lane]) continue;
    if (isRegular[lane]) {
      run->iterations++;
    } else {
      run->state = KernelRunLeft;
      run->logLikelihood = NAN;
    }
  }
}

#endif
