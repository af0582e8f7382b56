// The sums of all blocks: one row of doubles for each, added up in an order that is always the same.
#ifndef BLOCK_ROWS_H
#define BLOCK_ROWS_H

#include <stddef.h>

/// The number of blocks that so many points make; one, which is empty, for none.
size_t blockCount(size_t pointCount);

/// The number of points in a block: all full but the last.
int pointsInBlock(size_t block, size_t pointCount);

/// Adds up `count` rows of `width` doubles pairwise and leaves the sum in the first.
///
/// The rounding error grows with the logarithm of the number of rows only.
void addRowsPairwise(double *rows, size_t count, size_t width);

#endif
