// What the passes and the code for each instruction set agree upon.
#ifndef KERNELS_H
#define KERNELS_H

#include "CMixtureKernels.h"

/// The points whose sums are kept together and that one thread takes at a time.
#define BLOCK_SIZE 2048

/// A block's sums as a row of doubles, described below.
#define GAUSSIAN_ROW(componentCount) (3 + 6 * (size_t)(componentCount))
#define MEANS_ROW(clusterCount) (1 + 3 * (size_t)(clusterCount))

/// Row: Σ log₂ Σ π N, the entropy in bits, the number of points that no component reaches, then
/// the moments.
///
/// Components come with W scaled by √(½ log₂ e) and logScale in bits, so that log₂ of the density
/// is logScale − u² − v²; the moments are in these coordinates.
typedef void GaussianBlock(
    const double *x, const double *y, int count, const struct KernelGaussian *components,
    int componentCount, uint8_t *labels, double *row);

/// Row: the distortion, then the cluster sums.
typedef void MeansBlock(
    const double *x, const double *y, int count, const struct KernelCluster *clusters,
    int clusterCount, uint8_t *labels, double *row);

/// The two block functions built for one instruction set.
struct Kernels {
  GaussianBlock *gaussianBlock;
  MeansBlock *meansBlock;
};

GaussianBlock gaussianBlockBaseline;
MeansBlock meansBlockBaseline;
#if defined(__x86_64__)
GaussianBlock gaussianBlockAVX2, gaussianBlockAVX512;
MeansBlock meansBlockAVX2, meansBlockAVX512;
#endif

/// The kernels of an instruction set, or of the widest one supported when it is not.
const struct Kernels *kernelsFor(enum KernelInstructionSet set);

#endif
