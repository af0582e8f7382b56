#if defined(__x86_64__)
#define LANES AVX512_LANES
#define EXP2_REGISTERS
#define FUSED_MULTIPLY_ADD
#define TARGET __attribute__((target("arch=x86-64-v4"), min_vector_width(512)))
#define GAUSSIAN_BLOCK gaussianBlockAVX512
#define GAUSSIAN_CELLS gaussianCellsAVX512
#define STUDENT_BLOCK studentBlockAVX512
#define GAUSSIAN_RUNS gaussianRunsAVX512
#define MOVING_LANES movingLanesAVX512
#include "../gaussian_cells.h"
#include "../moving_lanes.h"
#include "../run_iterations.h"
#include "../student_block.h"
#endif
