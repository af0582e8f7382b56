#include "CMixtureKernels.h"
