// The pool of threads beside the platform's: the same passes, whose blocks are shared out by either.
//
// Built and run by Benchmarks/pool. Prints microseconds of a pass, median (least), for each way; the
// ways take turns.
#define runBlocks runBlocksByPool
#include "block_pool.c"
#undef runBlocks

#include "CMixtureKernels.h"

#include <dispatch/dispatch.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum Way { ALONE, POOL, DISPATCH, THREADS, WAYS };
static const char *const names[WAYS] = {"one thread", "own pool", "dispatch", "new threads"};
static enum Way way;

struct Call {
  void (*work)(void *, size_t);
  void *context;
  size_t from, to;
};

static void applied(void *context, size_t block) {
  const struct Call *call = context;
  call->work(call->context, block);
}

static void *half(void *context) {
  const struct Call *call = context;
  for (size_t block = call->from; block < call->to; block++) call->work(call->context, block);
  return NULL;
}

void runBlocks(
    size_t blocks, int threads, void (*work)(void *context, size_t block), void *context) {
  struct Call all = {work, context, 0, blocks};
  if (way == POOL) {
    runBlocksByPool(blocks, threads, work, context);
  } else if (way == DISPATCH) {
    dispatch_apply_f(
        blocks, dispatch_get_global_queue(DISPATCH_QUEUE_PRIORITY_DEFAULT, 0), &all, applied);
  } else if (way == THREADS) {
    struct Call second = {work, context, blocks / 2, blocks};
    pthread_t thread;
    pthread_create(&thread, NULL, half, &second);
    all.to = blocks / 2;
    half(&all);
    pthread_join(thread, NULL);
  } else {
    half(&all);
  }
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return 1e6 * (double)time.tv_sec + 1e-3 * (double)time.tv_nsec;
}

static int compare(const void *a, const void *b) {
  double left = *(const double *)a, right = *(const double *)b;
  return (left > right) - (left < right);
}

static double normal(void) { return sqrt(-2 * log(1 - drand48())) * cos(2 * M_PI * drand48()); }

/// Microseconds between the passes of a run, which an M-step and a picture take.
static void idle(double microseconds) {
  for (double end = now() + microseconds; now() < end;) {}
}

static void measure(size_t n, int k, double pause) {
  double *x = malloc(n * sizeof *x), *y = malloc(n * sizeof *y);
  uint8_t *labels = malloc(n);
  struct KernelGaussian components[16];
  struct KernelMoments moments[16];
  for (int j = 0; j < k; j++) components[j] = (struct KernelGaussian){-2, 3 * j, j % 2, 1, 0.2, 1};
  for (size_t i = 0; i < n; i++) {
    x[i] = 3 * (double)(i % (size_t)k) + normal();
    y[i] = normal();
  }
  enum { REPEATS = 101 };
  double times[WAYS][REPEATS], logLikelihood, entropy;
  for (int i = 0; i < REPEATS; i++)
    for (way = 0; way < WAYS; way++) {
      idle(pause);
      double start = now();
      kernelGaussianPass(
          x, y, n, components, k, (struct KernelOptions){0}, labels, moments, &logLikelihood,
          &entropy);
      times[way][i] = now() - start;
    }
  printf("%9zu %3d %8.0f", n, k, pause);
  for (int w = 0; w < WAYS; w++) {
    qsort(times[w], REPEATS, sizeof(double), compare);
    printf("  %9.1f (%8.1f)", times[w][REPEATS / 2], times[w][0]);
  }
  printf("\n");
  free(x);
  free(y);
  free(labels);
}

int main(void) {
  printf("   points   K pause/us");
  for (int w = 0; w < WAYS; w++) printf("  %20s", names[w]);
  printf("\n");
  for (int i = 0; i < 2; i++)
    for (size_t n = 20000; n <= 2000000; n *= 10)
      for (int k = 3; k <= 8; k += 5) measure(n, k, i == 0 ? 5 : 2000);
}
