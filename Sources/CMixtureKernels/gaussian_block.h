// The Gaussian pass over one block, in tiles that stay in the first-level cache.
//
// A file that includes this one has defined, beside what lanes.h asks for, GAUSSIAN_BLOCK, the name
// of the function.
#ifndef GAUSSIAN_BLOCK_H
#define GAUSSIAN_BLOCK_H

#include <math.h>
#include <string.h>

#include "exp2.h"
#include "kernels.h"

#pragma clang fp contract(fast)

/// The most points in a tile; the points × components that leave room in the first-level cache for
/// the points to come; and the most that a tile may hold, a vector of points at the least.
#define TILE_SIZE 128
#define TILE_PREFERENCE 512
#define TILE_CAPACITY (KERNEL_MAXIMUM_COMPONENTS * LANES)

/// A component, each number in all lanes: not all instruction sets can spread one on loading it.
struct SpreadGaussian {
  Lanes index, logScale, meanX, meanY, xx, yx, yy;
};

/// The tile's densities and whitened coordinates, a row for each component.
struct GaussianTile {
  /// log₂ π N(x), then π N(x) divided by the greatest of them.
  double density[TILE_CAPACITY];
  double u[TILE_CAPACITY];
  double v[TILE_CAPACITY];
  /// For each point: the greatest log₂ π N(x), and 1 / Σ density.
  double greatest[TILE_SIZE];
  double reciprocal[TILE_SIZE];
};

struct GaussianSums {
  Lanes greatest;
  /// The product of Σ density over the points, as mantissa · 2^exponent: one logarithm for many.
  Lanes mantissa;
  LaneBits exponent;
  /// Σ q (greatest − log₂ π N): with the logarithm of that product, the entropy.
  Lanes shortfall;
  LaneBits unreached;
  struct { Lanes mass, u, v, uu, uv, vv; } moments[KERNEL_MAXIMUM_COMPONENTS];
};

/// log₂ π N(x) = logScale − u² − v² for each point and component, and which is the greatest.
INLINE void logDensities(
    struct GaussianTile *tile, const double *x, const double *y, int size,
    const struct SpreadGaussian *components, int componentCount, uint8_t *labels) {
  for (int i = 0; i < size; i += LANES) {
    Lanes px = load(x + i), py = load(y + i);
    Lanes greatest = -INFINITY, label = 0;
    for (int k = 0; k < componentCount; k++) {
      const struct SpreadGaussian c = components[k];
      Lanes dx = px - c.meanX, dy = py - c.meanY;
      Lanes u = dx * c.xx, v = dx * c.yx + dy * c.yy;
      Lanes logDensity = c.logScale - u * u - v * v;
      label = logDensity > greatest ? c.index : label;
      greatest = logDensity > greatest ? logDensity : greatest;
      store(tile->density + k * size + i, logDensity);
      store(tile->u + k * size + i, u);
      store(tile->v + k * size + i, v);
    }
    store(tile->greatest + i, greatest);
    storeLabels(labels + i, label);
  }
}

/// Densities relative to the greatest, their sum over the components, and what it adds to L.
INLINE void densities(
    struct GaussianTile *tile, int size, int count, int componentCount,
    struct GaussianSums *sums) {
  Lanes sumOfGreatest = sums->greatest, mantissa = sums->mantissa, shortfall = sums->shortfall;
  LaneBits unreachedCount = sums->unreached;
  for (int i = 0; i < size; i += LANES) {
    Lanes greatest = load(tile->greatest + i), total = 0, weighted = 0;
    for (int k = 0; k < componentCount; k++) {
      double *density = tile->density + k * size + i;
      Lanes power = atLeastSmallest(load(density) - greatest);
      Lanes value = exp2NonPositive(power);
      store(density, value);
      total += value;
      weighted += value * power;
    }
    // A point that no component reaches has no density at all, where others have at least one.
    LaneBits unreached = !(total > 0.0);
    unreachedCount -= unreached;
    if (i + LANES > count) unreached |= lanesFrom(count - i);
    sumOfGreatest += unreached ? 0.0 : greatest;
    mantissa *= unreached ? 1.0 : total;
    Lanes reciprocal = unreached ? 0.0 : 1.0 / total;
    shortfall -= weighted * reciprocal;
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
    const struct GaussianTile *tile, int size, int componentCount, struct GaussianSums *sums) {
  for (int k = 0; k < componentCount; k++) {
    Lanes mass = sums->moments[k].mass;
    Lanes sumU = sums->moments[k].u, sumV = sums->moments[k].v;
    Lanes uu = sums->moments[k].uu, uv = sums->moments[k].uv, vv = sums->moments[k].vv;
    for (int i = 0; i < size; i += LANES) {
      Lanes u = load(tile->u + k * size + i), v = load(tile->v + k * size + i);
      Lanes q = load(tile->density + k * size + i) * load(tile->reciprocal + i);
      Lanes qu = q * u, qv = q * v;
      mass += q;
      sumU += qu;
      sumV += qv;
      uu += qu * u;
      uv += qu * v;
      vv += qv * v;
    }
    sums->moments[k].mass = mass;
    sums->moments[k].u = sumU;
    sums->moments[k].v = sumV;
    sums->moments[k].uu = uu;
    sums->moments[k].uv = uv;
    sums->moments[k].vv = vv;
  }
}

/// One tile: `size` is a multiple of LANES, of which the first `count` points are real.
INLINE void addTile(
    struct GaussianTile *tile, const double *x, const double *y, int size, int count,
    const struct SpreadGaussian *components, int componentCount, uint8_t *labels,
    struct GaussianSums *sums) {
  logDensities(tile, x, y, size, components, componentCount, labels);
  densities(tile, size, count, componentCount, sums);
  addMoments(tile, size, componentCount, sums);
}

TARGET void GAUSSIAN_BLOCK(
    const double *x, const double *y, int count, const struct KernelGaussian *components,
    int componentCount, uint8_t *labels, double *row) {
  struct SpreadGaussian spread[KERNEL_MAXIMUM_COMPONENTS];
  for (int k = 0; k < componentCount; k++) {
    const struct KernelGaussian c = components[k];
    spread[k] = (struct SpreadGaussian){k, c.logScale, c.meanX, c.meanY, c.xx, c.yx, c.yy};
  }
  struct GaussianTile tile;
  struct GaussianSums sums;
  sums.greatest = sums.shortfall = 0;
  sums.mantissa = 1;
  sums.exponent = sums.unreached = 0;
  memset(sums.moments, 0, sizeof sums.moments[0] * (size_t)componentCount);

  int tileSize = TILE_PREFERENCE / componentCount / LANES * LANES;
  if (tileSize > TILE_SIZE) tileSize = TILE_SIZE;
  if (tileSize < LANES) tileSize = LANES;
  uint8_t tileLabels[TILE_SIZE];
  int start = 0;
  for (; start + tileSize <= count; start += tileSize)
    addTile(
        &tile, x + start, y + start, tileSize, tileSize, spread, componentCount,
        labels ? labels + start : tileLabels, &sums);
  int rest = count - start;
  if (rest > 0) {
    // The last points, filled up to whole vectors with copies of the first of them.
    double restX[TILE_SIZE], restY[TILE_SIZE];
    int size = (rest + LANES - 1) / LANES * LANES;
    for (int i = 0; i < size; i++) {
      restX[i] = x[start + (i < rest ? i : 0)];
      restY[i] = y[start + (i < rest ? i : 0)];
    }
    addTile(
        &tile, restX, restY, size, rest, spread, componentCount, tileLabels, &sums);
    if (labels) memcpy(labels + start, tileLabels, (size_t)rest);
  }

  double product = 1;
  int64_t exponent = 0, unreached = 0;
  for (int lane = 0; lane < LANES; lane++) {
    product *= sums.mantissa[lane];
    exponent += sums.exponent[lane];
    unreached += sums.unreached[lane];
  }
  double logTotals = (double)exponent + log2(product);
  row[0] = sum(sums.greatest) + logTotals;
  row[1] = sum(sums.shortfall) + logTotals;
  row[2] = (double)unreached;
  for (int k = 0; k < componentCount; k++) {
    double *moments = row + GAUSSIAN_ROW(k);
    moments[0] = sum(sums.moments[k].mass);
    moments[1] = sum(sums.moments[k].u);
    moments[2] = sum(sums.moments[k].v);
    moments[3] = sum(sums.moments[k].uu);
    moments[4] = sum(sums.moments[k].uv);
    moments[5] = sum(sums.moments[k].vv);
  }
}

#endif
