// Sums over all points: one row of doubles for each block, added up in an order that is always the
// same.
#ifndef BLOCK_SUMS_H
#define BLOCK_SUMS_H

#include <stdbool.h>
#include <stddef.h>

/// A pass over the points: what there is to do for a stretch of them.
struct BlockSums {
  size_t pointCount;
  /// How many doubles a row has.
  size_t width;
  /// Writes the row of the points start ..< start + count, at most BLOCK_SIZE.
  void (*addBlock)(const void *context, size_t start, int count, double *row);
  const void *context;
};

/// Does the blocks on at most `threads` threads (0: as many as there are processors) and adds up
/// their rows.
///
/// Rows are added pairwise, so that the rounding error grows with the logarithm of their number
/// only and does not depend on the number of threads.
///
/// - Parameter total: Gets the sum of all rows.
/// - Returns: false when there is no memory for the rows.
bool sumBlocks(const struct BlockSums *sums, int threads, double *total);

#endif
