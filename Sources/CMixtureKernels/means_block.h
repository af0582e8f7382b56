// The k-means pass over one block.
//
// A file that includes this one has defined, beside what lanes.h asks for, MEANS_BLOCK, the name of
// the function, and FEW_CLUSTERS, up to how many clusters the registers of the set have room for.
#ifndef MEANS_BLOCK_H
#define MEANS_BLOCK_H

#include <math.h>
#include <string.h>

#include "means_few.h"
#include "means_many.h"

#pragma clang fp contract(off)

INLINE void addPoints(
    struct MeansPoints points, const struct MeansCentres *centres, double *row) {
  switch (centres->count <= FEW_CLUSTERS ? centres->count : 0) {
    case 1: addFewClusters(points, centres, 1, row); break;
    case 2: addFewClusters(points, centres, 2, row); break;
    case 3: addFewClusters(points, centres, 3, row); break;
    case 4: addFewClusters(points, centres, 4, row); break;
    case 5: addFewClusters(points, centres, 5, row); break;
    case 6: addFewClusters(points, centres, 6, row); break;
    case 7: addFewClusters(points, centres, 7, row); break;
    case 8: addFewClusters(points, centres, 8, row); break;
    default: addManyClusters(points, centres, row);
  }
}

/// One of the last points, which do not fill a stride.
INLINE uint8_t addPoint(double x, double y, const struct MeansCentres *centres, double *row) {
  double least = INFINITY;
  int label = 0;
  for (int k = 0; k < centres->count; k++) {
    double dx = x - centres->x[k][0], dy = y - centres->y[k][0];
    double distance = dx * dx + dy * dy;
    if (distance < least) {
      least = distance;
      label = k;
    }
  }
  row[0] += least;
  row[MEANS_ROW(label)] += 1;
  row[MEANS_ROW(label) + 1] += x - centres->x[0][0];
  row[MEANS_ROW(label) + 2] += y - centres->y[0][0];
  return (uint8_t)label;
}

/// Labels all points, however many, and adds their sums to a row.
INLINE void addAll(
    const double *x, const double *y, int count, const struct MeansCentres *centres,
    uint8_t *labels, double *row) {
  int whole = count / MEANS_STRIDE * MEANS_STRIDE;
  addPoints((struct MeansPoints){x, y, whole, labels}, centres, row);
  for (int i = whole; i < count; i++) labels[i] = addPoint(x[i], y[i], centres, row);
}

TARGET void MEANS_BLOCK(
    const double *x, const double *y, int count, const struct KernelCluster *clusters,
    int clusterCount, uint8_t *labels, double *row) {
  struct MeansCentres centres;
  centres.count = clusterCount;
  for (int k = 0; k < clusterCount; k++) {
    centres.x[k] = clusters[k].centreX;
    centres.y[k] = clusters[k].centreY;
  }
  memset(row, 0, sizeof(double) * MEANS_ROW(clusterCount));
  uint8_t unwantedLabels[BLOCK_SIZE];
  addAll(x, y, count, &centres, labels ? labels : unwantedLabels, row);
}

#endif
