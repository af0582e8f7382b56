#include "guard.h"

#include <signal.h>

#ifdef __linux__
#include <malloc.h>
#endif

/// The most memory that is kept when it is free, and from how much on a piece is given back by itself.
#define KEPT_BYTES (32 << 20)
#define LARGE_BYTES (4 << 20)

/// What has to hold from the first instruction on, before the language's own start.

static void on_early_quit(int signal) {
  struct sigaction standard = {.sa_handler = SIG_DFL};
  sigaction(signal, &standard, NULL);
  raise(signal);
}

static void replace(int signal, void (*handler)(int)) {
  struct sigaction present;
  if (sigaction(signal, NULL, &present) != 0 || present.sa_handler != SIG_DFL) return;
  struct sigaction action = {.sa_handler = handler};
  sigaction(signal, &action, NULL);
}

static void begin(void) {
  // Swift's runtime answers an unanswered Ctrl-\ with a debugger that asks questions for half a
  // minute.
  replace(SIGQUIT, on_early_quit);
  // A file that may not grow any more is an error of the write, with a reason that can be said.
  replace(SIGXFSZ, SIG_IGN);
#ifdef __GLIBC__
  // Each picture needs the memory that the one before it has freed. Otherwise that goes back to the
  // system after every key, and is asked for again page by page.
  mallopt(M_TRIM_THRESHOLD, KEPT_BYTES);
  mallopt(M_MMAP_THRESHOLD, LARGE_BYTES);
#endif
}

#ifdef __linux__
// Before the constructors of the shared libraries, the runtime's among them.
__attribute__((section(".preinit_array"), used)) static void (*const early)(void) = begin;
#else
__attribute__((constructor)) static void early(void) { begin(); }
#endif
