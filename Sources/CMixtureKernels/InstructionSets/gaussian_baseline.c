#define LANES BASELINE_LANES
#if defined(__x86_64__)
// SSE2 has no fused multiply-add, hence the table, and few registers.
#define EXP2_TABLE
#else
#define FUSED_MULTIPLY_ADD
#endif
#define TARGET
#define GAUSSIAN_BLOCK gaussianBlockBaseline
#define GAUSSIAN_CELLS gaussianCellsBaseline
#define STUDENT_BLOCK studentBlockBaseline
#define GAUSSIAN_RUNS gaussianRunsBaseline
#define MOVING_LANES movingLanesBaseline
#include "../gaussian_cells.h"
#include "../moving_lanes.h"
#include "../run_iterations.h"
#include "../student_block.h"

#ifdef EXP2_TABLE
int64_t exp2Mantissas[TABLE_SIZE];

// The exponent field is left out: it is added from the whole part of the argument.
__attribute__((constructor)) static void fillMantissas(void) {
  for (int j = 0; j < TABLE_SIZE; j++)
    exp2Mantissas[j] =
        __builtin_bit_cast(int64_t, exp2((double)j / TABLE_SIZE)) - ((int64_t)1023 << 52);
}
#endif
