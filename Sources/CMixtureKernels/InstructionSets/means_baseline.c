#define LANES 2
#define TARGET
#define MEANS_BLOCK meansBlockBaseline
#define MEANS_CELLS meansCellsBaseline
#define FEW_CLUSTERS 2
#include "../means_cells.h"
