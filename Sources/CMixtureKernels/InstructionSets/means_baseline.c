#define LANES 2
#define TARGET
#define MEANS_BLOCK meansBlockBaseline
#define FEW_CLUSTERS 2
#include "../means_block.h"
