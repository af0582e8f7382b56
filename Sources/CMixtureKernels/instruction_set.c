#include "kernels.h"

static const struct Kernels baselineKernels = {
    gaussianBlockBaseline, gaussianCellsBaseline, studentBlockBaseline, meansBlockBaseline,
    meansCellsBaseline, gaussianRunsBaseline, movingLanesBaseline, BASELINE_LANES};
#if defined(__x86_64__)
static const struct Kernels avx2Kernels = {
    gaussianBlockAVX2, gaussianCellsAVX2, studentBlockAVX2, meansBlockAVX2,
    meansCellsAVX2, gaussianRunsAVX2, movingLanesAVX2, AVX2_LANES};
static const struct Kernels avx512Kernels = {
    gaussianBlockAVX512, gaussianCellsAVX512, studentBlockAVX512, meansBlockAVX512,
    meansCellsAVX512, gaussianRunsAVX512, movingLanesAVX512, AVX512_LANES};
#endif

bool kernelSupports(enum KernelInstructionSet set) {
  switch (set) {
    case KernelInstructionSetAutomatic:
    case KernelInstructionSetBaseline:
      return true;
#if defined(__x86_64__)
    case KernelInstructionSetAVX2:
      return __builtin_cpu_supports("x86-64-v3");
    case KernelInstructionSetAVX512:
      return __builtin_cpu_supports("x86-64-v4");
#endif
    default:
      return false;
  }
}

const struct Kernels *kernelsFor(enum KernelInstructionSet set) {
#if defined(__x86_64__)
  bool widest = set == KernelInstructionSetAutomatic || !kernelSupports(set);
  if (set == KernelInstructionSetAVX512 || (widest && kernelSupports(KernelInstructionSetAVX512)))
    return &avx512Kernels;
  if (set == KernelInstructionSetAVX2 || (widest && kernelSupports(KernelInstructionSetAVX2)))
    return &avx2Kernels;
#endif
  return &baselineKernels;
}
