// The k-means pass over one block.
#ifndef MEANS_BLOCK_H
#define MEANS_BLOCK_H

#include <math.h>
#include <string.h>

#include "kernels.h"
#include "lanes.h"

// No fused multiply-add here: squared distances must be the very numbers that the plain rule
// compares, or ties would fall differently.
#pragma clang fp contract(off)

#define MEANS_TILE_SIZE 128

/// How many clusters' sums the registers can hold, four at most.
#ifdef MASKED_INSTRUCTIONS
#define CLUSTERS_AT_ONCE 4
#else
#define CLUSTERS_AT_ONCE 1
#endif

struct MeansSums {
  struct { LaneBits count; Lanes x, y, distortion; } clusters[KERNEL_MAXIMUM_COMPONENTS];
};

/// Points of a block that stay in the first-level cache, with what is known of them.
struct MeansTile {
  /// The nearest centre, as a whole number; −1 for points that only fill up the last vector.
  double nearest[MEANS_TILE_SIZE];
  /// The squared distance to it.
  double squared[MEANS_TILE_SIZE];
};

/// Which centre is nearest to each point, the lowest of equally near ones.
INLINE void nearestCentres(
    struct MeansTile *tile, const double *x, const double *y, int size, int count,
    const double *centresX, const double *centresY, int clusterCount, uint8_t *labels) {
  for (int i = 0; i < size; i += LANES) {
    Lanes px = load(x + i), py = load(y + i);
    Lanes least = INFINITY, label = 0, number = 0;
    for (int k = 0; k < clusterCount; k++) {
      Lanes dx = px - centresX[k], dy = py - centresY[k];
      Lanes distance = dx * dx + dy * dy;
      label = distance < least ? number : label;
      least = distance < least ? distance : least;
      number += 1.0;
    }
    storeLabels(labels + i, label);
    if (i + LANES > count) label = lanesFrom(count - i) ? -1.0 : label;
    store(tile->nearest + i, label);
    store(tile->squared + i, least);
  }
}

/// The count, the sum of offsets and the distortion of a few clusters, at most four, from `first`
/// on.
///
/// `few` is a constant wherever this is inlined, so that all sums stay in registers.
INLINE void addFewClusters(
    const struct MeansTile *tile, const double *x, const double *y, int size, double originX,
    double originY, int first, const int few, struct MeansSums *sums) {
  LaneBits count[4];
  Lanes sumX[4], sumY[4], distortion[4];
  for (int k = 0; k < few; k++) {
    count[k] = sums->clusters[first + k].count;
    sumX[k] = sums->clusters[first + k].x;
    sumY[k] = sums->clusters[first + k].y;
    distortion[k] = sums->clusters[first + k].distortion;
  }
  for (int i = 0; i < size; i += LANES) {
    Lanes nearest = load(tile->nearest + i), squared = load(tile->squared + i);
    Lanes dx = load(x + i) - originX, dy = load(y + i) - originY;
    for (int k = 0; k < few; k++) {
      LaneBits member = nearest == (Lanes)(first + k);
      count[k] = countWhere(member, count[k]);
      sumX[k] = addWhere(member, dx, sumX[k]);
      sumY[k] = addWhere(member, dy, sumY[k]);
      distortion[k] = addWhere(member, squared, distortion[k]);
    }
  }
  for (int k = 0; k < few; k++) {
    sums->clusters[first + k].count = count[k];
    sums->clusters[first + k].x = sumX[k];
    sums->clusters[first + k].y = sumY[k];
    sums->clusters[first + k].distortion = distortion[k];
  }
}

/// The sums of all clusters; offsets are from the first centre, which stands for the place of the
/// data as a whole.
INLINE void addClusters(
    const struct MeansTile *tile, const double *x, const double *y, int size, double originX,
    double originY, int clusterCount, struct MeansSums *sums) {
  for (int k = 0; k < clusterCount; k += CLUSTERS_AT_ONCE) {
    int rest = clusterCount - k;
    switch (rest < CLUSTERS_AT_ONCE ? rest : CLUSTERS_AT_ONCE) {
      case 1: addFewClusters(tile, x, y, size, originX, originY, k, 1, sums); break;
      case 2: addFewClusters(tile, x, y, size, originX, originY, k, 2, sums); break;
      case 3: addFewClusters(tile, x, y, size, originX, originY, k, 3, sums); break;
      case 4: addFewClusters(tile, x, y, size, originX, originY, k, 4, sums); break;
    }
  }
}

TARGET static void meansBlock(
    const double *x, const double *y, int count, const double *centresX, const double *centresY,
    int clusterCount, uint8_t *labels, double *row) {
  struct MeansTile tile;
  uint8_t tileLabels[MEANS_TILE_SIZE];
  struct MeansSums sums;
  memset(sums.clusters, 0, sizeof sums.clusters[0] * (size_t)clusterCount);

  int start = 0;
  for (; start + MEANS_TILE_SIZE <= count; start += MEANS_TILE_SIZE) {
    nearestCentres(
        &tile, x + start, y + start, MEANS_TILE_SIZE, MEANS_TILE_SIZE, centresX, centresY,
        clusterCount, labels ? labels + start : tileLabels);
    addClusters(
        &tile, x + start, y + start, MEANS_TILE_SIZE, centresX[0], centresY[0], clusterCount, &sums);
  }
  int rest = count - start;
  if (rest > 0) {
    double restX[MEANS_TILE_SIZE], restY[MEANS_TILE_SIZE];
    int size = (rest + LANES - 1) / LANES * LANES;
    for (int i = 0; i < size; i++) {
      restX[i] = x[start + (i < rest ? i : 0)];
      restY[i] = y[start + (i < rest ? i : 0)];
    }
    nearestCentres(
        &tile, restX, restY, size, rest, centresX, centresY, clusterCount, tileLabels);
    addClusters(&tile, restX, restY, size, centresX[0], centresY[0], clusterCount, &sums);
    if (labels) memcpy(labels + start, tileLabels, (size_t)rest);
  }

  for (int k = 0; k < clusterCount; k++) {
    double *cluster = row + MEANS_ROW(k);
    int64_t members = 0;
    for (int lane = 0; lane < LANES; lane++) members += sums.clusters[k].count[lane];
    cluster[0] = (double)members;
    cluster[1] = sum(sums.clusters[k].x);
    cluster[2] = sum(sums.clusters[k].y);
    cluster[3] = sum(sums.clusters[k].distortion);
  }
}

#endif
