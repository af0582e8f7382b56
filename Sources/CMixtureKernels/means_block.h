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

struct MeansSums {
  Lanes distortion;
  struct { LaneBits count; Lanes x, y; } clusters[KERNEL_MAXIMUM_COMPONENTS];
};

/// The nearest centre of each point, as a whole number; −1 for the points that only fill up.
INLINE void nearestCentres(
    double *nearest, const double *x, const double *y, int size, int count,
    const double *centresX, const double *centresY, int clusterCount, uint8_t *labels,
    struct MeansSums *sums) {
  for (int i = 0; i < size; i += LANES) {
    Lanes px = load(x + i), py = load(y + i);
    Lanes least = INFINITY, label = 0;
    for (int k = 0; k < clusterCount; k++) {
      Lanes dx = px - centresX[k], dy = py - centresY[k];
      Lanes distance = dx * dx + dy * dy;
      label = distance < least ? (Lanes)k : label;
      least = distance < least ? distance : least;
    }
    storeLabels(labels + i, label);
    if (i + LANES > count) {
      LaneBits filling = lanesFrom(count - i);
      least = filling ? 0.0 : least;
      label = filling ? -1.0 : label;
    }
    sums->distortion += least;
    store(nearest + i, label);
  }
}

/// The count and the sum of offsets from the centre of each cluster.
INLINE void addClusters(
    const double *nearest, const double *x, const double *y, int size, const double *centresX,
    const double *centresY, int clusterCount, struct MeansSums *sums) {
  for (int k = 0; k < clusterCount; k++) {
    LaneBits count = sums->clusters[k].count;
    Lanes sumX = sums->clusters[k].x, sumY = sums->clusters[k].y;
    for (int i = 0; i < size; i += LANES) {
      LaneBits member = load(nearest + i) == (Lanes)k;
      Lanes dx = load(x + i) - centresX[k], dy = load(y + i) - centresY[k];
      count -= member;
      sumX += member ? dx : 0.0;
      sumY += member ? dy : 0.0;
    }
    sums->clusters[k].count = count;
    sums->clusters[k].x = sumX;
    sums->clusters[k].y = sumY;
  }
}

TARGET static void meansBlock(
    const double *x, const double *y, int count, const double *centresX, const double *centresY,
    int clusterCount, uint8_t *labels, double *row) {
  double nearest[MEANS_TILE_SIZE];
  uint8_t tileLabels[MEANS_TILE_SIZE];
  struct MeansSums sums;
  sums.distortion = 0;
  memset(sums.clusters, 0, sizeof sums.clusters[0] * (size_t)clusterCount);

  int start = 0;
  for (; start + MEANS_TILE_SIZE <= count; start += MEANS_TILE_SIZE) {
    nearestCentres(
        nearest, x + start, y + start, MEANS_TILE_SIZE, MEANS_TILE_SIZE, centresX, centresY,
        clusterCount, labels ? labels + start : tileLabels, &sums);
    addClusters(
        nearest, x + start, y + start, MEANS_TILE_SIZE, centresX, centresY, clusterCount, &sums);
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
        nearest, restX, restY, size, rest, centresX, centresY, clusterCount, tileLabels, &sums);
    addClusters(nearest, restX, restY, size, centresX, centresY, clusterCount, &sums);
    if (labels) memcpy(labels + start, tileLabels, (size_t)rest);
  }

  row[0] = sum(sums.distortion);
  for (int k = 0; k < clusterCount; k++) {
    double *cluster = row + MEANS_ROW(k);
    int64_t members = 0;
    for (int lane = 0; lane < LANES; lane++) members += sums.clusters[k].count[lane];
    cluster[0] = (double)members;
    cluster[1] = sum(sums.clusters[k].x);
    cluster[2] = sum(sums.clusters[k].y);
  }
}

#endif
