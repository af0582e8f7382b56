#define _GNU_SOURCE
#include "block_pool.h"

#include "CMixtureKernels.h"

#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <unistd.h>

#define MAXIMUM_HELPERS 63

/// More than the helpers there can be.
#define BUSY_LIMIT 64u

// A waiting thread looks this many times before it sleeps: some tens of microseconds, about what
// waking it would cost, so that the passes of a run follow each other without system calls.
#define LOOKS_BEFORE_SLEEP 2000

static void pauseBriefly(void) {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

/// A stretch of a pass's blocks, in a cache line of its own: one thread begins with it, and those
/// that have done with their own take from it what is left.
struct Share {
  _Alignas(128) atomic_size_t next;
  size_t end;
};

/// The helpers and the one pass they may be working on.
static struct {
  /// Held by the caller that has the helpers.
  pthread_mutex_t owner;
  int helpers;

  /// Counts the passes.
  atomic_uint pass;
  /// Seats that are left for helpers in this pass, times BUSY_LIMIT; and helpers that sit in one.
  atomic_uint members;

  /// For those who have looked in vain for long enough.
  pthread_mutex_t lock;
  pthread_cond_t called, finished;
  atomic_int sleepingHelpers;
  atomic_bool ownerSleeps;

  void (*work)(void *context, size_t block);
  void *context;
  size_t shareCount;
  struct Share shares[MAXIMUM_HELPERS + 1];
} pool = {
    .owner = PTHREAD_MUTEX_INITIALIZER,
    .helpers = -1,
    .lock = PTHREAD_MUTEX_INITIALIZER,
    .called = PTHREAD_COND_INITIALIZER,
    .finished = PTHREAD_COND_INITIALIZER,
};

static void takeBlocks(size_t firstShare) {
  for (size_t i = 0; i < pool.shareCount; i++) {
    struct Share *share = &pool.shares[(firstShare + i) % pool.shareCount];
    for (size_t block; (block = atomic_fetch_add(&share->next, 1)) < share->end;)
      pool.work(pool.context, block);
  }
}

/// Takes a seat in the pass that is going on: its number from one, or zero when there is none left.
static unsigned takeSeat(void) {
  unsigned members = atomic_load(&pool.members);
  while (members >= BUSY_LIMIT)
    if (atomic_compare_exchange_weak(&pool.members, &members, members - BUSY_LIMIT + 1))
      return members / BUSY_LIMIT;
  return 0;
}

static void leaveSeat(void) {
  unsigned before = atomic_fetch_sub(&pool.members, 1);
  if (before % BUSY_LIMIT != 1 || !atomic_load(&pool.ownerSleeps)) return;
  pthread_mutex_lock(&pool.lock);
  pthread_cond_signal(&pool.finished);
  pthread_mutex_unlock(&pool.lock);
}

static void *help(void *unused) {
  (void)unused;
  unsigned seen = 0;
  for (;;) {
    for (int look = 0; look < LOOKS_BEFORE_SLEEP && atomic_load(&pool.pass) == seen; look++)
      pauseBriefly();
    if (atomic_load(&pool.pass) == seen) {
      pthread_mutex_lock(&pool.lock);
      atomic_fetch_add(&pool.sleepingHelpers, 1);
      while (atomic_load(&pool.pass) == seen) pthread_cond_wait(&pool.called, &pool.lock);
      atomic_fetch_sub(&pool.sleepingHelpers, 1);
      pthread_mutex_unlock(&pool.lock);
    }
    seen = atomic_load(&pool.pass);
    unsigned seat = takeSeat();
    if (seat == 0) continue;
    takeBlocks(seat);
    leaveSeat();
  }
  return NULL;
}

/// Opens a pass with seats for helpers and calls them.
static void callHelpers(unsigned seats) {
  atomic_store(&pool.members, seats * BUSY_LIMIT);
  atomic_fetch_add(&pool.pass, 1);
  if (atomic_load(&pool.sleepingHelpers) == 0) return;
  pthread_mutex_lock(&pool.lock);
  pthread_cond_broadcast(&pool.called);
  pthread_mutex_unlock(&pool.lock);
}

/// Waits for the helpers that have a seat; one that has not come yet need not, for nothing is left.
static void awaitHelpers(void) {
  unsigned busy = atomic_fetch_and(&pool.members, BUSY_LIMIT - 1) % BUSY_LIMIT;
  for (int look = 0; look < LOOKS_BEFORE_SLEEP && busy > 0; look++) {
    pauseBriefly();
    busy = atomic_load(&pool.members);
  }
  if (busy == 0) return;
  pthread_mutex_lock(&pool.lock);
  atomic_store(&pool.ownerSleeps, true);
  while (atomic_load(&pool.members) > 0) pthread_cond_wait(&pool.finished, &pool.lock);
  atomic_store(&pool.ownerSleeps, false);
  pthread_mutex_unlock(&pool.lock);
}

int kernelProcessorCount(void) {
#if defined(__linux__)
  cpu_set_t allowed;
  if (sched_getaffinity(0, sizeof allowed, &allowed) == 0) return CPU_COUNT(&allowed);
#endif
  return (int)sysconf(_SC_NPROCESSORS_ONLN);
}

/// Starts the helpers, which live as long as the process and leave its signals to other threads.
static void startHelpers(void) {
  sigset_t blocked, before;
  sigfillset(&blocked);
  const int faults[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGABRT, SIGSYS};
  for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) sigdelset(&blocked, faults[i]);
  pthread_sigmask(SIG_SETMASK, &blocked, &before);
  pool.helpers = 0;
  for (int wanted = kernelProcessorCount() - 1; pool.helpers < wanted; pool.helpers++) {
    pthread_t thread;
    if (pool.helpers == MAXIMUM_HELPERS || pthread_create(&thread, NULL, help, NULL) != 0) break;
    pthread_detach(thread);
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

void runBlocks(
    size_t blocks, int threads, void (*work)(void *context, size_t block), void *context) {
  if (threads == 1 || blocks < 2 || pthread_mutex_trylock(&pool.owner) != 0) {
    for (size_t block = 0; block < blocks; block++) work(context, block);
    return;
  }
  if (pool.helpers < 0) startHelpers();

  int helpers = threads == 0 || threads > pool.helpers ? pool.helpers : threads - 1;
  pool.work = work;
  pool.context = context;
  pool.shareCount = (size_t)helpers + 1;
  for (size_t i = 0; i < pool.shareCount; i++) {
    atomic_store(&pool.shares[i].next, blocks * i / pool.shareCount);
    pool.shares[i].end = blocks * (i + 1) / pool.shareCount;
  }
  callHelpers((unsigned)helpers);
  takeBlocks(0);
  awaitHelpers();
  pthread_mutex_unlock(&pool.owner);
}
