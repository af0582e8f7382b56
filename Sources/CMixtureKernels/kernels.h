// What the passes and the code for each instruction set agree upon.
#ifndef KERNELS_H
#define KERNELS_H

#include "CMixtureKernels.h"

/// The points whose sums are kept together and that one thread takes at a time.
#define BLOCK_SIZE 2048

/// A block's sums as a row of doubles, described below.
#define GAUSSIAN_ROW(componentCount) (3 + 6 * (size_t)(componentCount))
#define GAUSSIAN_CELLS_ROW(componentCount) (GAUSSIAN_ROW(componentCount) + (size_t)(componentCount))
#define MEANS_ROW(clusterCount) (1 + 3 * (size_t)(clusterCount))
#define STUDENT_SUMS 21
#define STUDENT_ROW(sumCount) (3 + STUDENT_SUMS * (size_t)(sumCount))

/// Row: Σ log₂ Σ π N, the entropy in bits, the number of points that no component reaches, then
/// the moments.
///
/// Components come with W scaled by √(½ log₂ e) and logScale in bits, so that log₂ of the density
/// is logScale − u² − v²; the moments are in these coordinates. Without weights, NULL, each point
/// counts once.
typedef void GaussianBlock(
    const double *x, const double *y, const double *weights, int count,
    const struct KernelGaussian *components, int componentCount, uint8_t *labels, double *row);

struct BlockCells;
struct ComponentArrays;

/// The same over a block's cells; labels are wanted. After the moments the row has for each component
/// what they lost at the most.
typedef void GaussianCells(
    struct BlockCells block, const struct ComponentArrays *components, uint8_t *labels,
    double *row);
/// Student-t components, with W scaled by 1/√ν and logScale in bits, so that log₂ of the density is
/// logScale − exponent · log₂ (1 + u² + v²).
struct StudentPass {
  const struct KernelGaussian *components;
  int componentCount;
  double exponent;
  /// Where the sums are to be taken, each for the component of that number; NULL for each component
  /// at its own place.
  const struct KernelGaussian *moved;
  const int *numbers;
  int sumCount;
};

/// Row: as of a Gaussian block, but then for each place Σ q, and with w = 1 / (1 + u² + v²) there the
/// sums of q w, of q w times u, v, u², uv and v², and of q w² times all products from u to v⁴.
typedef void StudentBlock(
    const double *x, const double *y, const double *weights, int count,
    const struct StudentPass *pass, uint8_t *labels, double *row);

/// L in bits at as many places of one mean as there are lanes; `others` and the component in bits, as
/// above.
typedef void MovingLanes(
    const double *x, const double *y, const double *others, size_t count,
    const struct KernelGaussian *moving, const double *meansX, const double *meansY,
    double *values);

/// Row: the distortion, then the cluster sums.
typedef void MeansBlock(
    const double *x, const double *y, int count, const struct KernelCluster *clusters,
    int clusterCount, uint8_t *labels, double *row);

/// The same over a block's cells; labels are wanted.
typedef void MeansCells(
    struct BlockCells block, const struct KernelCluster *clusters, int clusterCount,
    uint8_t *labels, double *row);

struct KernelRuns;

/// Iterates runs side by side: see kernelRunsAdvance.
typedef int GaussianRuns(struct KernelRuns *runs, int iterations);

/// The most lanes of any instruction set.
#define MOST_LANES 8

/// The functions built for one instruction set.
struct Kernels {
  GaussianBlock *gaussianBlock;
  GaussianCells *gaussianCells;
  StudentBlock *studentBlock;
  MeansBlock *meansBlock;
  MeansCells *meansCells;
  GaussianRuns *gaussianRuns;
  MovingLanes *movingLanes;
  /// How many points a Gaussian block takes at once, how many runs go side by side, and
  /// how many places of a mean.
  int lanes;
};

GaussianBlock gaussianBlockBaseline;
GaussianCells gaussianCellsBaseline;
StudentBlock studentBlockBaseline;
MeansBlock meansBlockBaseline;
MeansCells meansCellsBaseline;
GaussianRuns gaussianRunsBaseline;
MovingLanes movingLanesBaseline;
#if defined(__x86_64__)
GaussianBlock gaussianBlockAVX2, gaussianBlockAVX512;
GaussianCells gaussianCellsAVX2, gaussianCellsAVX512;
StudentBlock studentBlockAVX2, studentBlockAVX512;
MeansBlock meansBlockAVX2, meansBlockAVX512;
MeansCells meansCellsAVX2, meansCellsAVX512;
GaussianRuns gaussianRunsAVX2, gaussianRunsAVX512;
MovingLanes movingLanesAVX2, movingLanesAVX512;
#endif

/// How many lanes each instruction set has for Gaussians.
#if defined(__x86_64__)
#define BASELINE_LANES 2
#else
#define BASELINE_LANES 4
#endif
// With AVX2 two registers for each value: they fill the pipelines better than one.
#define AVX2_LANES 8
#define AVX512_LANES 8

/// The kernels of an instruction set, or of the widest one supported when it is not.
const struct Kernels *kernelsFor(enum KernelInstructionSet set);

#endif
