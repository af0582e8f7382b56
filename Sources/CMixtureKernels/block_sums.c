#include "block_sums.h"

#include <stdlib.h>
#include <string.h>

#include "block_pool.h"
#include "kernels.h"

/// So many doubles for rows, enough for small data, come from the stack.
#define FEW_ROWS 1024

struct Rows {
  const struct BlockSums *sums;
  double *rows;
};

static void addBlock(void *context, size_t block) {
  const struct Rows *rows = context;
  const struct BlockSums *sums = rows->sums;
  size_t start = block * BLOCK_SIZE, rest = sums->pointCount - start;
  sums->addBlock(
      sums->context, start, rest < BLOCK_SIZE ? (int)rest : BLOCK_SIZE,
      rows->rows + block * sums->width);
}

static void addRowsPairwise(double *rows, size_t count, size_t width) {
  for (size_t apart = 1; apart < count; apart *= 2)
    for (size_t row = 0; row + apart < count; row += 2 * apart)
      for (size_t i = 0; i < width; i++) rows[row * width + i] += rows[(row + apart) * width + i];
}

bool sumBlocks(const struct BlockSums *sums, int threads, double *total) {
  // No points make one block, which is empty.
  size_t blocks = sums->pointCount == 0 ? 1 : (sums->pointCount + BLOCK_SIZE - 1) / BLOCK_SIZE;
  size_t size = blocks * sums->width;
  double few[FEW_ROWS];
  double *rows = size <= FEW_ROWS ? few : malloc(size * sizeof(double));
  if (!rows) return false;
  runBlocks(blocks, threads, addBlock, &(struct Rows){sums, rows});
  addRowsPairwise(rows, blocks, sums->width);
  memcpy(total, rows, sums->width * sizeof(double));
  if (rows != few) free(rows);
  return true;
}
