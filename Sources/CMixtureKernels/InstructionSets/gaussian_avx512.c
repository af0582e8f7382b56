#if defined(__x86_64__)
#define LANES 8
#define EXP2_REGISTERS
#define TARGET __attribute__((target("arch=x86-64-v4"), min_vector_width(512)))
#define GAUSSIAN_BLOCK gaussianBlockAVX512
#include "../gaussian_block.h"
#endif
