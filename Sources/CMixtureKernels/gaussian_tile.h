// One E-step of Gaussian mixtures over a tile of points, which stays in the first-level cache.
//
// The lanes are points of one pass, or runs of which each has a mixture of its own (run_iterations.h).
// Both go through this code, so that a run comes to the same sums in either way.
#ifndef GAUSSIAN_TILE_H
#define GAUSSIAN_TILE_H

#include <math.h>
#include <string.h>

#include "kernels.h"

#include "exp2.h"
#include "log2.h"

/// The most points in a tile; the points × components that leave room in the first-level cache for
/// the points to come; and the most that a tile may hold, a vector of points at the least.
#define TILE_SIZE 128
#define TILE_PREFERENCE 512
#define TILE_CAPACITY (KERNEL_MAXIMUM_COMPONENTS * LANES)

/// A component, each number in all lanes: not all instruction sets can spread one on loading it.
struct SpreadGaussian {
  Lanes index, logScale, meanX, meanY, xx, yx, yy;
};

struct GaussianTile {
  /// For each point: the greatest log₂ π N(x), and 1 / Σ density.
  double greatest[TILE_SIZE];
  double reciprocal[TILE_SIZE];
  /// Three rows of points for each component: log₂ π N(x), then π N(x) divided by the greatest of them;
  /// and the whitened coordinates u and v.
  double rows[];
};

INLINE double *densities(struct GaussianTile *tile, int k, int size) {
  return tile->rows + 3 * k * size;
}
INLINE double *coordinatesU(struct GaussianTile *tile, int k, int size) {
  return tile->rows + (3 * k + 1) * size;
}
INLINE double *coordinatesV(struct GaussianTile *tile, int k, int size) {
  return tile->rows + (3 * k + 2) * size;
}

/// A component's sums, in lanes.
struct LaneMoments {
  Lanes mass, u, v, uu, uv, vv;
};

struct GaussianSums {
  Lanes greatest;
  /// The product of Σ density over the points, as mantissa · 2^exponent: one logarithm for many.
  Lanes mantissa;
  LaneBits exponent;
  /// Σ q (greatest − log₂ π N): with the logarithm of that product, the entropy.
  Lanes shortfall;
  LaneBits unreached;
  /// One for each component.
  struct LaneMoments moments[];
};

/// What the tiles under some components work with.
struct GaussianWork {
  struct GaussianSums *sums;
  struct SpreadGaussian *components;
  struct GaussianTile *tile;
};

/// How many bytes the work of so many components takes.
#define WORK_BYTES(count) \
  (sizeof(struct GaussianSums) + sizeof(struct GaussianTile) \
   + (size_t)(count) * (sizeof(struct LaneMoments) + sizeof(struct SpreadGaussian)) \
   + 3 * TILE_CAPACITY * sizeof(double))

/// The work of so many components, one part right after the other.
///
/// Parts that lie far from each other may look alike to a cache that guesses where a line is from its
/// address. In every third process, depending on where its stack began, a pass took a third longer then.
///
/// - Parameter memory: WORK_BYTES(componentCount), aligned to a vector.
INLINE struct GaussianWork workIn(char *memory, int componentCount) {
  const size_t count = (size_t)componentCount;
  struct GaussianWork work;
  work.sums = (struct GaussianSums *)memory;
  memory += sizeof(struct GaussianSums) + count * sizeof(struct LaneMoments);
  work.components = (struct SpreadGaussian *)memory;
  memory += count * sizeof(struct SpreadGaussian);
  work.tile = (struct GaussianTile *)memory;
  return work;
}

/// What the lanes of a tile are; a constant wherever a tile is taken.
enum TileLanes {
  /// Points, all under the same components: labels and the entropy are wanted.
  LanesArePoints,
  /// The same, each as often as its weight says.
  LanesAreWeightedPoints,
  /// Mixtures, each with components of its own: every point goes through all lanes.
  LanesAreMixtures,
};

INLINE int arePoints(const enum TileLanes kind) { return kind != LanesAreMixtures; }

INLINE Lanes coordinate(const double *source, int i, const enum TileLanes kind) {
  return arePoints(kind) ? load(source + i) : (Lanes)source[i / LANES];
}

/// log₂ π N(x) = logScale − u² − v² for each point and component, and which is the greatest.
INLINE void logDensities(
    struct GaussianTile *tile, const double *x, const double *y, int size,
    const struct SpreadGaussian *components, const int componentCount, const enum TileLanes kind,
    uint8_t *labels) {
  for (int i = 0; i < size; i += LANES) {
    Lanes px = coordinate(x, i, kind), py = coordinate(y, i, kind);
    Lanes greatest = -INFINITY, label = 0;
    for (int k = 0; k < componentCount; k++) {
      const struct SpreadGaussian c = components[k];
      Lanes dx = px - c.meanX, dy = py - c.meanY;
      Lanes u = dx * c.xx, v = multiplyAdd(dx, c.yx, dy * c.yy);
      Lanes logDensity = multiplyAdd(-v, v, multiplyAdd(-u, u, c.logScale));
      if (arePoints(kind)) label = logDensity > greatest ? c.index : label;
      greatest = logDensity > greatest ? logDensity : greatest;
      store(densities(tile, k, size) + i, logDensity);
      store(coordinatesU(tile, k, size) + i, u);
      store(coordinatesV(tile, k, size) + i, v);
    }
    store(tile->greatest + i, greatest);
    if (arePoints(kind)) storeLabels(labels + i, label);
  }
}

/// Densities relative to the greatest, their sum over the components, and what it adds to L.
///
/// - Parameter weights: Of the points, where they have such: their logarithms are taken one by one, and
///   the reciprocals come multiplied by them.
INLINE void normalize(
    struct GaussianTile *tile, const double *weights, int size, int count,
    const int componentCount, const enum TileLanes kind, struct GaussianSums *sums) {
  Lanes sumOfGreatest = sums->greatest, mantissa = sums->mantissa, shortfall = sums->shortfall;
  LaneBits unreachedCount = sums->unreached;
  for (int i = 0; i < size; i += LANES) {
    Lanes greatest = load(tile->greatest + i), total = 0, weighted = 0;
    for (int k = 0; k < componentCount; k++) {
      double *density = densities(tile, k, size) + i;
      Lanes power = atLeastSmallest(load(density) - greatest);
      Lanes value = exp2NonPositive(power);
      store(density, value);
      total += value;
      if (arePoints(kind)) weighted = multiplyAdd(value, power, weighted);
    }
    // A point that no component reaches has no density at all, where others have at least one.
    LaneBits unreached = !(total > 0.0);
    unreachedCount -= unreached;
    if (arePoints(kind) && i + LANES > count) unreached |= lanesFrom(count - i);
    Lanes reciprocal = unreached ? 0.0 : 1.0 / total;
    if (kind == LanesAreWeightedPoints) {
      Lanes weight = load(weights + i);
      Lanes logTotal = log2OfOnePlus(unreached ? 0.0 : total - 1.0).log;
      sumOfGreatest = multiplyAdd(weight, unreached ? 0.0 : greatest + logTotal, sumOfGreatest);
      shortfall = multiplyAdd(weight, multiplyAdd(-weighted, reciprocal, logTotal), shortfall);
      reciprocal *= weight;
    } else {
      sumOfGreatest += unreached ? 0.0 : greatest;
      mantissa *= unreached ? 1.0 : total;
    }
    if (kind == LanesArePoints) shortfall = multiplyAdd(-weighted, reciprocal, shortfall);
    store(tile->reciprocal + i, reciprocal);
  }
  sums->greatest = sumOfGreatest;
  sums->shortfall = shortfall;
  sums->unreached = unreachedCount;
  const int64_t mantissaBits = ((int64_t)1 << 52) - 1, exponentOfOne = 1023;
  LaneBits product = bits(mantissa);
  sums->exponent += (product >> 52) - exponentOfOne;
  sums->mantissa = lanes((product & mantissaBits) | (exponentOfOne << 52));
}

/// Σ q, Σ q (u, v), Σ q (u, v)(u, v)ᵀ for each component, with q = density / Σ density.
INLINE void addMoments(
    struct GaussianTile *tile, int size, const int componentCount, const uint8_t *places,
    struct GaussianSums *sums) {
  for (int k = 0; k < componentCount; k++) {
    struct LaneMoments *moments = &sums->moments[places ? places[k] : k];
    Lanes mass = moments->mass, sumU = moments->u, sumV = moments->v;
    Lanes uu = moments->uu, uv = moments->uv, vv = moments->vv;
    for (int i = 0; i < size; i += LANES) {
      Lanes u = load(coordinatesU(tile, k, size) + i), v = load(coordinatesV(tile, k, size) + i);
      Lanes q = load(densities(tile, k, size) + i) * load(tile->reciprocal + i);
      Lanes qu = q * u, qv = q * v;
      mass += q;
      sumU += qu;
      sumV += qv;
      uu = multiplyAdd(qu, u, uu);
      uv = multiplyAdd(qu, v, uv);
      vv = multiplyAdd(qv, v, vv);
    }
    *moments = (struct LaneMoments){mass, sumU, sumV, uu, uv, vv};
  }
}

/// One tile: `size` is a multiple of LANES, of which the first `count` points are real.
///
/// `weights` are read where the lanes are weighted points alone. `places` says where the moments of each
/// component go; NULL, in their order.
INLINE void addTile(
    struct GaussianWork work, const double *x, const double *y, const double *weights, int size,
    int count,
    const int componentCount, const uint8_t *places, const enum TileLanes kind, uint8_t *labels) {
  logDensities(work.tile, x, y, size, work.components, componentCount, kind, labels);
  normalize(work.tile, weights, size, count, componentCount, kind, work.sums);
  addMoments(work.tile, size, componentCount, places, work.sums);
}

INLINE void clear(struct GaussianSums *sums, int componentCount) {
  sums->greatest = sums->shortfall = 0;
  sums->mantissa = 1;
  sums->exponent = sums->unreached = 0;
  memset(sums->moments, 0, sizeof sums->moments[0] * (size_t)componentCount);
}

#endif
