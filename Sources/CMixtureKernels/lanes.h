// Eight (or LANES) doubles handled as one value: +, −, * and comparisons act on each.
//
// These are clang's portable vectors, not intrinsics (but for one, in exp2.h). Plain loops left to
// the vectoriser were measured as well: they were 20 to 40 percent slower with AVX-512, and only
// reached that with a compiler flag, because clang prefers 256-bit vectors for x86-64-v4.
//
// A file that includes this one has defined LANES and TARGET, and FUSED_MULTIPLY_ADD where the set
// has that (see InstructionSets/).
#ifndef LANES_H
#define LANES_H

#include <stdint.h>

// Vectors wider than a register have no settled calling convention; nothing here is ever called,
// all is inlined.
#pragma clang diagnostic ignored "-Wpsabi"

#pragma clang fp contract(off)

#define INLINE static inline __attribute__((always_inline)) TARGET

typedef double Lanes __attribute__((ext_vector_type(LANES)));
/// What a comparison of doubles gives: a long in each lane, which int64_t need not be.
typedef long LaneBits __attribute__((ext_vector_type(LANES)));
_Static_assert(sizeof(long) == sizeof(double), "a lane of bits is as wide as one of doubles");
typedef uint8_t LaneBytes __attribute__((ext_vector_type(LANES)));

typedef double UnalignedLanes __attribute__((ext_vector_type(LANES), aligned(8)));
typedef uint8_t UnalignedBytes __attribute__((ext_vector_type(LANES), aligned(1)));

INLINE Lanes load(const double *source) { return *(const UnalignedLanes *)source; }
INLINE void store(double *target, Lanes value) { *(UnalignedLanes *)target = value; }

INLINE LaneBits bits(Lanes value) { return __builtin_bit_cast(LaneBits, value); }
INLINE Lanes lanes(LaneBits value) { return __builtin_bit_cast(Lanes, value); }

/// a · b + c, in one rounding where the instruction set has it.
///
/// Said outright instead of left to the compiler, so that a sum has the same bits wherever it is
/// made: in a pass over many points, in one of many runs over few, and in a build for debugging.
INLINE Lanes multiplyAdd(Lanes a, Lanes b, Lanes c) {
#ifdef FUSED_MULTIPLY_ADD
  return __builtin_elementwise_fma(a, b, c);
#else
  return a * b + c;
#endif
}

/// The lesser of two numbers.
INLINE Lanes lesser(Lanes a, Lanes b) { return a < b ? a : b; }

/// Adds to the lanes of a sum where the mask is set.
INLINE Lanes addWhere(LaneBits mask, Lanes value, Lanes total) {
#ifdef MASKED_INSTRUCTIONS
  return mask ? total + value : total;
#else
  return total + lanes(mask & bits(value));
#endif
}

/// Adds to the lanes of a sum of whole numbers where the mask is set.
INLINE LaneBits addWholeWhere(LaneBits mask, LaneBits value, LaneBits total) {
#ifdef MASKED_INSTRUCTIONS
  return mask ? total + value : total;
#else
  return total + (mask & value);
#endif
}

/// Writes small whole numbers as bytes.
INLINE void storeWholeLabels(uint8_t *target, LaneBits labels) {
  *(UnalignedBytes *)target = __builtin_convertvector(labels, LaneBytes);
}

/// Writes small whole numbers, kept as doubles, as bytes.
INLINE void storeLabels(uint8_t *target, Lanes labels) {
  *(UnalignedBytes *)target = __builtin_convertvector(labels, LaneBytes);
}

/// All bits of a lane set from the given index on.
INLINE LaneBits lanesFrom(int index) {
  LaneBits mask;
  for (int lane = 0; lane < LANES; lane++) mask[lane] = lane >= index ? -1 : 0;
  return mask;
}

/// The sum over the lanes, as a tree, so that its order does not depend on the instruction set.
INLINE double sum(Lanes value) {
  double parts[LANES];
  store(parts, value);
  for (int width = LANES / 2; width > 0; width /= 2)
    for (int lane = 0; lane < width; lane++) parts[lane] += parts[lane + width];
  return parts[0];
}

#endif
