#include "cells.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "block_pool.h"

/// How finely the curve tells places apart, in bits of each coordinate.
#define CURVE_BITS 16
/// Of so many points at most, taken at even distances, the range of the curve is found.
#define SAMPLE_SIZE 1024
/// Numbers are sorted by so many bits at a time.
#define DIGIT_BITS 11
#define DIGIT_COUNT (1 << DIGIT_BITS)

/// Where a coordinate falls among the steps of the curve.
struct Range {
  double least, stepsPerUnit;
};

static int compareDoubles(const void *a, const void *b) {
  double left = *(const double *)a, right = *(const double *)b;
  return (left > right) - (left < right);
}

/// The range of all coordinates but for the outermost, which share the steps at its ends: an outlier
/// doesn't leave one step for all others.
static struct Range rangeOf(const double *values, size_t count) {
  double sample[SAMPLE_SIZE];
  size_t stride = (count + SAMPLE_SIZE - 1) / SAMPLE_SIZE, size = 0;
  for (size_t i = 0; i < count; i += stride) sample[size++] = values[i];
  qsort(sample, size, sizeof sample[0], compareDoubles);
  double low = sample[size / 64], high = sample[size - 1 - size / 64];
  double margin = (high - low) / 2, width = high - low + 2 * margin;
  return (struct Range){low - margin, width > 0 ? ((1 << CURVE_BITS) - 1) / width : 0};
}

static void stepsOf(const double *values, int count, struct Range range, uint32_t *steps) {
  const double last = (1 << CURVE_BITS) - 1;
  for (int i = 0; i < count; i++) {
    double step = (values[i] - range.least) * range.stepsPerUnit;
    step = step > 0 ? step : 0;
    steps[i] = (uint32_t)(int32_t)(step < last ? step : last);
  }
}

/// How far along the Hilbert curve places are: two bits for each halving of the square, which is turned
/// so that the parts join.
///
/// Hilbert 1891, Mathematische Annalen 38:459–460. One halving of all places after the other, without
/// branches, so that compilers make vectors of it.
static void placesOnCurve(uint32_t *x, uint32_t *y, int count, uint32_t *places) {
  for (int i = 0; i < count; i++) places[i] = 0;
  for (int bit = CURVE_BITS - 1; bit >= 0; bit--)
    for (int i = 0; i < count; i++) {
      uint32_t right = (x[i] >> bit) & 1, upper = (y[i] >> bit) & 1;
      places[i] = (places[i] << 2) | ((right << 1 | right) ^ upper);
      uint32_t swapped = upper - 1, mirrored = swapped & (0 - right);
      uint32_t turnedX = x[i] ^ mirrored, turnedY = y[i] ^ mirrored;
      uint32_t difference = (turnedX ^ turnedY) & swapped;
      x[i] = turnedX ^ difference;
      y[i] = turnedY ^ difference;
    }
}

/// A point's place on the curve, and its number.
struct Placed {
  uint32_t place, number;
};

/// Sorts by place, digit by digit; what has the same place keeps its order.
static void sortByPlace(struct Placed *points, struct Placed *spare, size_t count) {
  struct Placed *from = points, *to = spare;
  for (int shift = 0; shift < 2 * CURVE_BITS; shift += DIGIT_BITS) {
    size_t starts[DIGIT_COUNT] = {0};
    for (size_t i = 0; i < count; i++) starts[(from[i].place >> shift) & (DIGIT_COUNT - 1)]++;
    size_t next = 0;
    for (int digit = 0; digit < DIGIT_COUNT; digit++) {
      size_t size = starts[digit];
      starts[digit] = next;
      next += size;
    }
    for (size_t i = 0; i < count; i++)
      to[starts[(from[i].place >> shift) & (DIGIT_COUNT - 1)]++] = from[i];
    struct Placed *sorted = to;
    to = from;
    from = sorted;
  }
  if (from != points) memcpy(points, from, count * sizeof points[0]);
}

/// The points before they are sorted.
struct Unsorted {
  const double *x, *y;
  size_t count;
  struct Range rangeX, rangeY;
  struct Placed *points;
};

/// How many points a block has that begins with the given one.
static int sizeOfBlock(size_t start, size_t count) {
  return count - start < BLOCK_SIZE ? (int)(count - start) : BLOCK_SIZE;
}

static void placeBlock(void *context, size_t block) {
  const struct Unsorted *all = context;
  size_t start = block * BLOCK_SIZE;
  int count = sizeOfBlock(start, all->count);
  uint32_t x[BLOCK_SIZE], y[BLOCK_SIZE], places[BLOCK_SIZE];
  stepsOf(all->x + start, count, all->rangeX, x);
  stepsOf(all->y + start, count, all->rangeY, y);
  placesOnCurve(x, y, count, places);
  for (int i = 0; i < count; i++)
    all->points[start + (size_t)i] = (struct Placed){places[i], (uint32_t)(start + (size_t)i)};
}

/// Fills in the order of the points along the curve.
static bool orderAlongCurve(const double *x, const double *y, size_t count, uint32_t *order) {
  struct Placed *points = malloc(count * sizeof *points), *spare = malloc(count * sizeof *spare);
  if (points && spare) {
    struct Unsorted all = {x, y, count, rangeOf(x, count), rangeOf(y, count), points};
    runBlocks((count + BLOCK_SIZE - 1) / BLOCK_SIZE, 0, placeBlock, &all);
    sortByPlace(points, spare, count);
    for (size_t i = 0; i < count; i++) order[i] = points[i].number;
  }
  bool isOrdered = points && spare;
  free(points);
  free(spare);
  return isOrdered;
}

static struct Box boxAround(struct Box a, struct Box b) {
  return (struct Box){
      a.leastX < b.leastX ? a.leastX : b.leastX, a.greatestX > b.greatestX ? a.greatestX : b.greatestX,
      a.leastY < b.leastY ? a.leastY : b.leastY, a.greatestY > b.greatestY ? a.greatestY : b.greatestY};
}

static struct Cell cellOf(const double *x, const double *y, int count) {
  struct Cell cell = {.box = {x[0], x[0], y[0], y[0]}};
  for (int i = 0; i < count; i++) {
    cell.box = boxAround(cell.box, (struct Box){x[i], x[i], y[i], y[i]});
    // Offsets from the first point, so that coordinates of one sign and far from zero add up well.
    cell.meanX += x[i] - x[0];
    cell.meanY += y[i] - y[0];
  }
  cell.meanX = x[0] + cell.meanX / count;
  cell.meanY = y[0] + cell.meanY / count;
  for (int i = 0; i < count; i++) {
    double dx = x[i] - cell.meanX, dy = y[i] - cell.meanY;
    cell.x += dx;
    cell.y += dy;
    cell.xx += dx * dx;
    cell.xy += dx * dy;
    cell.yy += dy * dy;
  }
  return cell;
}

/// Cells whose order is known, and the points in theirs.
struct Filling {
  const double *x, *y;
  struct KernelCells *cells;
};

static void fillBlock(void *context, size_t block) {
  const struct Filling *filling = context;
  struct KernelCells *cells = filling->cells;
  size_t start = block * BLOCK_SIZE, end = start + (size_t)sizeOfBlock(start, cells->count);
  for (size_t i = start; i < end; i++) {
    cells->x[i] = filling->x[cells->order[i]];
    cells->y[i] = filling->y[cells->order[i]];
  }
  for (size_t i = start; i < end; i += CELL_SIZE)
    cells->cells[i / CELL_SIZE] =
        cellOf(cells->x + i, cells->y + i, end - i < CELL_SIZE ? (int)(end - i) : CELL_SIZE);
}

struct KernelCells *kernelCellsMake(const double *x, const double *y, size_t count) {
  struct KernelCells *made = calloc(1, sizeof *made);
  if (!made) return NULL;
  size_t cellCount = (count + CELL_SIZE - 1) / CELL_SIZE;
  made->count = count;
  made->x = malloc(count * sizeof *made->x);
  made->y = malloc(count * sizeof *made->y);
  made->order = malloc(count * sizeof *made->order);
  made->cells = malloc(cellCount * sizeof *made->cells);
  bool hasRoom = made->x && made->y && made->order && made->cells;
  if (!hasRoom || !orderAlongCurve(x, y, count, made->order)) {
    kernelCellsFree(made);
    return NULL;
  }
  runBlocks(
      (count + BLOCK_SIZE - 1) / BLOCK_SIZE, 0, fillBlock, &(struct Filling){x, y, made});
  return made;
}

void kernelCellsFree(struct KernelCells *cells) {
  if (!cells) return;
  free(cells->x);
  free(cells->y);
  free(cells->order);
  free(cells->cells);
  free(cells);
}

void kernelCellsRestore(
    const struct KernelCells *cells, const uint8_t *labels, uint8_t *restored) {
  for (size_t i = 0; i < cells->count; i++) restored[cells->order[i]] = labels[i];
}

struct BlockCells cellsOfBlock(const struct KernelCells *cells, size_t start, int count) {
  struct BlockCells block = {
      cells->x + start, cells->y + start, count, cells->cells + start / CELL_SIZE,
      (count + CELL_SIZE - 1) / CELL_SIZE, cells->cells[start / CELL_SIZE].box};
  for (int cell = 1; cell < block.cellCount; cell++)
    block.box = boxAround(block.box, block.cells[cell].box);
  return block;
}
