// The k-means pass for few clusters: all sums stay in registers.
#ifndef MEANS_FEW_H
#define MEANS_FEW_H

#include <string.h>

#include "lanes.h"
#include "means.h"

/// The greatest number of clusters that a membership has room for.
#define MOST_FEW_CLUSTERS 8

// A point's membership is one whole number: in its lowest byte the label; from bit 9 on, in seven
// bits for each k ≥ 1, whether the label is at least k. Sums of them count the points.
#define COUNT_SHIFT(k) (9 + 7 * ((k) - 1))
#define COUNT_MASK 127
#define FROM(k) (1 + ((int64_t)1 << COUNT_SHIFT(k)))

/// So many memberships, of eight clusters, can be added before a field is full.
#define MEMBERSHIPS_IN_A_SUM 64

// With sixteen registers the centres must stay in memory, for the sums need them all; clang would
// load the centres once and spill the sums instead.
#ifdef MASKED_INSTRUCTIONS
#define LEAVE_IN_MEMORY(pointer)
#else
#define LEAVE_IN_MEMORY(pointer) __asm__ volatile("" : : "r"(pointer) : "memory")
#endif

/// Sums over the points whose label is at least k, for each k.
///
/// The label is at least k where the least distance is less than that to all centres before k, so
/// one comparison tells. The difference of two such sums is a cluster's, exactly zero for an empty
/// one.
struct NestedSums {
  Lanes distortion, x[MOST_FEW_CLUSTERS + 1], y[MOST_FEW_CLUSTERS + 1];
  LaneBits count[MOST_FEW_CLUSTERS + 1];
};

/// Labels at most MEMBERSHIPS_IN_A_SUM vectors of points, one in every stride from `first` on, and
/// adds them up.
INLINE void addStretch(
    struct MeansPoints points, int first, const struct MeansCentres *centres, const int few,
    struct NestedSums *sums) {
  Lanes distortion = sums->distortion, sumX[MOST_FEW_CLUSTERS], sumY[MOST_FEW_CLUSTERS];
  for (int k = 0; k < few; k++) {
    sumX[k] = sums->x[k];
    sumY[k] = sums->y[k];
  }
  LaneBits memberships = 0;
#pragma clang loop unroll_count(4)
  for (int i = first; i < points.size; i += MEANS_STRIDE) {
    LEAVE_IN_MEMORY(centres);
    Lanes x = load(points.x + i), y = load(points.y + i);
    Lanes dx = x - centres->x[0], dy = y - centres->y[0];
    Lanes least[MOST_FEW_CLUSTERS];
    least[0] = dx * dx + dy * dy;
    for (int k = 1; k < few; k++)
      least[k] = lesser(squaredDistance(x, y, centres, k), least[k - 1]);
    distortion += least[few - 1];
    sumX[0] += dx;
    sumY[0] += dy;
    LaneBits membership = 0;
    for (int k = 1; k < few; k++) {
      LaneBits from = least[few - 1] < least[k - 1];
      membership = addWholeWhere(from, (LaneBits)FROM(k), membership);
      sumX[k] = addWhere(from, dx, sumX[k]);
      sumY[k] = addWhere(from, dy, sumY[k]);
    }
    storeWholeLabels(points.labels + i, membership);
    memberships += membership;
  }
  sums->distortion = distortion;
  for (int k = 0; k < few; k++) {
    sums->x[k] = sumX[k];
    sums->y[k] = sumY[k];
  }
  sums->count[0] += points.size / MEANS_STRIDE;
  for (int k = 1; k < few; k++) sums->count[k] += (memberships >> COUNT_SHIFT(k)) & COUNT_MASK;
}

/// Labels the points and adds their sums to a row.
///
/// `few` is a constant wherever this is inlined.
INLINE void addFewClusters(
    struct MeansPoints points, const struct MeansCentres *centres, const int few, double *row) {
  const int vectors = MEANS_STRIDE / LANES, longest = MEMBERSHIPS_IN_A_SUM * MEANS_STRIDE;
  struct NestedSums sums[MEANS_STRIDE / LANES];
  memset(sums, 0, sizeof sums);
  for (int start = 0; start < points.size; start += longest) {
    int rest = points.size - start;
    struct MeansPoints stretch = {
        points.x + start, points.y + start, rest < longest ? rest : longest,
        points.labels + start};
    for (int j = 0; j < vectors; j++) addStretch(stretch, j * LANES, centres, few, &sums[j]);
  }
  for (int j = 0; j < vectors; j++) {
    row[0] += sum(sums[j].distortion);
    for (int k = 0; k < few; k++) {
      LaneBits count = sums[j].count[k] - sums[j].count[k + 1];
      row[MEANS_ROW(k)] += sum(__builtin_convertvector(count, Lanes));
      row[MEANS_ROW(k) + 1] += sum(sums[j].x[k] - sums[j].x[k + 1]);
      row[MEANS_ROW(k) + 2] += sum(sums[j].y[k] - sums[j].y[k + 1]);
    }
  }
}

#endif
