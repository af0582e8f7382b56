// The k-means pass for few clusters: all sums stay in registers.
#ifndef MEANS_FEW_H
#define MEANS_FEW_H

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

/// Labels the points and adds their sums to a row.
///
/// Sums are kept of the points whose label is at least k: it is where the least distance is less
/// than that to all centres before k. The difference of two such sums is the cluster's, exactly
/// zero for an empty one.
///
/// `few` is a constant wherever this is inlined.
INLINE void addFewClusters(
    struct MeansPoints points, const struct MeansCentres *centres, const int few, double *row) {
  const int stretch = MEMBERSHIPS_IN_A_SUM * MEANS_STRIDE;
  for (int first = 0; first < MEANS_STRIDE; first += LANES) {
    Lanes distortion = 0, sumX[MOST_FEW_CLUSTERS + 1], sumY[MOST_FEW_CLUSTERS + 1];
    LaneBits count[MOST_FEW_CLUSTERS + 1];
    for (int k = 0; k <= few; k++) {
      sumX[k] = sumY[k] = 0;
      count[k] = 0;
    }
    for (int start = 0; start < points.size; start += stretch) {
      int end = start + stretch < points.size ? start + stretch : points.size;
      LaneBits memberships = 0;
      for (int i = start + first; i < end; i += MEANS_STRIDE) {
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
      count[0] += (end - start) / MEANS_STRIDE;
      for (int k = 1; k < few; k++) count[k] += (memberships >> COUNT_SHIFT(k)) & COUNT_MASK;
    }
    row[0] += sum(distortion);
    for (int k = 0; k < few; k++) {
      row[MEANS_ROW(k)] += sum(__builtin_convertvector(count[k] - count[k + 1], Lanes));
      row[MEANS_ROW(k) + 1] += sum(sumX[k] - sumX[k + 1]);
      row[MEANS_ROW(k) + 2] += sum(sumY[k] - sumY[k + 1]);
    }
  }
}

#endif
