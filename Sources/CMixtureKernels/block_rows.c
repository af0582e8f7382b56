#include "block_rows.h"

#include "kernels.h"

size_t blockCount(size_t pointCount) {
  return pointCount == 0 ? 1 : (pointCount + BLOCK_SIZE - 1) / BLOCK_SIZE;
}

int pointsInBlock(size_t block, size_t pointCount) {
  size_t rest = pointCount - block * BLOCK_SIZE;
  return rest < BLOCK_SIZE ? (int)rest : BLOCK_SIZE;
}

void addRowsPairwise(double *rows, size_t count, size_t width) {
  for (size_t apart = 1; apart < count; apart *= 2)
    for (size_t row = 0; row + apart < count; row += 2 * apart)
      for (size_t i = 0; i < width; i++) rows[row * width + i] += rows[(row + apart) * width + i];
}
