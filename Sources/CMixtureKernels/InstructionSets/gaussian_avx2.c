#if defined(__x86_64__)
#define LANES AVX2_LANES
#define FUSED_MULTIPLY_ADD
#define TARGET __attribute__((target("arch=x86-64-v3")))
#define GAUSSIAN_BLOCK gaussianBlockAVX2
#define GAUSSIAN_CELLS gaussianCellsAVX2
#define STUDENT_BLOCK studentBlockAVX2
#define GAUSSIAN_RUNS gaussianRunsAVX2
#define MOVING_LANES movingLanesAVX2
#include "../gaussian_cells.h"
#include "../moving_lanes.h"
#include "../run_iterations.h"
#include "../student_block.h"
#endif
