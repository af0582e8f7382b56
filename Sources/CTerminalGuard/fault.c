#include "guard.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

static const struct {
  int signal;
  const char *meaning;
} faults[] = {
    {SIGILL, "illegal instruction, as after a failed check"},
    {SIGTRAP, "trap, as after a failed check"},
    {SIGABRT, "abort"},
    {SIGBUS, "bus error"},
    {SIGFPE, "arithmetic fault"},
    {SIGSEGV, "invalid memory access or an exhausted stack"},
    {SIGSYS, "invalid system call"},
};
enum { FAULTS = sizeof faults / sizeof *faults };

const char *terminal_guard_fault(int signal) {
  for (int i = 0; i < FAULTS; i++) {
    if (faults[i].signal == signal) return faults[i].meaning;
  }
  return NULL;
}

static struct sigaction former[FAULTS];
static stack_t former_stack;
/// A handler for an exhausted stack needs another one; this is generous.
static char handler_stack[64 * 1024];
static char name[64];
static atomic_flag reported = ATOMIC_FLAG_INIT;
static pthread_t reporter;

static void on_fault(int signal, siginfo_t *info, void *context) {
  (void)info;
  (void)context;
  if (atomic_flag_test_and_set(&reported)) {
    // Another thread has crashed as well and waits; a crash of the report itself just ends.
    while (!pthread_equal(reporter, pthread_self())) pause();
    _exit(128 + signal);
  }
  reporter = pthread_self();
  const char *meaning = terminal_guard_fault(signal);
  bool had_screen = terminal_guard_restore();
  const char *const crash[] = {
      name, ": crashed (", meaning, had_screen ? "). The terminal is as it was before." : ").",
      " Please report this:\n"};
  const char *const memory[] = {
      name, ": there is not enough memory for this: take fewer points, components or runs.\n"};
  terminal_guard_report(
      crash, sizeof crash / sizeof *crash, memory, sizeof memory / sizeof *memory);
  // Not the former handler: Swift's own would start a debugger that asks questions.
  struct sigaction standard = {.sa_handler = SIG_DFL};
  sigaction(signal, &standard, NULL);
  raise(signal);
}

void terminal_guard_watch_program(const char *program) {
  terminal_guard_capture_errors();
  terminal_guard_watch_faults(program);
}

void terminal_guard_watch_faults(const char *program) {
  strncpy(name, program, sizeof name - 1);
  stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack};
  sigaltstack(&stack, &former_stack);
  struct sigaction action = {.sa_sigaction = on_fault, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < FAULTS; i++) sigaction(faults[i].signal, &action, &former[i]);
}

void terminal_guard_watch_thread(void) {
  // Thread-local, so that it ends with the thread, whoever made that.
  static _Thread_local char stack_of_thread[32 * 1024];
  static _Thread_local bool is_watched;
  if (is_watched) return;
  stack_t stack = {.ss_sp = stack_of_thread, .ss_size = sizeof stack_of_thread};
  is_watched = sigaltstack(&stack, NULL) == 0;
}

void terminal_guard_unwatch_faults(void) {
  for (int i = 0; i < FAULTS; i++) sigaction(faults[i].signal, &former[i], NULL);
  sigaltstack(&former_stack, NULL);
}
