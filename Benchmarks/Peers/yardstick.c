// The yardstick: how fast one EM iteration (two dimensions, full covariance) or one Lloyd iteration
// can go on this processor, written for speed alone with intrinsics. It knows no empty component and
// no singular covariance, centres the data once, and sums raw moments. Built once for each
// instruction set; see `run`.
//
//   yardstick worker em|kmeans POINTS.f64 START.txt THREADS
//
// Says "ready", then answers each line "ITERATIONS" with "WALL CPU" seconds.
//
// POINTS.f64: raw little-endian doubles x0 y0 x1 y1 ...   START.txt: K, then K lines
// "w mx my cxx cxy cyy", or "cx cy" for k-means.
//
// EM: each thread walks its part in blocks that stay in the first-level cache. Phase 1, for each
// vector of points: K log2-densities in whitened form, running maximum, label, 2^(lp - maximum),
// sum, one reciprocal. Phase 2, for each pair of components: six accumulators kept in registers.
// The sums are multiplied together and one logarithm is taken for many points.
#define _GNU_SOURCE
#include <immintrin.h>
#include <math.h>
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define KMAX 64
#define BLK 256
#define INL static inline __attribute__((always_inline))

static double now(void) { struct timespec t; clock_gettime(CLOCK_MONOTONIC, &t); return t.tv_sec + 1e-9 * t.tv_nsec; }

static double cpu(void) { struct timespec t; clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t); return t.tv_sec + 1e-9 * t.tv_nsec; }

// ---------------------------------------------------------------- vectors
#if defined(__AVX512F__) && defined(__AVX512DQ__) && !defined(NO512)
#define ISA "avx512"
#define W 8
typedef __m512d V; typedef __m512i I; typedef __mmask8 M;
INL V vset(double a) { return _mm512_set1_pd(a); }
INL V vld(const double *p) { return _mm512_load_pd(p); }
INL void vst(double *p, V a) { _mm512_store_pd(p, a); }
INL V vadd(V a, V b) { return _mm512_add_pd(a, b); }
INL V vsub(V a, V b) { return _mm512_sub_pd(a, b); }
INL V vmul(V a, V b) { return _mm512_mul_pd(a, b); }
INL V vdiv(V a, V b) { return _mm512_div_pd(a, b); }
INL V vmax(V a, V b) { return _mm512_max_pd(a, b); }
INL V vmin(V a, V b) { return _mm512_min_pd(a, b); }
INL V vfma(V a, V b, V c) { return _mm512_fmadd_pd(a, b, c); }
INL V vfnma(V a, V b, V c) { return _mm512_fnmadd_pd(a, b, c); }
INL I izero(void) { return _mm512_setzero_si512(); }
INL M vlt(V a, V b) { return _mm512_cmp_pd_mask(a, b, _CMP_LT_OQ); }
INL I icount(I c, M m) { return _mm512_mask_add_epi64(c, m, c, _mm512_set1_epi64(1)); }
INL V vaddm(V a, M m, V x) { return _mm512_mask_add_pd(a, m, a, x); }
INL void lst(uint8_t *p, I l) { _mm_storel_epi64((__m128i *)p, _mm512_cvtepi64_epi8(l)); }
INL V vexp2(V t) { // t <= 0.  16-entry table in two registers + degree-6 polynomial, |f| <= 1/32
  const V magic = vset(0x1.8p52 / 16);
  const V t0 = _mm512_setr_pd(0x1p0, 0x1.0b5586cf9890fp0, 0x1.172b83c7d517bp0, 0x1.2387a6e756238p0, 0x1.306fe0a31b715p0,
                              0x1.3dea64c123422p0, 0x1.4bfdad5362a27p0, 0x1.5ab07dd485429p0);
  const V t1 = _mm512_setr_pd(0x1.6a09e667f3bcdp0, 0x1.7a11473eb0187p0, 0x1.8ace5422aa0dbp0, 0x1.9c49182a3f09p0,
                              0x1.ae89f995ad3adp0, 0x1.c199bdd85529cp0, 0x1.d5818dcfba487p0, 0x1.ea4afa2a490dap0);
  V z = vadd(t, magic), n = vsub(z, magic), f = vsub(t, n);
  V tab = _mm512_permutex2var_pd(t0, _mm512_castpd_si512(z), t1);
  V p = vset(0.00015403756245457708718);
  p = vfma(p, f, vset(0.0013333818815389239315));
  p = vfma(p, f, vset(0.0096181291065256816657));
  p = vfma(p, f, vset(0.055504108652093572248));
  p = vfma(p, f, vset(0.24022650695910084695));
  p = vfma(p, f, vset(0.69314718055994686313));
  p = vfma(p, f, vset(1.0));
  return _mm512_scalef_pd(vmul(p, tab), n); // scalef floors n: exponent; the table held the fraction
}
#elif defined(__AVX2__) && defined(__FMA__)
#define ISA "avx2"
#define W 4
typedef __m256d V; typedef __m256i I; typedef __m256d M;
INL V vset(double a) { return _mm256_set1_pd(a); }
INL V vld(const double *p) { return _mm256_load_pd(p); }
INL void vst(double *p, V a) { _mm256_store_pd(p, a); }
INL V vadd(V a, V b) { return _mm256_add_pd(a, b); }
INL V vsub(V a, V b) { return _mm256_sub_pd(a, b); }
INL V vmul(V a, V b) { return _mm256_mul_pd(a, b); }
INL V vdiv(V a, V b) { return _mm256_div_pd(a, b); }
INL V vmax(V a, V b) { return _mm256_max_pd(a, b); }
INL V vmin(V a, V b) { return _mm256_min_pd(a, b); }
INL V vfma(V a, V b, V c) { return _mm256_fmadd_pd(a, b, c); }
INL V vfnma(V a, V b, V c) { return _mm256_fnmadd_pd(a, b, c); }
INL I izero(void) { return _mm256_setzero_si256(); }
INL M vlt(V a, V b) { return _mm256_cmp_pd(a, b, _CMP_LT_OQ); }
INL I icount(I c, M m) { return _mm256_sub_epi64(c, _mm256_castpd_si256(m)); }
INL V vaddm(V a, M m, V x) { return vadd(a, _mm256_and_pd(m, x)); }
INL void lst(uint8_t *p, I l) {
  __m128i a = _mm256_castsi256_si128(l), b = _mm256_extracti128_si256(l, 1);
  const __m128i s = _mm_setr_epi8(0, 8, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1);
  const __m128i u = _mm_setr_epi8(-1, -1, 0, 8, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1);
  uint32_t w = (uint32_t)_mm_cvtsi128_si32(_mm_or_si128(_mm_shuffle_epi8(a, s), _mm_shuffle_epi8(b, u)));
  memcpy(p, &w, 4);
}
INL V vexp2(V t) { // t <= 0.  degree-10 polynomial, |f| <= 1/2 (2.2e-16)
  const V magic = vset(0x1.8p52);
  t = vmax(t, vset(-1000.0));
  V z = vadd(t, magic), n = vsub(z, magic), f = vsub(t, n);
  V p = vset(7.0725859492692236999e-9);
  p = vfma(p, f, vset(1.0208690299958305835e-7));
  p = vfma(p, f, vset(1.3215442587921689653e-6));
  p = vfma(p, f, vset(0.000015252657260200837064));
  p = vfma(p, f, vset(0.00015403530441736050155));
  p = vfma(p, f, vset(0.0013333558230164973899));
  p = vfma(p, f, vset(0.0096181291076068885273));
  p = vfma(p, f, vset(0.055504108664447719166));
  p = vfma(p, f, vset(0.2402265069591009822));
  p = vfma(p, f, vset(0.69314718055994998286));
  p = vfma(p, f, vset(1.0));
  return _mm256_castsi256_pd(_mm256_add_epi64(_mm256_castpd_si256(p), _mm256_slli_epi64(_mm256_castpd_si256(z), 52)));
}
#else
#define ISA "sse2"
#define W 2
typedef __m128d V; typedef __m128i I; typedef __m128d M;
INL V vset(double a) { return _mm_set1_pd(a); }
INL V vld(const double *p) { return _mm_load_pd(p); }
INL void vst(double *p, V a) { _mm_store_pd(p, a); }
INL V vadd(V a, V b) { return _mm_add_pd(a, b); }
INL V vsub(V a, V b) { return _mm_sub_pd(a, b); }
INL V vmul(V a, V b) { return _mm_mul_pd(a, b); }
INL V vdiv(V a, V b) { return _mm_div_pd(a, b); }
INL V vmax(V a, V b) { return _mm_max_pd(a, b); }
INL V vmin(V a, V b) { return _mm_min_pd(a, b); }
INL V vfma(V a, V b, V c) { return vadd(vmul(a, b), c); }
INL V vfnma(V a, V b, V c) { return vsub(c, vmul(a, b)); }
INL I izero(void) { return _mm_setzero_si128(); }
INL M vlt(V a, V b) { return _mm_cmplt_pd(a, b); }
INL I icount(I c, M m) { return _mm_sub_epi64(c, _mm_castpd_si128(m)); }
INL V vaddm(V a, M m, V x) { return vadd(a, _mm_and_pd(m, x)); }
INL void lst(uint8_t *p, I l) { p[0] = (uint8_t)_mm_cvtsi128_si32(l); p[1] = (uint8_t)_mm_extract_epi16(l, 4); }
static double tab1024[1024] __attribute__((aligned(64)));
__attribute__((constructor)) static void filltab(void) { for (int j = 0; j < 1024; j++) tab1024[j] = exp2(j / 1024.0); }
INL V vexp2(V t) { // t <= 0.  1024-entry table (8 KB) + degree-3 polynomial, |f| <= 1/2048
  const V magic = vset(0x1.8p52 / 1024);
  t = vmax(t, vset(-1000.0));
  V z = vadd(t, magic), n = vsub(z, magic), f = vsub(t, n);
  I zi = _mm_castpd_si128(z);
  unsigned j0 = (unsigned)_mm_cvtsi128_si32(zi) & 1023, j1 = (unsigned)_mm_extract_epi16(zi, 4) & 1023;
  V tab = _mm_loadh_pd(_mm_load_sd(tab1024 + j0), tab1024 + j1);
  V p = vset(0.055504108982718379476);
  p = vfma(p, f, vset(0.24022650925224139545));
  p = vfma(p, f, vset(0.69314718055994529994));
  p = vfma(p, f, vset(0.99999999999999993166));
  I e = _mm_slli_epi64(_mm_srli_epi64(zi, 10), 52); // exponent: floor(n)
  return _mm_castsi128_pd(_mm_add_epi64(_mm_castpd_si128(vmul(p, tab)), e));
}
#endif

INL double vhsum(V a) { double t[W] __attribute__((aligned(64))); vst(t, a); double s = 0; for (int i = 0; i < W; i++) s += t[i]; return s; }

// ---------------------------------------------------------------- data
typedef struct { long n; double *x, *y, ox, oy; uint8_t *lab; } Data;
typedef struct { int k; double w[KMAX], mx[KMAX], my[KMAX], a[KMAX], b[KMAX], d[KMAX]; } Mix;
typedef struct { double p0, q0, p1, p2, q1, c; } Par; // y0 = p0 x + q0;  y1 = p1 x + p2 y + q1;  lp2 = c - y0^2 - y1^2
typedef struct { V v[6]; } ParV;
typedef struct { double ll2; double s[KMAX][6]; char pad[128]; } Out;

static Data load(const char *path) {
  FILE *f = fopen(path, "rb"); if (!f) { perror(path); exit(1); }
  fseek(f, 0, SEEK_END); long n = ftell(f) / 16; rewind(f);
  double *r = malloc(n * 16); if (fread(r, 16, n, f) != (size_t)n) exit(1); fclose(f);
  Data d = {.n = n}; long cap = (n + 63) / 64 * 64;
  d.x = aligned_alloc(64, cap * 8); d.y = aligned_alloc(64, cap * 8); d.lab = aligned_alloc(64, cap);
  for (long i = 0; i < n; i++) { d.ox += r[2 * i]; d.oy += r[2 * i + 1]; }
  d.ox /= n; d.oy /= n;
  for (long i = 0; i < n; i++) { d.x[i] = r[2 * i] - d.ox; d.y[i] = r[2 * i + 1] - d.oy; }
  for (long i = n; i < cap; i++) d.x[i] = d.y[i] = 0;
  free(r); return d;
}
static Mix load_mix(const char *path, const Data *d) {
  Mix m = {0}; FILE *f = fopen(path, "r"); if (!f || fscanf(f, "%d", &m.k) != 1 || m.k > KMAX) exit(1);
  for (int k = 0; k < m.k; k++) {
    if (fscanf(f, "%lf %lf %lf %lf %lf %lf", m.w + k, m.mx + k, m.my + k, m.a + k, m.b + k, m.d + k) != 6) exit(1);
    m.mx[k] -= d->ox; m.my[k] -= d->oy;
  }
  fclose(f); return m;
}
static void params(const Mix *m, Par *p) {
  const double s = sqrt(0.5 * M_LOG2E);
  for (int k = 0; k < m->k; k++) {
    double l11 = sqrt(m->a[k]), l21 = m->b[k] / l11, l22 = sqrt(m->d[k] - l21 * l21);
    p[k].p0 = s / l11; p[k].q0 = -s / l11 * m->mx[k];
    p[k].p1 = -s * l21 / (l11 * l22); p[k].p2 = s / l22; p[k].q1 = -p[k].p1 * m->mx[k] - p[k].p2 * m->my[k];
    p[k].c = log2(m->w[k]) - log2(2 * M_PI) - log2(l11 * l22);
  }
}

// ---------------------------------------------------------------- EM kernel
INL void em_span(const int K, const Data *D, long lo, long hi, const Par *pp, Out *out) {
  ParV P[KMAX]; V acc[KMAX][6];
  for (int k = 0; k < K; k++) for (int j = 0; j < 6; j++) { P[k].v[j] = vset(((const double *)(pp + k))[j]); acc[k][j] = vset(0); }
  double R[KMAX][BLK] __attribute__((aligned(64))), G[6][BLK] __attribute__((aligned(64)));
  V mx = vset(0), prod = vset(1); double logs = 0; int since = 0;
  const int flush = (int)(900.0 / log2(K + 1.0)) / (BLK / W);
  const long vend = lo + (hi - lo) / W * W;
  for (long b = lo; b < vend; b += BLK) {
    const int len = (int)(vend - b < BLK ? vend - b : BLK);
    for (int i = 0; i < len; i += W) {
      V x = vld(D->x + b + i), y = vld(D->y + b + i), lp[KMAX], m, s;
      I lab = izero(); V pm[KMAX];
#pragma GCC unroll 16
      for (int k = 0; k < K; k++) {
        V y0 = vfma(P[k].v[0], x, P[k].v[1]), y1 = vfma(P[k].v[2], x, vfma(P[k].v[3], y, P[k].v[4]));
        lp[k] = vfnma(y1, y1, vfnma(y0, y0, P[k].v[5]));
        pm[k] = k ? vmax(pm[k - 1], lp[k]) : lp[k];
      }
      m = pm[K - 1];
#pragma GCC unroll 16
      for (int k = 0; k < K - 1; k++) lab = icount(lab, vlt(pm[k], m));
#pragma GCC unroll 16
      for (int k = 0; k < K; k++) { V e = vexp2(vsub(lp[k], m)); vst(&R[k][i], e); s = k ? vadd(s, e) : e; }
      lst(D->lab + b + i, lab);
      mx = vadd(mx, m); prod = vmul(prod, s);
      V r = vdiv(vset(1), s), rx = vmul(r, x), ry = vmul(r, y);
      vst(&G[0][i], r); vst(&G[1][i], rx); vst(&G[2][i], ry);
      vst(&G[3][i], vmul(rx, x)); vst(&G[4][i], vmul(rx, y)); vst(&G[5][i], vmul(ry, y));
    }
    if (++since >= flush) { double t[W] __attribute__((aligned(64))); vst(t, prod); for (int i = 0; i < W; i++) logs += log2(t[i]); prod = vset(1); since = 0; }
    int k = 0;
    for (; k + 1 < K; k += 2) {
      V a0 = acc[k][0], a1 = acc[k][1], a2 = acc[k][2], a3 = acc[k][3], a4 = acc[k][4], a5 = acc[k][5];
      V b0 = acc[k + 1][0], b1 = acc[k + 1][1], b2 = acc[k + 1][2], b3 = acc[k + 1][3], b4 = acc[k + 1][4], b5 = acc[k + 1][5];
      for (int i = 0; i < len; i += W) {
        V e = vld(&R[k][i]), f = vld(&R[k + 1][i]), g;
        g = vld(&G[0][i]); a0 = vfma(e, g, a0); b0 = vfma(f, g, b0);
        g = vld(&G[1][i]); a1 = vfma(e, g, a1); b1 = vfma(f, g, b1);
        g = vld(&G[2][i]); a2 = vfma(e, g, a2); b2 = vfma(f, g, b2);
        g = vld(&G[3][i]); a3 = vfma(e, g, a3); b3 = vfma(f, g, b3);
        g = vld(&G[4][i]); a4 = vfma(e, g, a4); b4 = vfma(f, g, b4);
        g = vld(&G[5][i]); a5 = vfma(e, g, a5); b5 = vfma(f, g, b5);
      }
      acc[k][0] = a0; acc[k][1] = a1; acc[k][2] = a2; acc[k][3] = a3; acc[k][4] = a4; acc[k][5] = a5;
      acc[k + 1][0] = b0; acc[k + 1][1] = b1; acc[k + 1][2] = b2; acc[k + 1][3] = b3; acc[k + 1][4] = b4; acc[k + 1][5] = b5;
    }
    if (k < K) {
      V a0 = acc[k][0], a1 = acc[k][1], a2 = acc[k][2], a3 = acc[k][3], a4 = acc[k][4], a5 = acc[k][5];
      for (int i = 0; i < len; i += W) {
        V e = vld(&R[k][i]);
        a0 = vfma(e, vld(&G[0][i]), a0); a1 = vfma(e, vld(&G[1][i]), a1); a2 = vfma(e, vld(&G[2][i]), a2);
        a3 = vfma(e, vld(&G[3][i]), a3); a4 = vfma(e, vld(&G[4][i]), a4); a5 = vfma(e, vld(&G[5][i]), a5);
      }
      acc[k][0] = a0; acc[k][1] = a1; acc[k][2] = a2; acc[k][3] = a3; acc[k][4] = a4; acc[k][5] = a5;
    }
  }
  { double t[W] __attribute__((aligned(64))); vst(t, prod); for (int i = 0; i < W; i++) logs += log2(t[i]); }
  out->ll2 = vhsum(mx) + logs;
  for (int k = 0; k < K; k++) for (int j = 0; j < 6; j++) out->s[k][j] = vhsum(acc[k][j]);
  for (long i = vend; i < hi; i++) { // tail, scalar
    double x = D->x[i], y = D->y[i], lp[KMAX], m = -INFINITY, s = 0; int lab = 0;
    for (int k = 0; k < K; k++) {
      double y0 = pp[k].p0 * x + pp[k].q0, y1 = pp[k].p1 * x + pp[k].p2 * y + pp[k].q1;
      lp[k] = pp[k].c - y0 * y0 - y1 * y1; if (lp[k] > m) { m = lp[k]; lab = k; }
    }
    for (int k = 0; k < K; k++) { lp[k] = exp2(lp[k] - m); s += lp[k]; }
    out->ll2 += m + log2(s); D->lab[i] = (uint8_t)lab;
    for (int k = 0; k < K; k++) {
      double r = lp[k] / s, *o = out->s[k];
      o[0] += r; o[1] += r * x; o[2] += r * y; o[3] += r * x * x; o[4] += r * x * y; o[5] += r * y * y;
    }
  }
}
#define CASE(k) static void __attribute__((noinline)) em_##k(const Data *D, long lo, long hi, const Par *p, Out *o) { em_span(k, D, lo, hi, p, o); }
CASE(2) CASE(3) CASE(4) CASE(5) CASE(6) CASE(7) CASE(8) CASE(16) CASE(32) CASE(64)
static void em_any(int K, const Data *D, long lo, long hi, const Par *p, Out *o) {
  switch (K) {
  case 2: em_2(D, lo, hi, p, o); break; case 3: em_3(D, lo, hi, p, o); break; case 4: em_4(D, lo, hi, p, o); break;
  case 5: em_5(D, lo, hi, p, o); break; case 6: em_6(D, lo, hi, p, o); break; case 7: em_7(D, lo, hi, p, o); break;
  case 8: em_8(D, lo, hi, p, o); break; case 16: em_16(D, lo, hi, p, o); break;
  case 32: em_32(D, lo, hi, p, o); break; case 64: em_64(D, lo, hi, p, o); break; default: fprintf(stderr, "K not built\n"); exit(1);
  }
}

// ---------------------------------------------------------------- Lloyd kernel
typedef struct { double cx, cy; } Cen;
INL void km_span(const int K, const Data *D, long lo, long hi, const Cen *c, Out *out) {
  V ax[KMAX], ay[KMAX], h[KMAX]; V Sx[KMAX], Sy[KMAX]; I N[KMAX];
  for (int k = 0; k < K; k++) { ax[k] = vset(-2 * c[k].cx); ay[k] = vset(-2 * c[k].cy); h[k] = vset(c[k].cx * c[k].cx + c[k].cy * c[k].cy); }
  for (int k = 0; k <= K; k++) { Sx[k] = Sy[k] = vset(0); N[k] = izero(); }
  V in = vset(0); const long vend = lo + (hi - lo) / W * W;
  for (long i = lo; i < vend; i += W) {
    V x = vld(D->x + i), y = vld(D->y + i), pm[KMAX]; I lab = izero();
#pragma GCC unroll 16
    for (int k = 0; k < K; k++) { V d = vfma(ax[k], x, vfma(ay[k], y, h[k])); pm[k] = k ? vmin(pm[k - 1], d) : d; }
    Sx[0] = vadd(Sx[0], x); Sy[0] = vadd(Sy[0], y);
    in = vadd(in, vfma(x, x, vfma(y, y, pm[K - 1])));
#pragma GCC unroll 16
    for (int k = 0; k < K - 1; k++) { // mask: label > k;  sums telescope
      M g = vlt(pm[K - 1], pm[k]);
      lab = icount(lab, g); N[k + 1] = icount(N[k + 1], g);
      Sx[k + 1] = vaddm(Sx[k + 1], g, x); Sy[k + 1] = vaddm(Sy[k + 1], g, y);
    }
    lst(D->lab + i, lab);
  }
  double n[KMAX + 1] = {0}, sx[KMAX + 1] = {0}, sy[KMAX + 1] = {0};
  for (int k = 0; k < K; k++) {
    int64_t t[W] __attribute__((aligned(64))); memcpy(t, &N[k], sizeof t);
    for (int i = 0; i < W; i++) n[k] += t[i];
    sx[k] = vhsum(Sx[k]); sy[k] = vhsum(Sy[k]);
  }
  n[0] = vend - lo; out->ll2 = vhsum(in);
  for (int k = 0; k < K; k++) { out->s[k][0] = n[k] - n[k + 1]; out->s[k][1] = sx[k] - sx[k + 1]; out->s[k][2] = sy[k] - sy[k + 1]; }
  for (long i = vend; i < hi; i++) {
    double x = D->x[i], y = D->y[i], best = INFINITY; int lab = 0;
    for (int k = 0; k < K; k++) { double d = -2 * c[k].cx * x - 2 * c[k].cy * y + c[k].cx * c[k].cx + c[k].cy * c[k].cy; if (d < best) { best = d; lab = k; } }
    out->ll2 += best + x * x + y * y; D->lab[i] = (uint8_t)lab; out->s[lab][0]++; out->s[lab][1] += x; out->s[lab][2] += y;
  }
}
#define KCASE(k) static void __attribute__((noinline)) km_##k(const Data *D, long lo, long hi, const Cen *p, Out *o) { km_span(k, D, lo, hi, p, o); }
KCASE(2) KCASE(3) KCASE(4) KCASE(5) KCASE(6) KCASE(7) KCASE(8) KCASE(16)
static void km_any(int K, const Data *D, long lo, long hi, const Cen *p, Out *o) {
  switch (K) {
  case 2: km_2(D, lo, hi, p, o); break; case 3: km_3(D, lo, hi, p, o); break; case 4: km_4(D, lo, hi, p, o); break;
  case 5: km_5(D, lo, hi, p, o); break; case 6: km_6(D, lo, hi, p, o); break; case 7: km_7(D, lo, hi, p, o); break;
  case 8: km_8(D, lo, hi, p, o); break; case 16: km_16(D, lo, hi, p, o); break; default: fprintf(stderr, "K not built\n"); exit(1);
  }
}

// ---------------------------------------------------------------- driver: threads live for one fit; spin barriers
typedef struct { const Data *D; int what, k, T, iters; Mix mix; Par par[KMAX]; Cen cen[KMAX]; Out out[8]; double *trace; atomic_int gen, done; } Job;
typedef struct { Job *j; int id; } Arg;
static void span(Job *j, int id) {
  long per = (j->D->n / j->T + BLK - 1) / BLK * BLK, lo = per * id, hi = id == j->T - 1 ? j->D->n : lo + per;
  if (lo > j->D->n) lo = j->D->n;
  if (hi > j->D->n) hi = j->D->n;
  if (j->what == 0) em_any(j->k, j->D, lo, hi, j->par, &j->out[id]); else km_any(j->k, j->D, lo, hi, j->cen, &j->out[id]);
}
INL void wait_until(atomic_int *a, int v) { int s = 0; while (atomic_load_explicit(a, memory_order_acquire) < v) { if (++s < 20000) _mm_pause(); else sched_yield(); } }
static void *helper(void *p) {
  Arg *a = p; Job *j = a->j;
  for (int it = 1; it <= j->iters; it++) { wait_until(&j->gen, it); span(j, a->id); atomic_fetch_add(&j->done, 1); }
  return 0;
}
static void fit(Job *j) {
  pthread_t th[8]; Arg ar[8]; atomic_store(&j->gen, 0); atomic_store(&j->done, 0);
  for (int t = 1; t < j->T; t++) { ar[t] = (Arg){j, t}; pthread_create(&th[t], 0, helper, &ar[t]); }
  for (int it = 1; it <= j->iters; it++) {
    if (j->what == 0) params(&j->mix, j->par);
    atomic_store_explicit(&j->gen, it, memory_order_release);
    span(j, 0);
    wait_until(&j->done, it * (j->T - 1));
    double ll = 0, s[KMAX][6] = {{0}};
    for (int t = 0; t < j->T; t++) { ll += j->out[t].ll2; for (int k = 0; k < j->k; k++) for (int q = 0; q < 6; q++) s[k][q] += j->out[t].s[k][q]; }
    if (j->what == 0) {
      if (j->trace) j->trace[it - 1] = ll * M_LN2;
      Mix *m = &j->mix;
      for (int k = 0; k < j->k; k++) {
        double n = s[k][0], mx = s[k][1] / n, my = s[k][2] / n;
        m->w[k] = n / j->D->n; m->mx[k] = mx; m->my[k] = my;
        m->a[k] = s[k][3] / n - mx * mx; m->b[k] = s[k][4] / n - mx * my; m->d[k] = s[k][5] / n - my * my;
      }
    } else {
      if (j->trace) j->trace[it - 1] = ll;
      for (int k = 0; k < j->k; k++) if (s[k][0] > 0) { j->cen[k].cx = s[k][1] / s[k][0]; j->cen[k].cy = s[k][2] / s[k][0]; }
    }
  }
  for (int t = 1; t < j->T; t++) pthread_join(th[t], 0);
}

int main(int c, char **v) {
  if (c != 6 || strcmp(v[1], "worker")) { fprintf(stderr, "see the head of yardstick.c\n"); return 2; }
  Data D = load(v[3]); const char *init = v[4];
  Job *j = aligned_alloc(64, (sizeof(Job) + 63) / 64 * 64); memset(j, 0, sizeof *j);
  j->D = &D; j->what = strcmp(v[2], "em") != 0; j->T = atoi(v[5]);
  Mix m0; memset(&m0, 0, sizeof m0); Cen c0[KMAX]; memset(c0, 0, sizeof c0);
  if (!j->what) { m0 = load_mix(init, &D); j->k = m0.k; }
  else { FILE *f = fopen(init, "r"); if (!f || fscanf(f, "%d", &j->k) != 1) return 1; for (int k = 0; k < j->k; k++) { if (fscanf(f, "%lf %lf", &c0[k].cx, &c0[k].cy) != 2) return 1; c0[k].cx -= D.ox; c0[k].cy -= D.oy; } fclose(f); }
  j->trace = malloc(8 * 1000000);
  int it; printf("ready\n"); fflush(stdout);
  while (scanf("%d", &it) == 1 && it <= 1000000) {
    j->iters = it; j->mix = m0; memcpy(j->cen, c0, sizeof c0);
    double u = cpu(), t = now(); fit(j); t = now() - t; printf("%.9g %.9g %.17g\n", t, cpu() - u, j->trace[it - 1]); fflush(stdout);
  }
  return 0;
}
