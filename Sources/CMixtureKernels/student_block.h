// The Student-t passes over one block, tile by tile.
//
// A file that includes this one has defined, beside what lanes.h asks for, STUDENT_BLOCK, the name of
// the function.
#ifndef STUDENT_BLOCK_H
#define STUDENT_BLOCK_H

#include "gaussian_block.h"
#include "log2.h"

/// A tile's densities, and beside them the shares 1 / (1 + u² + v²).
struct StudentTile {
  struct GaussianTile *common;
  double *share;
};

/// A component's sums, in the order of a row; see kernels.h.
struct StudentSums {
  Lanes values[STUDENT_SUMS];
};

/// The whitened coordinates of a point, and u² + v² where that is a number.
struct Whitened {
  Lanes u, v, squared;
};

INLINE struct Whitened whiten(Lanes x, Lanes y, const struct SpreadGaussian c) {
  Lanes dx = x - c.meanX, dy = y - c.meanY;
  Lanes u = dx * c.xx, v = multiplyAdd(dx, c.yx, dy * c.yy);
  return (struct Whitened){u, v, lesser(multiplyAdd(u, u, v * v), 1e300)};
}

/// Keeps the whitened coordinates and the share of component k.
INLINE void storeWhitened(
    struct StudentTile tile, int k, int size, int i, struct Whitened w, Lanes share) {
  store(coordinatesU(tile.common, k, size) + i, w.u);
  store(coordinatesV(tile.common, k, size) + i, w.v);
  store(tile.share + k * size + i, share);
}

/// log₂ π t(x) = logScale − exponent · log₂ (1 + u² + v²) for each point and component, and which is
/// the greatest.
INLINE void studentLogDensities(
    struct StudentTile tile, const double *x, const double *y, int size,
    const struct SpreadGaussian *components, int componentCount, double exponent,
    uint8_t *labels) {
  for (int i = 0; i < size; i += LANES) {
    Lanes px = load(x + i), py = load(y + i);
    Lanes greatest = -INFINITY, label = 0;
    for (int k = 0; k < componentCount; k++) {
      const struct SpreadGaussian c = components[k];
      struct Whitened w = whiten(px, py, c);
      struct LogAndReciprocal one = log2OfOnePlus(w.squared);
      Lanes logDensity = multiplyAdd((Lanes)-exponent, one.log, c.logScale);
      label = logDensity > greatest ? c.index : label;
      greatest = logDensity > greatest ? logDensity : greatest;
      store(densities(tile.common, k, size) + i, logDensity);
      storeWhitened(tile, k, size, i, w, one.reciprocal);
    }
    store(tile.common->greatest + i, greatest);
    storeLabels(labels + i, label);
  }
}

/// The whitened coordinates and shares of a component that has moved since its densities were found.
INLINE void moveComponent(
    struct StudentTile tile, const double *x, const double *y, int size,
    const struct SpreadGaussian c, int k) {
  for (int i = 0; i < size; i += LANES) {
    struct Whitened w = whiten(load(x + i), load(y + i), c);
    storeWhitened(tile, k, size, i, w, 1.0 / (w.squared + 1.0));
  }
}

/// The sums of component k over the tile.
///
/// Products are taken in an order in which none leaves the range of numbers, however far a point is.
INLINE void addPrecisions(
    struct StudentTile tile, int size, int k, struct StudentSums *sums) {
  Lanes total[STUDENT_SUMS];
  for (int j = 0; j < STUDENT_SUMS; j++) total[j] = sums->values[j];
  for (int i = 0; i < size; i += LANES) {
    Lanes u = load(coordinatesU(tile.common, k, size) + i);
    Lanes v = load(coordinatesV(tile.common, k, size) + i);
    Lanes share = load(tile.share + k * size + i);
    Lanes q = load(densities(tile.common, k, size) + i) * load(tile.common->reciprocal + i);
    Lanes weight = q * share;
    Lanes u1 = weight * u, v1 = weight * v;
    total[0] += q;
    total[1] += weight;
    total[2] += u1;
    total[3] += v1;
    total[4] = multiplyAdd(u1, u, total[4]);
    total[5] = multiplyAdd(u1, v, total[5]);
    total[6] = multiplyAdd(v1, v, total[6]);
    Lanes shareU = share * u, shareV = share * v;
    total[7] = multiplyAdd(weight, shareU, total[7]);
    total[8] = multiplyAdd(weight, shareV, total[8]);
    Lanes uu = u1 * shareU, uv = u1 * shareV, vv = v1 * shareV;
    total[9] += uu;
    total[10] += uv;
    total[11] += vv;
    Lanes uuu = uu * u, uuv = uu * v, uvv = vv * u, vvv = vv * v;
    total[12] += uuu;
    total[13] += uuv;
    total[14] += uvv;
    total[15] += vvv;
    total[16] = multiplyAdd(uuu, u, total[16]);
    total[17] = multiplyAdd(uuu, v, total[17]);
    total[18] = multiplyAdd(uuv, v, total[18]);
    total[19] = multiplyAdd(vvv, u, total[19]);
    total[20] = multiplyAdd(vvv, v, total[20]);
  }
  for (int j = 0; j < STUDENT_SUMS; j++) sums->values[j] = total[j];
}

/// One tile: `size` is a multiple of LANES, of which the first `count` points are real.
///
/// - Parameters:
///   - weights: Of the points; NULL, each counts once.
///   - moved: The places of the sums; NULL for each component at its own.
INLINE void addStudentTile(
    struct GaussianWork work, struct StudentTile tile, const double *x, const double *y,
    const double *weights, int size, int count, const struct StudentPass *pass,
    const struct SpreadGaussian *moved, uint8_t *labels, struct StudentSums *sums) {
  const int componentCount = pass->componentCount;
  studentLogDensities(
      tile, x, y, size, work.components, componentCount, pass->exponent, labels);
  if (weights)
    normalize(
        work.tile, weights, size, count, componentCount, LanesAreWeightedPoints, work.sums);
  else
    normalize(work.tile, NULL, size, count, componentCount, LanesArePoints, work.sums);
  for (int j = 0; j < pass->sumCount; j++) {
    if (moved) moveComponent(tile, x, y, size, moved[j], pass->numbers[j]);
    addPrecisions(tile, size, moved ? pass->numbers[j] : j, &sums[j]);
  }
}

TARGET void STUDENT_BLOCK(
    const double *x, const double *y, const double *weights, int count,
    const struct StudentPass *pass, uint8_t *labels, double *row) {
  int componentCount = pass->componentCount, sumCount = pass->sumCount;
  _Alignas(sizeof(Lanes)) char memory[WORK_BYTES(componentCount)];
  struct GaussianWork work = workIn(memory, componentCount);
  for (int k = 0; k < componentCount; k++)
    work.components[k] = inAllLanes(k, pass->components[k]);
  struct SpreadGaussian moved[pass->moved ? sumCount : 1];
  for (int j = 0; pass->moved && j < sumCount; j++) moved[j] = inAllLanes(j, pass->moved[j]);
  const struct SpreadGaussian *places = pass->moved ? moved : NULL;
  double shares[TILE_CAPACITY];
  struct StudentTile tile = {work.tile, shares};
  struct StudentSums sums[sumCount];
  clear(work.sums, 0);
  memset(sums, 0, sizeof sums[0] * (size_t)sumCount);

  const int tileSize = tileSizeFor(componentCount);
  uint8_t tileLabels[TILE_SIZE];
  double restX[TILE_SIZE], restY[TILE_SIZE], restWeights[TILE_SIZE];
  for (int start = 0; start < count; start += tileSize) {
    const double *tileX = x + start, *tileY = y + start;
    const double *tileWeights = weights ? weights + start : NULL;
    int rest = count - start, size = tileSize;
    if (rest < tileSize) {
      size = fillUp(tileX, rest, restX);
      fillUp(tileY, rest, restY);
      tileX = restX;
      tileY = restY;
      if (weights) {
        fillUp(tileWeights, rest, restWeights);
        tileWeights = restWeights;
      }
    }
    int real = rest < size ? rest : size;
    addStudentTile(
        work, tile, tileX, tileY, tileWeights, size, real, pass, places, tileLabels, sums);
    if (labels) memcpy(labels + start, tileLabels, (size_t)real);
  }

  row[0] = row[1] = row[2] = 0;
  addHead(work.sums, row);
  for (int j = 0; j < sumCount; j++)
    for (int i = 0; i < STUDENT_SUMS; i++)
      row[STUDENT_ROW(j) + (size_t)i] = sum(sums[j].values[i]);
}

#endif
