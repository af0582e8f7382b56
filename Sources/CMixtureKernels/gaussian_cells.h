// The Gaussian pass over one block, cell by cell.
//
// In a cell where a component's share is below rounding, wherever a point of it may lie, the component
// is left out. Where one alone is left its sums follow from the cell's, and no point is looked at. Moore
// 1999, Advances in Neural Information Processing Systems 11, with bounds that lose nothing.
//
// A file that includes this one has defined, beside what gaussian_block.h asks for, GAUSSIAN_CELLS, the
// name of the function.
#ifndef GAUSSIAN_CELLS_H
#define GAUSSIAN_CELLS_H

#include "cells.h"
#include "component_arrays.h"
#include "gaussian_block.h"

_Static_assert(MOST_LANES % LANES == 0, "arrays are filled up to whole vectors");

INLINE Lanes absolute(Lanes value) { return lanes(bits(value) & INT64_MAX); }
INLINE Lanes greater(Lanes a, Lanes b) { return a > b ? a : b; }

/// log₂ of a number that is at least 1, rounded up to a whole one.
INLINE Lanes roundedUpLog(Lanes value) {
  return __builtin_convertvector((bits(value) >> 52) - 1022, Lanes);
}

/// 2ᵗ for a negative t, or up to twice as much; 0 where the dense pass has 0, too.
INLINE double atLeastPower(double t) {
  if (!(t > SMALLEST_EXPONENT)) return 0;
  return t > -1022 ? __builtin_bit_cast(double, (1023 + (int64_t)t) << 52) : 0x1p-1022;
}

INLINE double greaterOf(double a, double b) { return a > b ? a : b; }

INLINE double greatestLane(Lanes value) {
  double parts[LANES];
  store(parts, value);
  for (int width = LANES / 2; width > 0; width /= 2)
    for (int lane = 0; lane < width; lane++)
      parts[lane] = parts[lane + width] > parts[lane] ? parts[lane + width] : parts[lane];
  return parts[0];
}

/// The components that count in a box.
///
/// Of another one neither the share nor the share times u, v, u², uv or v² is greater than its
/// threshold, at any place of the box and whatever rounding makes of it.
///
/// - Parameters:
///   - points: How many points the box has.
///   - kept: Gets the numbers of those that count, in rising order.
///   - lost: What the points' moments lose of each component at the most is added here.
/// - Returns: How many count.
INLINE int keep(
    const struct ComponentArrays *all, const struct Box *box, int points, uint8_t *kept,
    double *lost) {
  const double x = (box->leastX + box->greatestX) / 2, y = (box->leastY + box->greatestY) / 2;
  // From the middle as it was rounded, so that no point of the box lies farther.
  const double halfX = greaterOf(box->greatestX - x, x - box->leastX);
  const double halfY = greaterOf(box->greatestY - y, y - box->leastY);
  double greatest[KERNEL_MAXIMUM_COMPONENTS];
  Lanes least = -INFINITY;
  for (int i = 0; i < all->count; i += LANES) {
    Lanes logScale = load(all->logScale + i), xx = load(all->xx + i);
    Lanes yx = load(all->yx + i), yy = load(all->yy + i);
    Lanes dx = x - load(all->meanX + i), dy = y - load(all->meanY + i);
    Lanes u = absolute(dx * xx), reachU = halfX * xx;
    Lanes v = absolute(dx * yx + dy * yy), reachV = halfX * absolute(yx) + halfY * yy;
    Lanes leastU = greater(u - reachU, 0), leastV = greater(v - reachV, 0);
    Lanes most = (u + reachU) * (u + reachU) + (v + reachV) * (v + reachV);
    // v is a difference where the axes are tilted, and has the rounding of what it is the difference of.
    Lanes terms = absolute(dx * yx) + absolute(dy * yy) + reachV;
    Lanes rounding = 0x1p-46 * (most + terms * terms);
    store(greatest + i, logScale - leastU * leastU - leastV * leastV + rounding);
    least = greater(logScale - most - rounding, least);
  }
  const double best = greatestLane(least);

  int keptCount = 0;
  for (int i = 0; i < all->count; i += LANES) {
    Lanes most = load(greatest + i);
    // With a share of q at the most, q (1 + u² + v²) is greatest where q is, or less than twice that.
    Lanes squares = greater(2 + load(all->logScale + i) - most, 2);
    Lanes share = most - best + roundedUpLog(squares);
    LaneBits isLeftOut = share < -load(all->negligible + i);
    double shares[LANES];
    store(shares, isLeftOut ? share : 1.0);
    for (int lane = 0; lane < LANES && i + lane < all->count; lane++) {
      const uint8_t number = all->numbers[i + lane];
      kept[keptCount] = number;
      if (shares[lane] < 0)
        lost[number] += points * atLeastPower(shares[lane]);
      else
        keptCount++;
    }
  }
  return keptCount;
}

/// Adds all points of a cell to one component, by the cell's sums.
///
/// - Returns: Whether that loses no digits; if not, nothing is added.
INLINE bool addWhole(
    const struct Cell *cell, int count, struct KernelGaussian c, int k, double *row) {
  const double n = count;
  double u = (cell->meanX - c.meanX) * c.xx;
  double v = (cell->meanX - c.meanX) * c.yx + (cell->meanY - c.meanY) * c.yy;
  double sumU = cell->x * c.xx, sumV = cell->x * c.yx + cell->y * c.yy;
  double wide = c.yx * (c.yx * cell->xx), high = c.yy * (c.yy * cell->yy);
  double ownUU = c.xx * (c.xx * cell->xx);
  double ownUV = c.xx * (c.yx * cell->xx + c.yy * cell->xy);
  double ownVV = wide + 2 * c.yx * (c.yy * cell->xy) + high;
  double uu = n * u * u + 2 * u * sumU + ownUU;
  double uv = n * u * v + u * sumV + v * sumU + ownUV;
  double vv = n * v * v + 2 * v * sumV + ownVV;
  // A thin, tilted component adds up large numbers to small ones here, and v is one such sum already.
  double terms = fabs((cell->meanX - c.meanX) * c.yx) + fabs((cell->meanY - c.meanY) * c.yy);
  if (!(wide + high + n * terms * terms <= GAUSSIAN_TOLERATED_CANCELLATION * (n + vv))) return false;
  row[0] += n * c.logScale - uu - vv;
  double *moments = row + GAUSSIAN_ROW(k);
  moments[0] += n;
  moments[1] += n * u + sumU;
  moments[2] += n * v + sumV;
  moments[3] += uu;
  moments[4] += uv;
  moments[5] += vv;
  return true;
}

TARGET void GAUSSIAN_CELLS(
    struct BlockCells block, const struct ComponentArrays *components, uint8_t *labels,
    double *row) {
  const int componentCount = components->count;
  memset(row, 0, sizeof(double) * GAUSSIAN_CELLS_ROW(componentCount));
  double *lost = row + GAUSSIAN_ROW(componentCount);
  uint8_t kept[KERNEL_MAXIMUM_COMPONENTS];
  int keptCount = keep(components, &block.box, block.count, kept, lost);
  struct ComponentArrays some;
  const struct ComponentArrays *near = components;
  if (keptCount < componentCount) {
    gatherComponents(&some, components, kept, keptCount);
    near = &some;
  }

  _Alignas(sizeof(Lanes)) char memory[WORK_BYTES(componentCount)];
  struct GaussianWork work = workIn(memory, componentCount);
  clear(work.sums, 0);
  bool isTouched[KERNEL_MAXIMUM_COMPONENTS] = {false};
  uint8_t spread[KERNEL_MAXIMUM_COMPONENTS];
  int spreadCount = 0;
  int fruitless = near == components ? 1 : 0;
  for (int i = 0, cellsTogether; i < block.cellCount; i += cellsTogether) {
    const struct Cell *cell = &block.cells[i];
    int start = i * CELL_SIZE, rest = block.count - start;
    keptCount = keep(near, &cell->box, rest < CELL_SIZE ? rest : CELL_SIZE, kept, lost);
    // Where tests leave nothing out, the next cells most likely have no use for one either.
    fruitless = keptCount > 1 && keptCount == near->count ? fruitless + 1 : 0;
    cellsTogether = 1 << fruitless;
    int count = rest < cellsTogether * CELL_SIZE ? rest : cellsTogether * CELL_SIZE;
    if (keptCount == 1 && addWhole(cell, count, componentAt(components, kept[0]), kept[0], row)) {
      memset(labels + start, kept[0], (size_t)count);
      continue;
    }
    if (keptCount != spreadCount || memcmp(kept, spread, (size_t)keptCount) != 0) {
      memcpy(spread, kept, (size_t)keptCount);
      spreadCount = keptCount;
      for (int j = 0; j < keptCount; j++) {
        const int k = kept[j];
        work.components[j] = inAllLanes(k, componentAt(components, k));
        if (!isTouched[k]) work.sums->moments[k] = (struct LaneMoments){0};
        isTouched[k] = true;
      }
    }
    addTiles(
        work, block.x + start, block.y + start, count, keptCount, kept, labels + start);
  }
  addHead(work.sums, row);
  for (int k = 0; k < componentCount; k++)
    if (isTouched[k]) addLanes(&work.sums->moments[k], row + GAUSSIAN_ROW(k));
}

#endif
