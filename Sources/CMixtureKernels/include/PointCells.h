/// Points in an order in which neighbours follow each other, cut into cells of a few points each.
///
/// Of a cell it is known within which box its points lie and what they add up to. A component whose
/// share is below rounding in the whole box need not be asked about the points one by one; and where
/// only one is left, the cell's sums tell all.
#ifndef POINT_CELLS_H
#define POINT_CELLS_H

#include <stddef.h>
#include <stdint.h>

struct KernelCells;

/// Sorts points along a Hilbert curve, once for all passes over them.
///
/// - Parameter count: At most 2³² − 1.
/// - Returns: NULL when there is no memory. To be given back with `kernelCellsFree`.
struct KernelCells *kernelCellsMake(const double *x, const double *y, size_t count);

void kernelCellsFree(struct KernelCells *cells);

/// Puts labels that stand in the order of the cells into that of the points.
void kernelCellsRestore(
    const struct KernelCells *cells, const uint8_t *labels, uint8_t *restored);

#endif
