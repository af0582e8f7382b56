// The Gaussian pass over one block, tile by tile.
//
// A file that includes this one has defined, beside what lanes.h asks for, GAUSSIAN_BLOCK, the name
// of the function.
#ifndef GAUSSIAN_BLOCK_H
#define GAUSSIAN_BLOCK_H

#include "gaussian_tile.h"

/// From more components on, tiles are as large as they may be.
#define MANY_COMPONENTS 32

INLINE struct SpreadGaussian inAllLanes(int index, struct KernelGaussian c) {
  return (struct SpreadGaussian){index, c.logScale, c.meanX, c.meanY, c.xx, c.yx, c.yy};
}

/// How many points go through at once: as many as leave room in the first-level cache for those to come.
INLINE int tileSizeFor(int componentCount) {
  // The sums of many components don't fit in that cache, and go there and back once for each tile.
  int preference = componentCount > MANY_COMPONENTS ? TILE_CAPACITY : TILE_PREFERENCE;
  int size = preference / componentCount / LANES * LANES;
  if (size > TILE_SIZE) return TILE_SIZE;
  return size < LANES ? LANES : size;
}

/// Fills the last numbers up to whole vectors with copies of the first of them.
///
/// - Returns: How many these are.
INLINE int fillUp(const double *source, int count, double *filled) {
  int size = (count + LANES - 1) / LANES * LANES;
  for (int i = 0; i < size; i++) filled[i] = source[i < count ? i : 0];
  return size;
}

INLINE void addTilesOfKind(
    struct GaussianWork work, const double *x, const double *y, const double *weights, int count,
    int componentCount, const uint8_t *places, const enum TileLanes kind, uint8_t *labels) {
  const int tileSize = tileSizeFor(componentCount), hasWeights = kind == LanesAreWeightedPoints;
  uint8_t tileLabels[TILE_SIZE];
  int start = 0;
  for (; start + tileSize <= count; start += tileSize)
    addTile(
        work, x + start, y + start, hasWeights ? weights + start : NULL, tileSize, tileSize,
        componentCount, places, kind, labels ? labels + start : tileLabels);
  int rest = count - start;
  if (rest > 0) {
    double restX[TILE_SIZE], restY[TILE_SIZE], restWeights[TILE_SIZE];
    int size = fillUp(x + start, rest, restX);
    fillUp(y + start, rest, restY);
    if (hasWeights) fillUp(weights + start, rest, restWeights);
    addTile(
        work, restX, restY, hasWeights ? restWeights : NULL, size, rest, componentCount, places,
        kind, tileLabels);
    if (labels) memcpy(labels + start, tileLabels, (size_t)rest);
  }
}

/// Goes through the points in tiles that leave room for those to come.
///
/// - Parameters:
///   - places: Where the moments of each component go; NULL, in their order.
///   - labels: Gets the index of each point's greatest component; NULL, nowhere.
static __attribute__((noinline)) TARGET void addTiles(
    struct GaussianWork work, const double *x, const double *y, int count, int componentCount,
    const uint8_t *places, uint8_t *labels) {
  addTilesOfKind(work, x, y, NULL, count, componentCount, places, LanesArePoints, labels);
}

/// The same, each point as often as its weight says, and the moments of all components in order.
static __attribute__((noinline)) TARGET void addWeightedTiles(
    struct GaussianWork work, const double *x, const double *y, const double *weights, int count,
    int componentCount, uint8_t *labels) {
  addTilesOfKind(
      work, x, y, weights, count, componentCount, NULL, LanesAreWeightedPoints, labels);
}

/// Adds what the lanes hold beside the moments to a row.
INLINE void addHead(const struct GaussianSums *sums, double *row) {
  double product = 1;
  int64_t exponent = 0, unreached = 0;
  for (int lane = 0; lane < LANES; lane++) {
    product *= sums->mantissa[lane];
    exponent += sums->exponent[lane];
    unreached += sums->unreached[lane];
  }
  double logTotals = (double)exponent + log2(product);
  row[0] += sum(sums->greatest) + logTotals;
  row[1] += sum(sums->shortfall) + logTotals;
  row[2] += (double)unreached;
}

/// Adds a component's moments to its part of a row.
INLINE void addLanes(const struct LaneMoments *moments, double *row) {
  row[0] += sum(moments->mass);
  row[1] += sum(moments->u);
  row[2] += sum(moments->v);
  row[3] += sum(moments->uu);
  row[4] += sum(moments->uv);
  row[5] += sum(moments->vv);
}

TARGET void GAUSSIAN_BLOCK(
    const double *x, const double *y, const double *weights, int count,
    const struct KernelGaussian *components, int componentCount, uint8_t *labels, double *row) {
  _Alignas(sizeof(Lanes)) char memory[WORK_BYTES(componentCount)];
  struct GaussianWork work = workIn(memory, componentCount);
  for (int k = 0; k < componentCount; k++) work.components[k] = inAllLanes(k, components[k]);
  clear(work.sums, componentCount);
  if (weights)
    addWeightedTiles(work, x, y, weights, count, componentCount, labels);
  else
    addTiles(work, x, y, count, componentCount, NULL, labels);
  memset(row, 0, sizeof(double) * GAUSSIAN_ROW(componentCount));
  addHead(work.sums, row);
  for (int k = 0; k < componentCount; k++) addLanes(&work.sums->moments[k], row + GAUSSIAN_ROW(k));
}

#endif
