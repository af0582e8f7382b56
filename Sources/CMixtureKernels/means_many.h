// The k-means pass for many clusters: each point adds to its cluster's place in memory, so that the
// time for the sums does not depend on the number of clusters.
#ifndef MEANS_MANY_H
#define MEANS_MANY_H

#include <string.h>

#include "lanes.h"
#include "means.h"

/// Points whose labels are found before their sums are.
#define MEANS_TILE_SIZE 128

/// A point's count and offset, and a zero; or sums of these.
typedef double Quad __attribute__((ext_vector_type(4)));
typedef double UnalignedQuad __attribute__((ext_vector_type(4), aligned(8)));

INLINE Quad loadQuad(const double *source) { return *(const UnalignedQuad *)source; }

/// The sums of each cluster in parts: point n adds to part n mod MEANS_STRIDE, so that additions
/// need not wait for each other.
struct ScatteredSums {
  Quad clusters[KERNEL_MAXIMUM_COMPONENTS][MEANS_STRIDE];
};

/// Which centre is nearest to each point, the lowest of equally near ones.
///
/// `clusterCount` is a constant wherever that helps.
///
/// - Returns: The sum of the squared distances to them.
INLINE double nearestCentres(
    struct MeansPoints points, const struct MeansCentres *centres, const int clusterCount) {
  Lanes distortion = 0;
  for (int i = 0; i < points.size; i += LANES) {
    Lanes x = load(points.x + i), y = load(points.y + i);
    Lanes least = squaredDistance(x, y, centres, 0), label = 0;
    for (int k = 1; k < clusterCount; k++) {
      Lanes distance = squaredDistance(x, y, centres, k);
      label = distance < least ? (Lanes)k : label;
      least = lesser(distance, least);
    }
    storeLabels(points.labels + i, label);
    distortion += least;
  }
  return sum(distortion);
}

INLINE void scatter(
    struct MeansPoints points, const struct MeansCentres *centres, struct ScatteredSums *sums) {
  const double originX = centres->x[0][0], originY = centres->y[0][0];
  for (int i = 0; i < points.size; i += MEANS_STRIDE)
    for (int part = 0; part < MEANS_STRIDE; part += 4) {
      const uint8_t *label = points.labels + i + part;
      Quad dx = loadQuad(points.x + i + part) - originX;
      Quad dy = loadQuad(points.y + i + part) - originY;
      for (int j = 0; j < 4; j++) sums->clusters[label[j]][part + j] += (Quad){1, dx[j], dy[j], 0};
    }
}

/// Labels the points and adds their sums to a row.
INLINE void addManyClusters(
    struct MeansPoints points, const struct MeansCentres *centres, double *row) {
  struct ScatteredSums sums;
  memset(sums.clusters, 0, sizeof sums.clusters[0] * (size_t)centres->count);
  for (int start = 0; start < points.size; start += MEANS_TILE_SIZE) {
    struct MeansPoints tile = {
        points.x + start, points.y + start, points.size - start, points.labels + start};
    if (tile.size > MEANS_TILE_SIZE) tile.size = MEANS_TILE_SIZE;
    switch (centres->count) {
      case 3: row[0] += nearestCentres(tile, centres, 3); break;
      case 4: row[0] += nearestCentres(tile, centres, 4); break;
      case 5: row[0] += nearestCentres(tile, centres, 5); break;
      case 6: row[0] += nearestCentres(tile, centres, 6); break;
      case 7: row[0] += nearestCentres(tile, centres, 7); break;
      case 8: row[0] += nearestCentres(tile, centres, 8); break;
      default: row[0] += nearestCentres(tile, centres, centres->count);
    }
    scatter(tile, centres, &sums);
  }
  for (int k = 0; k < centres->count; k++) {
    Quad total = 0;
    for (int part = 0; part < MEANS_STRIDE; part++) total += sums.clusters[k][part];
    for (int i = 0; i < 3; i++) row[MEANS_ROW(k) + i] += total[i];
  }
}

#endif
