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

/// Up to how many clusters the sums are masked additions, all in registers; with more clusters, or
/// without such instructions, each point adds to its cluster's row in memory.
#ifdef MASKED_INSTRUCTIONS
#define CLUSTERS_IN_REGISTERS 4
#else
#define CLUSTERS_IN_REGISTERS 0
#endif

/// A point's count, offset and squared distance to the centre, or sums of these.
typedef double Quad __attribute__((ext_vector_type(4)));
typedef double UnalignedQuad __attribute__((ext_vector_type(4), aligned(8)));

INLINE Quad loadQuad(const double *source) { return *(const UnalignedQuad *)source; }

/// The sums of each cluster in parts: point n adds to part n mod LANES, as in masked additions, so
/// that the bits are the same either way.
struct MeansSums {
  Quad clusters[KERNEL_MAXIMUM_COMPONENTS][LANES];
};

/// Points on their way through a block.
struct MeansPoints {
  const double *x, *y;
  /// A multiple of LANES, and how many of them are real.
  int size, count;
  uint8_t *labels;
};

/// The clusters' centres; offsets are from the first, which stands for the place of the data as a
/// whole. A copy of our own, so that no store to the labels can be thought to change it.
struct MeansCentres {
  double x[KERNEL_MAXIMUM_COMPONENTS], y[KERNEL_MAXIMUM_COMPONENTS];
  int count;
};

INLINE Lanes squaredDistance(Lanes x, Lanes y, const struct MeansCentres *centres, int k) {
  Lanes dx = x - centres->x[k], dy = y - centres->y[k];
  return dx * dx + dy * dy;
}

/// Which centre is nearest to each point, the lowest of equally near ones, and how near.
///
/// `clusterCount` is a constant wherever that helps.
INLINE void nearestCentres(
    struct MeansPoints points, const struct MeansCentres *centres, const int clusterCount,
    double *squared) {
  for (int i = 0; i < points.size; i += LANES) {
    Lanes x = load(points.x + i), y = load(points.y + i);
    Lanes least = squaredDistance(x, y, centres, 0), label = 0;
    for (int k = 1; k < clusterCount; k++) {
      Lanes distance = squaredDistance(x, y, centres, k);
      label = distance < least ? (Lanes)k : label;
      least = distance < least ? distance : least;
    }
    storeLabels(points.labels + i, label);
    store(squared + i, least);
  }
}

/// Adds each point to its cluster's row: the time does not depend on the number of clusters.
INLINE void scatter(
    struct MeansPoints points, const struct MeansCentres *centres, const double *squared,
    struct MeansSums *sums) {
  int i = 0;
  for (; i + LANES <= points.count; i += LANES)
    for (int part = 0; part < LANES; part += 4) {
      const int n = i + part;
      const uint8_t *label = points.labels + n;
      Quad dx = loadQuad(points.x + n) - centres->x[0], dy = loadQuad(points.y + n) - centres->y[0];
      Quad distance = loadQuad(squared + n), one = 1;
      sums->clusters[label[0]][part] += (Quad){one[0], dx[0], dy[0], distance[0]};
      sums->clusters[label[1]][part + 1] += (Quad){one[1], dx[1], dy[1], distance[1]};
      sums->clusters[label[2]][part + 2] += (Quad){one[2], dx[2], dy[2], distance[2]};
      sums->clusters[label[3]][part + 3] += (Quad){one[3], dx[3], dy[3], distance[3]};
    }
  for (; i < points.count; i++)
    sums->clusters[points.labels[i]][i % LANES] +=
        (Quad){1, points.x[i] - centres->x[0], points.y[i] - centres->y[0], squared[i]};
}

#if CLUSTERS_IN_REGISTERS
/// Labels and sums in one go, for so few clusters that all sums stay in registers.
///
/// `few` is a constant wherever this is inlined.
INLINE void addFewClusters(
    struct MeansPoints points, const struct MeansCentres *centres, const int few,
    struct MeansSums *sums) {
  Lanes sumX[CLUSTERS_IN_REGISTERS], sumY[CLUSTERS_IN_REGISTERS], sumD[CLUSTERS_IN_REGISTERS];
  LaneBits count[CLUSTERS_IN_REGISTERS];
  for (int k = 0; k < few; k++) {
    sumX[k] = sumY[k] = sumD[k] = 0;
    count[k] = 0;
  }
  for (int i = 0; i < points.size; i += LANES) {
    Lanes x = load(points.x + i), y = load(points.y + i);
    Lanes dx = x - centres->x[0], dy = y - centres->y[0];
    Lanes least = dx * dx + dy * dy;
    LaneBits label = 0;
    for (int k = 1; k < few; k++) {
      Lanes distance = squaredDistance(x, y, centres, k);
      label = distance < least ? (LaneBits)k : label;
      least = distance < least ? distance : least;
    }
    storeWholeLabels(points.labels + i, label);
    if (i + LANES > points.count) label |= lanesFrom(points.count - i);
    for (int k = 0; k < few; k++) {
      LaneBits member = label == (LaneBits)k;
      count[k] -= member;
      sumX[k] = addWhere(member, dx, sumX[k]);
      sumY[k] = addWhere(member, dy, sumY[k]);
      sumD[k] = addWhere(member, least, sumD[k]);
    }
  }
  for (int k = 0; k < few; k++)
    for (int part = 0; part < LANES; part++)
      sums->clusters[k][part] +=
          (Quad){(double)count[k][part], sumX[k][part], sumY[k][part], sumD[k][part]};
}
#endif

/// Labels and sums of whole vectors of points.
INLINE void addPoints(
    struct MeansPoints points, const struct MeansCentres *centres, struct MeansSums *sums) {
#if CLUSTERS_IN_REGISTERS
  switch (centres->count) {
    case 1: addFewClusters(points, centres, 1, sums); return;
    case 2: addFewClusters(points, centres, 2, sums); return;
    case 3: addFewClusters(points, centres, 3, sums); return;
    case 4: addFewClusters(points, centres, 4, sums); return;
  }
#endif
  double squared[MEANS_TILE_SIZE];
  for (int start = 0; start < points.size; start += MEANS_TILE_SIZE) {
    struct MeansPoints tile = {
        points.x + start, points.y + start, points.size - start, points.count - start,
        points.labels + start};
    if (tile.size > MEANS_TILE_SIZE) tile.size = tile.count = MEANS_TILE_SIZE;
    switch (centres->count) {
      case 2: nearestCentres(tile, centres, 2, squared); break;
      case 3: nearestCentres(tile, centres, 3, squared); break;
      case 4: nearestCentres(tile, centres, 4, squared); break;
      case 5: nearestCentres(tile, centres, 5, squared); break;
      case 6: nearestCentres(tile, centres, 6, squared); break;
      case 7: nearestCentres(tile, centres, 7, squared); break;
      case 8: nearestCentres(tile, centres, 8, squared); break;
      default: nearestCentres(tile, centres, centres->count, squared);
    }
    scatter(tile, centres, squared, sums);
  }
}

TARGET static void meansBlock(
    const double *x, const double *y, int count, const double *centresX, const double *centresY,
    int clusterCount, uint8_t *labels, double *row) {
  struct MeansCentres centres;
  centres.count = clusterCount;
  memcpy(centres.x, centresX, sizeof(double) * (size_t)clusterCount);
  memcpy(centres.y, centresY, sizeof(double) * (size_t)clusterCount);
  struct MeansSums sums;
  memset(sums.clusters, 0, sizeof sums.clusters[0] * (size_t)clusterCount);
  uint8_t unwantedLabels[BLOCK_SIZE];
  if (!labels) labels = unwantedLabels;

  int whole = count / LANES * LANES, rest = count - whole;
  addPoints((struct MeansPoints){x, y, whole, whole, labels}, &centres, &sums);
  if (rest > 0) {
    // The last points, filled up to a whole vector with copies of the first of them.
    double restX[LANES], restY[LANES];
    uint8_t restLabels[LANES];
    for (int i = 0; i < LANES; i++) {
      restX[i] = x[whole + (i < rest ? i : 0)];
      restY[i] = y[whole + (i < rest ? i : 0)];
    }
    addPoints((struct MeansPoints){restX, restY, LANES, rest, restLabels}, &centres, &sums);
    memcpy(labels + whole, restLabels, (size_t)rest);
  }

  for (int k = 0; k < clusterCount; k++)
    for (int i = 0; i < 4; i++) {
      Lanes parts;
      for (int part = 0; part < LANES; part++) parts[part] = sums.clusters[k][part][i];
      row[MEANS_ROW(k) + (size_t)i] = sum(parts);
    }
}

#endif
