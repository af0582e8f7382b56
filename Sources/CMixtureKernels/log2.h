// Logarithms to base two of numbers from one on, and reciprocals on the way.
#ifndef LOG2_H
#define LOG2_H

#include "lanes.h"

/// log₂ (1 + t) and 1 / (1 + t).
struct LogAndReciprocal {
  Lanes log, reciprocal;
};

/// Both for 0 ≤ t ≤ 1e300, the logarithm to a few units in its last place however small t is.
///
/// With 1 + t = 2ⁿ m, m between √½ and √2, and s = (m − 1) / (m + 1) it is n + 2 atanh(s) / ln 2, by the
/// polynomial of degree seven in s² with the least relative error (1.1e-18). What 1 + t lost of t in
/// rounding is added as its share of the sum. One division serves for s and for the reciprocal.
INLINE struct LogAndReciprocal log2OfOnePlus(Lanes t) {
  const LaneBits rootOfHalf = 0x3fe6a09e667f3bcd;
  Lanes sum = t + 1.0, lost = t - (sum - 1.0);
  LaneBits exponent = (bits(sum) - rootOfHalf) >> 52;
  Lanes m = lanes(bits(sum) - (exponent << 52));
  Lanes n = lanes(exponent + 0x4338000000000000) - 0x1.8p52;
  Lanes above = m + 1.0, inverse = 1.0 / (sum * above);
  Lanes reciprocal = above * inverse;
  Lanes s = (m - 1.0) * (sum * inverse), z = s * s;
  Lanes p = 0x1.b599068fbbcdcp-3;
  p = multiplyAdd(p, z, (Lanes)0x1.c46d70d6e0735p-3);
  p = multiplyAdd(p, z, (Lanes)0x1.0ca163b0a7197p-2);
  p = multiplyAdd(p, z, (Lanes)0x1.484afb696e977p-2);
  p = multiplyAdd(p, z, (Lanes)0x1.a61762d6c04d9p-2);
  p = multiplyAdd(p, z, (Lanes)0x1.2776c50ee381bp-1);
  p = multiplyAdd(p, z, (Lanes)0x1.ec709dc3a047dp-1);
  p = multiplyAdd(p, z, (Lanes)0x1.71547652b82fep+1);
  Lanes rest = lost * reciprocal * 0x1.71547652b82fep+0;
  return (struct LogAndReciprocal){multiplyAdd(p, s, n + rest), reciprocal};
}

#endif
