// The k-means pass over one block, cell by cell.
//
// In a cell whose whole box is nearer to one centre than to another, the other need not be asked. Where
// one alone is left the cluster's sums follow from the cell's. Kanungo, Mount, Netanyahu, Piatko, Silverman
// & Wu 2002, IEEE Transactions on Pattern Analysis and Machine Intelligence 24:881–892, with cells in
// the place of their tree.
//
// A file that includes this one has defined, beside what means_block.h asks for, MEANS_CELLS, the name of
// the function.
#ifndef MEANS_CELLS_H
#define MEANS_CELLS_H

#include "cells.h"
#include "means_block.h"

#pragma clang fp contract(off)

INLINE double squaredOffset(double x, double y, const struct KernelCluster *c) {
  double dx = x - c->centreX, dy = y - c->centreY;
  return dx * dx + dy * dy;
}

/// Whether every point of a box is nearer to one centre than to another, whatever rounding does.
///
/// The difference of the squared distances is greatest in the corner that lies farthest on the way from
/// the one to the other.
INLINE bool isNearer(
    const struct KernelCluster *one, const struct KernelCluster *other, const struct Box *box) {
  double x = other->centreX > one->centreX ? box->greatestX : box->leastX;
  double y = other->centreY > one->centreY ? box->greatestY : box->leastY;
  double farX = x == box->leastX ? box->greatestX : box->leastX;
  double farY = y == box->leastY ? box->greatestY : box->leastY;
  double margin = 0x1p-46 * (squaredOffset(x, y, other) + squaredOffset(farX, farY, other));
  return squaredOffset(x, y, one) + margin < squaredOffset(x, y, other);
}

/// The clusters that a point of a box may be nearest to.
///
/// - Parameters:
///   - from: The numbers of those to choose from, in rising order.
///   - kept: Gets the numbers of those that are left, in the same order.
/// - Returns: How many.
INLINE int keepClusters(
    const struct KernelCluster *clusters, const uint8_t *from, int count, const struct Box *box,
    uint8_t *kept) {
  double x = (box->leastX + box->greatestX) / 2, y = (box->leastY + box->greatestY) / 2;
  double least = INFINITY;
  int nearest = from[0];
  for (int i = 0; i < count; i++) {
    double squared = squaredOffset(x, y, &clusters[from[i]]);
    nearest = squared < least ? from[i] : nearest;
    least = squared < least ? squared : least;
  }
  int keptCount = 0;
  for (int i = 0; i < count; i++) {
    bool isLeftOut = from[i] != nearest && isNearer(&clusters[nearest], &clusters[from[i]], box);
    kept[keptCount] = from[i];
    keptCount += !isLeftOut;
  }
  return keptCount;
}

/// Adds all points of a cell to one cluster, by the cell's sums.
INLINE void addWholeCell(
    const struct Cell *cell, int count, const struct KernelCluster *clusters, int k, double *row) {
  double dx = cell->meanX - clusters[k].centreX, dy = cell->meanY - clusters[k].centreY;
  row[0] += cell->xx + 2 * cell->x * dx + count * dx * dx;
  row[0] += cell->yy + 2 * cell->y * dy + count * dy * dy;
  double *sums = row + MEANS_ROW(k);
  sums[0] += count;
  sums[1] += count * (cell->meanX - clusters[0].centreX) + cell->x;
  sums[2] += count * (cell->meanY - clusters[0].centreY) + cell->y;
}

/// Adds what the points of a cell add to some of the clusters, with offsets from the first of these.
INLINE void addClusterSums(
    const double *some, const struct KernelCluster *clusters, const uint8_t *kept, int keptCount,
    double *row) {
  double dx = clusters[kept[0]].centreX - clusters[0].centreX;
  double dy = clusters[kept[0]].centreY - clusters[0].centreY;
  row[0] += some[0];
  for (int i = 0; i < keptCount; i++) {
    const double *from = some + MEANS_ROW(i);
    double *sums = row + MEANS_ROW(kept[i]);
    sums[0] += from[0];
    sums[1] += from[1] + from[0] * dx;
    sums[2] += from[2] + from[0] * dy;
  }
}

TARGET void MEANS_CELLS(
    struct BlockCells block, const struct KernelCluster *clusters, int clusterCount,
    uint8_t *labels, double *row) {
  memset(row, 0, sizeof(double) * MEANS_ROW(clusterCount));
  uint8_t all[KERNEL_MAXIMUM_COMPONENTS], near[KERNEL_MAXIMUM_COMPONENTS];
  for (int k = 0; k < clusterCount; k++) all[k] = (uint8_t)k;
  int nearCount = keepClusters(clusters, all, clusterCount, &block.box, near);

  struct MeansCentres centres;
  uint8_t kept[KERNEL_MAXIMUM_COMPONENTS];
  for (int i = 0; i < block.cellCount; i++) {
    const struct Cell *cell = &block.cells[i];
    int start = i * CELL_SIZE, rest = block.count - start;
    int count = rest < CELL_SIZE ? rest : CELL_SIZE;
    int keptCount = keepClusters(clusters, near, nearCount, &cell->box, kept);
    if (keptCount == 1) {
      addWholeCell(cell, count, clusters, kept[0], row);
      memset(labels + start, kept[0], (size_t)count);
      continue;
    }
    centres.count = keptCount;
    for (int j = 0; j < keptCount; j++) {
      centres.x[j] = clusters[kept[j]].centreX;
      centres.y[j] = clusters[kept[j]].centreY;
    }
    double some[MEANS_ROW(KERNEL_MAXIMUM_COMPONENTS)];
    memset(some, 0, sizeof(double) * MEANS_ROW(keptCount));
    addAll(block.x + start, block.y + start, count, &centres, labels + start, some);
    for (int j = 0; j < count; j++) labels[start + j] = kept[labels[start + j]];
    addClusterSums(some, clusters, kept, keptCount, row);
  }
}

#endif
