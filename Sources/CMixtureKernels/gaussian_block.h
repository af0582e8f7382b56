// The Gaussian pass over one block, tile by tile.
//
// A file that includes this one has defined, beside what lanes.h asks for, GAUSSIAN_BLOCK, the name
// of the function.
#ifndef GAUSSIAN_BLOCK_H
#define GAUSSIAN_BLOCK_H

#include "gaussian_tile.h"

TARGET void GAUSSIAN_BLOCK(
    const double *x, const double *y, int count, const struct KernelGaussian *components,
    int componentCount, uint8_t *labels, double *row) {
  struct SpreadGaussian spread[KERNEL_MAXIMUM_COMPONENTS];
  for (int k = 0; k < componentCount; k++) {
    const struct KernelGaussian c = components[k];
    spread[k] = (struct SpreadGaussian){k, c.logScale, c.meanX, c.meanY, c.xx, c.yx, c.yy};
  }
  struct GaussianTile tile;
  struct GaussianSums sums;
  clear(&sums, componentCount);

  int tileSize = TILE_PREFERENCE / componentCount / LANES * LANES;
  if (tileSize > TILE_SIZE) tileSize = TILE_SIZE;
  if (tileSize < LANES) tileSize = LANES;
  uint8_t tileLabels[TILE_SIZE];
  int start = 0;
  for (; start + tileSize <= count; start += tileSize)
    addTile(
        &tile, x + start, y + start, tileSize, tileSize, spread, componentCount,
        LanesArePoints, labels ? labels + start : tileLabels, &sums);
  int rest = count - start;
  if (rest > 0) {
    // The last points, filled up to whole vectors with copies of the first of them.
    double restX[TILE_SIZE], restY[TILE_SIZE];
    int size = (rest + LANES - 1) / LANES * LANES;
    for (int i = 0; i < size; i++) {
      restX[i] = x[start + (i < rest ? i : 0)];
      restY[i] = y[start + (i < rest ? i : 0)];
    }
    addTile(
        &tile, restX, restY, size, rest, spread, componentCount, LanesArePoints, tileLabels,
        &sums);
    if (labels) memcpy(labels + start, tileLabels, (size_t)rest);
  }

  double product = 1;
  int64_t exponent = 0, unreached = 0;
  for (int lane = 0; lane < LANES; lane++) {
    product *= sums.mantissa[lane];
    exponent += sums.exponent[lane];
    unreached += sums.unreached[lane];
  }
  double logTotals = (double)exponent + log2(product);
  row[0] = sum(sums.greatest) + logTotals;
  row[1] = sum(sums.shortfall) + logTotals;
  row[2] = (double)unreached;
  for (int k = 0; k < componentCount; k++) {
    double *moments = row + GAUSSIAN_ROW(k);
    moments[0] = sum(sums.moments[k].mass);
    moments[1] = sum(sums.moments[k].u);
    moments[2] = sum(sums.moments[k].v);
    moments[3] = sum(sums.moments[k].uu);
    moments[4] = sum(sums.moments[k].uv);
    moments[5] = sum(sums.moments[k].vv);
  }
}

#endif
