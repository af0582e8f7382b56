#if defined(__x86_64__)
#define LANES 8
#define MASKED_INSTRUCTIONS
#define TARGET __attribute__((target("arch=x86-64-v4"), min_vector_width(512)))
#define MEANS_BLOCK meansBlockAVX512
#define MEANS_CELLS meansCellsAVX512
#define FEW_CLUSTERS 8
#include "../means_cells.h"
#endif
