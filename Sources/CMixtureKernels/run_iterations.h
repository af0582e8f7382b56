// Runs of EM in lanes: one iteration of all of them after the other.
//
// A file that includes this one has defined, beside what lanes.h asks for, GAUSSIAN_RUNS, the name of
// the function. There are as many runs side by side as a pass takes points at once.
#ifndef RUN_ITERATIONS_H
#define RUN_ITERATIONS_H

#include "gaussian_tile.h"
#include "run_maximization.h"
#include "runs.h"

/// The points × components × runs of a tile that leave room in the first-level cache.
#define RUN_TILE_PREFERENCE 512

/// The sums over the points that one lane of a pass would take, in its order.
INLINE void addPart(
    struct KernelRuns *runs, int part, const int componentCount, struct GaussianWork work) {
  struct GaussianSums *sums = work.sums;
  clear(sums, componentCount);
  int count = (int)(runs->firstOf[part + 1] - runs->firstOf[part]);
  const double *x = runs->x + runs->firstOf[part], *y = runs->y + runs->firstOf[part];
  int most = RUN_TILE_PREFERENCE / componentCount / LANES;
  if (most > TILE_SIZE / LANES) most = TILE_SIZE / LANES;
  if (most < 1) most = 1;
  int tiles = (count + most - 1) / most;
  for (int i = 0; i < tiles; i++) {
    int start = count * i / tiles, size = (count * (i + 1) / tiles - start) * LANES;
    addTile(
        work, x + start, y + start, NULL, size, size, componentCount, NULL, LanesAreMixtures,
        NULL);
  }
  EachRun *rows = runs->parts + part * PART_WIDTH(componentCount);
  store(rows[PART_GREATEST], sums->greatest);
  store(rows[PART_MANTISSA], sums->mantissa);
  store(rows[PART_EXPONENT], __builtin_convertvector(sums->exponent, Lanes));
  store(rows[PART_UNREACHED], __builtin_convertvector(sums->unreached, Lanes));
  for (int k = 0; k < componentCount; k++) {
    rows = runs->parts + part * PART_WIDTH(componentCount) + PART_MOMENTS(k);
    store(rows[0], sums->moments[k].mass);
    store(rows[1], sums->moments[k].u);
    store(rows[2], sums->moments[k].v);
    store(rows[3], sums->moments[k].uu);
    store(rows[4], sums->moments[k].uv);
    store(rows[5], sums->moments[k].vv);
  }
}

/// The sum of a row over the parts, as the lanes of a pass are added up.
INLINE Lanes sumOfParts(const struct KernelRuns *runs, const int componentCount, int row) {
  Lanes parts[LANES];
  for (int part = 0; part < LANES; part++)
    parts[part] = load(runs->parts[part * PART_WIDTH(componentCount) + row]);
  for (int width = LANES / 2; width > 0; width /= 2)
    for (int part = 0; part < width; part++) parts[part] += parts[part + width];
  return parts[0];
}

/// What came of an iteration for one run: L, and whether the run goes on.
INLINE void judge(struct KernelRun *run, const struct KernelRunRules *rules, double bits) {
  double before = run->logLikelihood, now = bits * M_LN2;
  run->logLikelihood = now;
  if (isnan(before)) return;
  double share = rules->leastRelativeGain * fabs(now);
  double least = share >= rules->leastGain ? share : rules->leastGain;
  double gain = now - before;
  if (rules->mayStop && gain <= least && (rules->floor < 0 || gain >= -least))
    run->state = KernelRunConverged;
  else if (run->iterations >= rules->iterationLimit)
    run->state = KernelRunLimited;
}

/// The E-step of all runs.
INLINE void expect(
    struct KernelRuns *runs, const int componentCount, struct GaussianWork work) {
  for (int k = 0; k < componentCount; k++) {
    const struct RunComponent *c = &runs->components[k];
    work.components[k] = (struct SpreadGaussian){
        k, load(c->logScale), load(c->meanX), load(c->meanY), load(c->whiteXX), load(c->whiteYX),
        load(c->whiteYY)};
  }
  for (int part = 0; part < LANES; part++)
    addPart(runs, part, componentCount, work);

  LaneBits usable = sumOfParts(runs, componentCount, PART_UNREACHED) == 0.0;
  for (int k = 0; k < componentCount; k++)
    for (int i = 0; i < RUN_ROW; i++) {
      Lanes total = sumOfParts(runs, componentCount, PART_MOMENTS(k) + i);
      usable &= __builtin_elementwise_abs(total) <= __DBL_MAX__;
      store(runs->components[k].row[i], total);
    }
  Lanes product = 1;
  for (int part = 0; part < LANES; part++)
    product *= load(runs->parts[part * PART_WIDTH(componentCount) + PART_MANTISSA]);
  Lanes greatest = sumOfParts(runs, componentCount, PART_GREATEST);
  Lanes exponent = sumOfParts(runs, componentCount, PART_EXPONENT);
  for (int lane = 0; lane < LANES; lane++) {
    struct KernelRun *run = &runs->run[lane];
    if (run->state != KernelRunOngoing) continue;
    double bits = greatest[lane] + (exponent[lane] + log2(product[lane]));
    runs->hasSums[lane] = usable[lane] && isfinite(bits);
    if (runs->hasSums[lane])
      judge(run, &runs->rules, bits);
    else
      run->state = KernelRunLeft;
  }
}

INLINE bool allGoOn(const struct KernelRuns *runs) {
  for (int lane = 0; lane < LANES; lane++)
    if (runs->run[lane].state > KernelRunOngoing) return false;
  return true;
}

INLINE int advance(struct KernelRuns *runs, int iterations, const int componentCount) {
  _Alignas(sizeof(Lanes)) char memory[WORK_BYTES(componentCount)];
  struct GaussianWork work = workIn(memory, componentCount);
  int done = 0;
  while (done < iterations && allGoOn(runs)) {
    maximize(runs, componentCount);
    expect(runs, componentCount, work);
    done++;
  }
  return done;
}

TARGET int GAUSSIAN_RUNS(struct KernelRuns *runs, int iterations) {
  switch (runs->componentCount) {
    case 2: return advance(runs, iterations, 2);
    case 3: return advance(runs, iterations, 3);
    case 4: return advance(runs, iterations, 4);
    default: return advance(runs, iterations, runs->componentCount);
  }
}

#endif
