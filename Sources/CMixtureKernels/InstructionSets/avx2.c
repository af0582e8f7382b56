#if defined(__x86_64__)
// Two registers for each value: they fill the pipelines better than one, and the sums come in the
// same order as with AVX-512.
#define LANES 8
#define TARGET __attribute__((target("arch=x86-64-v3")))
#include "../gaussian_block.h"
#include "../means_block.h"

const struct Kernels avx2Kernels = {gaussianBlock, meansBlock};
#endif
