// The powers of two that turn log-densities into densities, for arguments that are never positive.
#ifndef EXP2_H
#define EXP2_H

#include "lanes.h"
#ifdef EXP2_REGISTERS
#include <immintrin.h>
#endif

// Adding 1.5 · 2⁵² pushes a number's fraction off the end of the mantissa, so that the lowest bits
// of the sum are the number rounded to a whole one; with 1023 added they are the exponent field of
// that power of two. At the smallest argument let through, −1023, this field is zero and so is the
// result: weights of zero and points out of reach give exact zeros.
#define ROUNDER 0x1.8p52
#define SMALLEST_EXPONENT -1023.0

/// The argument itself where a power of two can be told from zero, and for NaN the smallest.
INLINE Lanes atLeastSmallest(Lanes t) { return t > SMALLEST_EXPONENT ? t : SMALLEST_EXPONENT; }

#ifdef EXP2_TABLE

#define TABLE_BITS 10
#define TABLE_SIZE (1 << TABLE_BITS)
/// The mantissa bits of 2^(j / 1024); see InstructionSets/gaussian_baseline.c.
extern int64_t exp2Mantissas[TABLE_SIZE];

/// 2ᵗ for −1023 ≤ t ≤ 0 by table: 2ᵗ = 2ⁿ · 2ʲᐟ¹⁰²⁴ · 2ᶠ with |f| ≤ 1/2048, where a cubic is enough.
///
/// Without fused multiply-add this takes half the time of the long polynomial.
INLINE Lanes exp2NonPositive(Lanes t) {
  const double rounder = ROUNDER / TABLE_SIZE + 1023;
  Lanes rounded = t + rounder;
  Lanes f = t - (rounded - rounder);
  LaneBits step = bits(rounded), scale;
  for (int lane = 0; lane < LANES; lane++)
    scale[lane] = exp2Mantissas[step[lane] & (TABLE_SIZE - 1)];
  scale += (step >> TABLE_BITS) << 52;
  Lanes p = 0x1.c6b08d2e21594p-5;
  p = multiplyAdd(p, f, (Lanes)0x1.ebfbe0397248fp-3);
  p = multiplyAdd(p, f, (Lanes)0x1.62e42fefa39f0p-1);
  p = multiplyAdd(p, f, (Lanes)1.0);
  return p * lanes(scale);
}

#elif defined(EXP2_REGISTERS)

#define REGISTER_BITS 4
#define REGISTER_TABLE_SIZE (1 << REGISTER_BITS)
/// The bits of 2^(j / 16), less j in the place where the argument's sixteenths are added.
#define SIXTEENTH(j, power) ((int64_t)(power) - ((int64_t)(j) << (52 - REGISTER_BITS)))

/// 2ᵗ for −1023 ≤ t ≤ 0 by a table in two registers: 2ᵗ = 2ⁿ · 2ʲᐟ¹⁶ · 2ᶠ with |f| ≤ 1/32, where degree
/// six is enough.
///
/// Four multiply-adds less than the long polynomial; the permutation, which has no portable form,
/// is the one intrinsic.
INLINE Lanes exp2NonPositive(Lanes t) {
  const LaneBits low = {
      SIXTEENTH(0, 0x3ff0000000000000), SIXTEENTH(1, 0x3ff0b5586cf9890f),
      SIXTEENTH(2, 0x3ff172b83c7d517b), SIXTEENTH(3, 0x3ff2387a6e756238),
      SIXTEENTH(4, 0x3ff306fe0a31b715), SIXTEENTH(5, 0x3ff3dea64c123422),
      SIXTEENTH(6, 0x3ff4bfdad5362a27), SIXTEENTH(7, 0x3ff5ab07dd485429)};
  const LaneBits high = {
      SIXTEENTH(8, 0x3ff6a09e667f3bcd), SIXTEENTH(9, 0x3ff7a11473eb0187),
      SIXTEENTH(10, 0x3ff8ace5422aa0db), SIXTEENTH(11, 0x3ff9c49182a3f090),
      SIXTEENTH(12, 0x3ffae89f995ad3ad), SIXTEENTH(13, 0x3ffc199bdd85529c),
      SIXTEENTH(14, 0x3ffd5818dcfba487), SIXTEENTH(15, 0x3ffea4afa2a490da)};
  const double rounder = ROUNDER / REGISTER_TABLE_SIZE;
  Lanes rounded = t + rounder;
  Lanes f = t - (rounded - rounder);
  LaneBits step = bits(rounded);
  LaneBits power = (LaneBits)_mm512_permutex2var_epi64((__m512i)low, (__m512i)step, (__m512i)high);
  power += step << (52 - REGISTER_BITS);
  Lanes p = 0x1.430a49610efc6p-13;
  p = multiplyAdd(p, f, (Lanes)0x1.5d89be4c12513p-10);
  p = multiplyAdd(p, f, (Lanes)0x1.3b2ab6fb09b31p-7);
  p = multiplyAdd(p, f, (Lanes)0x1.c6b08d6e8a384p-5);
  p = multiplyAdd(p, f, (Lanes)0x1.ebfbdff82c594p-3);
  p = multiplyAdd(p, f, (Lanes)0x1.62e42fefa39fdp-1);
  p = multiplyAdd(p, f, (Lanes)1.0);
  return p * lanes(power);
}

#else

/// 2ᵗ for −1023 ≤ t ≤ 0: 2ᵗ = 2ⁿ · 2ᶠ with |f| ≤ ½ and 2ᶠ by the polynomial of degree ten with the least
/// relative error (3.7e-16) among those that are exactly one at zero.
INLINE Lanes exp2NonPositive(Lanes t) {
  const double rounder = ROUNDER + 1023;
  Lanes rounded = t + rounder;
  Lanes f = t - (rounded - rounder);
  Lanes p = 0x1.e5bb986d024a5p-28;
  p = multiplyAdd(p, f, (Lanes)0x1.b66ede48c52e3p-24);
  p = multiplyAdd(p, f, (Lanes)0x1.62bffe3b27d75p-20);
  p = multiplyAdd(p, f, (Lanes)0x1.ffcb5bb2cf864p-17);
  p = multiplyAdd(p, f, (Lanes)0x1.430912f9b47c6p-13);
  p = multiplyAdd(p, f, (Lanes)0x1.5d87fe9a97abep-10);
  p = multiplyAdd(p, f, (Lanes)0x1.3b2ab6fba65b4p-7);
  p = multiplyAdd(p, f, (Lanes)0x1.c6b08d703e893p-5);
  p = multiplyAdd(p, f, (Lanes)0x1.ebfbdff82c581p-3);
  p = multiplyAdd(p, f, (Lanes)0x1.62e42fefa3a11p-1);
  p = multiplyAdd(p, f, (Lanes)1.0);
  return p * lanes(bits(rounded) << 52);
}

#endif
#endif
