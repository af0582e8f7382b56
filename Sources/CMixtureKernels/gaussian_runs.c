#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "kernels.h"
#include "runs.h"

/// Room for rows of vectors, aligned as the widest registers are.
static void *roomFor(size_t size) {
  void *room = NULL;
  return posix_memalign(&room, 64, size) == 0 ? memset(room, 0, size) : NULL;
}

/// A mixture for lanes without a run, so that their numbers are ordinary ones.
static void fillWithOrdinary(struct KernelRuns *runs, int lane) {
  for (int k = 0; k < runs->componentCount; k++) {
    struct RunComponent *c = &runs->components[k];
    c->weight[lane] = c->xx[lane] = c->yy[lane] = 1;
    c->xy[lane] = 0;
    c->meanX[lane] = runs->x[0];
    c->meanY[lane] = runs->y[0];
  }
  runs->hasSums[lane] = false;
  runs->run[lane] = (struct KernelRun){KernelRunNone, 0, NAN};
}

struct KernelRuns *kernelRunsMake(
    const double *x, const double *y, size_t count, int componentCount,
    struct KernelRunRules rules, enum KernelInstructionSet set) {
  struct KernelRuns *runs = roomFor(sizeof *runs);
  if (!runs) return NULL;
  runs->kernels = kernelsFor(set);
  runs->rules = rules;
  runs->componentCount = componentCount;
  size_t components = (size_t)componentCount, parts = (size_t)runs->kernels->lanes;
  runs->x = roomFor(count * sizeof *runs->x);
  runs->y = roomFor(count * sizeof *runs->y);
  runs->components = roomFor(components * sizeof *runs->components);
  runs->next = roomFor(components * sizeof *runs->next);
  runs->parts = roomFor(parts * PART_WIDTH(components) * sizeof *runs->parts);
  if (!runs->x || !runs->y || !runs->components || !runs->next || !runs->parts) {
    kernelRunsFree(runs);
    return NULL;
  }
  size_t place = 0;
  for (size_t part = 0; part < parts; part++) {
    runs->firstOf[part] = place;
    for (size_t n = part; n < count; n += parts, place++) {
      runs->x[place] = x[n];
      runs->y[place] = y[n];
    }
  }
  runs->firstOf[parts] = place;
  for (int lane = 0; lane < MOST_RUN_LANES; lane++) fillWithOrdinary(runs, lane);
  return runs;
}

void kernelRunsFree(struct KernelRuns *runs) {
  if (!runs) return;
  free(runs->x);
  free(runs->y);
  free(runs->components);
  free(runs->next);
  free(runs->parts);
  free(runs);
}

int kernelRunsLaneCount(const struct KernelRuns *runs) { return runs->kernels->lanes; }

void kernelRunsPut(
    struct KernelRuns *runs, int lane, const struct KernelParameters *components,
    int64_t iterations) {
  for (int k = 0; k < runs->componentCount; k++) {
    struct RunComponent *c = &runs->components[k];
    c->weight[lane] = components[k].weight;
    c->meanX[lane] = components[k].meanX;
    c->meanY[lane] = components[k].meanY;
    c->xx[lane] = components[k].xx;
    c->xy[lane] = components[k].xy;
    c->yy[lane] = components[k].yy;
  }
  runs->hasSums[lane] = false;
  runs->run[lane] = (struct KernelRun){KernelRunOngoing, iterations, NAN};
}

int kernelRunsAdvance(struct KernelRuns *runs, int iterations) {
  return runs->kernels->gaussianRuns(runs, iterations);
}

struct KernelRun kernelRunsLook(const struct KernelRuns *runs, int lane) {
  return runs->run[lane];
}

void kernelRunsTake(struct KernelRuns *runs, int lane, struct KernelParameters *components) {
  for (int k = 0; k < runs->componentCount; k++) {
    const struct RunComponent *c = &runs->components[k];
    components[k] = (struct KernelParameters){c->weight[lane], c->meanX[lane], c->meanY[lane],
                                              c->xx[lane], c->xy[lane], c->yy[lane]};
  }
  fillWithOrdinary(runs, lane);
}
