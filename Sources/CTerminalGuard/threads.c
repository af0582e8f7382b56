#include "guard.h"

#include <pthread.h>
#include <signal.h>
#include <unistd.h>

/// Long work gives way to whoever listens to keys and draws.
static void give_way(void) {
#ifdef __APPLE__
  pthread_set_qos_class_self_np(QOS_CLASS_UTILITY, 0);
#else
  // On Linux each thread has a niceness of its own, in spite of the standard.
  int ignored = nice(5);
  (void)ignored;
#endif
}

static void *run(void *body) {
  terminal_guard_watch_thread();
  give_way();
  ((void (*)(void))body)();
  return NULL;
}

bool terminal_guard_start_thread(void (*body)(void)) {
  // Signals are answered where the loop is; only what a thread does to itself is its own affair: a
  // crash, or writing where nobody reads.
  sigset_t blocked, before;
  sigfillset(&blocked);
  for (int signal = 1; signal <= LAST_SIGNAL; signal++) {
    if (terminal_guard_fault(signal) || signal == SIGPIPE) sigdelset(&blocked, signal);
  }
  pthread_sigmask(SIG_SETMASK, &blocked, &before);
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_attr_setstacksize(&attributes, 8 << 20);
  pthread_t thread;
  bool started = pthread_create(&thread, &attributes, run, (void *)body) == 0;
  pthread_attr_destroy(&attributes);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  return started;
}
