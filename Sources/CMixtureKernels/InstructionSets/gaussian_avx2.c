#if defined(__x86_64__)
// Two registers for each value: they fill the pipelines better than one.
#define LANES 8
#define TARGET __attribute__((target("arch=x86-64-v3")))
#define GAUSSIAN_BLOCK gaussianBlockAVX2
#include "../gaussian_block.h"
#endif
