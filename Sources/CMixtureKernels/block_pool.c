#define _GNU_SOURCE
#include "block_pool.h"

#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <unistd.h>

#define MAXIMUM_HELPERS 63

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

/// The helpers and the one pass they may be working on.
static struct {
  /// Held by the caller that has the helpers.
  pthread_mutex_t owner;
  int helpers;

  /// Guards what follows, but for the atomic members, which may be looked at without it.
  pthread_mutex_t lock;
  pthread_cond_t called, finished;
  atomic_uint pass;
  bool open;
  int wanted;
  atomic_int busy;

  void (*work)(void *context, size_t block);
  void *context;
  size_t blocks;
  atomic_size_t next;
} pool = {
    .owner = PTHREAD_MUTEX_INITIALIZER,
    .helpers = -1,
    .lock = PTHREAD_MUTEX_INITIALIZER,
    .called = PTHREAD_COND_INITIALIZER,
    .finished = PTHREAD_COND_INITIALIZER,
};

static void takeBlocks(void) {
  for (size_t block; (block = atomic_fetch_add(&pool.next, 1)) < pool.blocks;)
    pool.work(pool.context, block);
}

static void *help(void *unused) {
  (void)unused;
  unsigned seen = 0;
  for (;;) {
    for (int look = 0; look < LOOKS_BEFORE_SLEEP && atomic_load(&pool.pass) == seen; look++)
      pauseBriefly();
    pthread_mutex_lock(&pool.lock);
    while (atomic_load(&pool.pass) == seen) pthread_cond_wait(&pool.called, &pool.lock);
    seen = atomic_load(&pool.pass);
    bool joining = pool.open && pool.wanted > 0;
    if (joining) {
      pool.wanted--;
      atomic_fetch_add(&pool.busy, 1);
    }
    pthread_mutex_unlock(&pool.lock);
    if (!joining) continue;
    takeBlocks();
    pthread_mutex_lock(&pool.lock);
    if (atomic_fetch_sub(&pool.busy, 1) == 1) pthread_cond_signal(&pool.finished);
    pthread_mutex_unlock(&pool.lock);
  }
  return NULL;
}

static int processorCount(void) {
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
  for (int wanted = processorCount() - 1; pool.helpers < wanted; pool.helpers++) {
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

  pthread_mutex_lock(&pool.lock);
  pool.work = work;
  pool.context = context;
  pool.blocks = blocks;
  atomic_store(&pool.next, 0);
  pool.wanted = threads == 0 || threads > pool.helpers ? pool.helpers : threads - 1;
  pool.open = true;
  atomic_fetch_add(&pool.pass, 1);
  pthread_cond_broadcast(&pool.called);
  pthread_mutex_unlock(&pool.lock);

  takeBlocks();

  // A helper that has not come yet need not: there is nothing left to take.
  pthread_mutex_lock(&pool.lock);
  pool.open = false;
  pthread_mutex_unlock(&pool.lock);
  for (int look = 0; look < LOOKS_BEFORE_SLEEP && atomic_load(&pool.busy) > 0; look++)
    pauseBriefly();
  pthread_mutex_lock(&pool.lock);
  while (atomic_load(&pool.busy) > 0) pthread_cond_wait(&pool.finished, &pool.lock);
  pthread_mutex_unlock(&pool.lock);
  pthread_mutex_unlock(&pool.owner);
}
