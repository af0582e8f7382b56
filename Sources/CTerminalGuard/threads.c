#include "guard.h"

#include <pthread.h>
#include <signal.h>
#include <sys/resource.h>


/// Long work gives way to whoever listens to keys and draws.
static void give_way(void) {
#ifdef __linux__
  // Here each thread has a niceness of its own, in spite of the standard.
  setpriority(PRIO_PROCESS, 0, 5);
#else
  pthread_set_qos_class_self_np(QOS_CLASS_UTILITY, 0);
#endif
}

static void *run(void *body) {
  terminal_guard_watch_thread();
  give_way();
  ((void (*)(void))body)();
  return NULL;
}

bool terminal_guard_start_thread(void (*body)(void)) {
  // Signals are answered where the loop is; only a thread's own crash is its own affair.
  sigset_t blocked, before;
  sigfillset(&blocked);
  static const int own[] = {SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGSYS};
  for (int i = 0; i < (int)(sizeof own / sizeof *own); i++) sigdelset(&blocked, own[i]);
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
