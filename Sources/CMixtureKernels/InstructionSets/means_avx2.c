#if defined(__x86_64__)
#define LANES 4
#define TARGET __attribute__((target("arch=x86-64-v3")))
#define MEANS_BLOCK meansBlockAVX2
#define MEANS_CELLS meansCellsAVX2
#define FEW_CLUSTERS 3
#include "../means_cells.h"
#endif
