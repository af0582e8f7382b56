// What the passes over cells know of them.
#ifndef CELLS_H
#define CELLS_H

#include <stdbool.h>

#include "PointCells.h"
#include "kernels.h"

/// The points of a cell, but for the last one. A block has a whole number of cells.
#define CELL_SIZE 256

/// Terms may be so many times greater than the sum of squares that they add up to.
#define GAUSSIAN_TOLERATED_CANCELLATION 256

/// The least box around some points.
struct Box {
  double leastX, greatestX, leastY, greatestY;
};

/// A cell's box and what its points add up to.
struct Cell {
  struct Box box;
  double meanX, meanY;
  /// Sums of the offsets from the mean; not zero, because the mean is rounded.
  double x, y;
  /// Sums of their squares and products.
  double xx, xy, yy;
};

struct KernelCells {
  size_t count;
  /// The points in the order of the cells, and the number that each has otherwise.
  double *x, *y;
  uint32_t *order;
  struct Cell *cells;
};

/// The cells of a block, and the box of all its points.
struct BlockCells {
  const double *x, *y;
  int count;
  const struct Cell *cells;
  int cellCount;
  struct Box box;
};

/// The cells of the points from `start` on, which is where a block begins.
struct BlockCells cellsOfBlock(const struct KernelCells *cells, size_t start, int count);

#endif
