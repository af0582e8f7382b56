#include "guard.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

static atomic_int quit_signal;
static atomic_bool requests[4];
static int ends[2] = {-1, -1};
static bool installed;

static const int quitting[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
static const int requesting[] = {SIGWINCH, SIGTSTP, SIGCONT};
static struct sigaction former[LAST_SIGNAL + 1];
static bool is_taken[LAST_SIGNAL + 1];

/// A little less than the two seconds within which a quit signal must end the process.
static const struct itimerval patience = {{0, 0}, {1, 500000}};

static void poke(void) {
  // A full pipe is readable already, so a byte that doesn't fit isn't missed.
  ssize_t ignored = write(ends[1], "", 1);
  (void)ignored;
}

static void leave(int signal) {
  (void)signal;
  terminal_guard_restore();
  terminal_guard_hand_on_errors();
  _exit(128 + quit_signal);
}

static void on_quit(int signal) {
  int error = errno;
  // The second signal means that the first one wasn't answered.
  if (quit_signal) leave(signal);
  quit_signal = signal;
  struct sigaction alarm = {.sa_handler = leave};
  sigaction(SIGALRM, &alarm, NULL);
  setitimer(ITIMER_REAL, &patience, NULL);
  poke();
  errno = error;
}

static void on_request(int signal) {
  int error = errno;
  requests[signal == SIGWINCH  ? TERMINAL_GUARD_RESIZE
           : signal == SIGTSTP ? TERMINAL_GUARD_SUSPEND
                               : TERMINAL_GUARD_CONTINUE] = true;
  poke();
  errno = error;
}

/// Any other signal that ends a process: the terminal first, then what the signal does by itself.
static void on_ending(int signal) {
  terminal_guard_restore();
  terminal_guard_hand_on_errors();
  struct sigaction standard = {.sa_handler = SIG_DFL};
  sigaction(signal, &standard, NULL);
  sigset_t itself;
  sigemptyset(&itself);
  sigaddset(&itself, signal);
  pthread_sigmask(SIG_UNBLOCK, &itself, NULL);
  raise(signal);
  // One that ends nothing by itself has ended the screen.
  _exit(128 + signal);
}

static bool is_among(int signal, const int *signals, int count) {
  for (int i = 0; i < count; i++) {
    if (signals[i] == signal) return true;
  }
  return false;
}

/// What answers a signal; `NULL` for those that end nothing, or that can't be caught.
static void (*handler_of(int signal))(int) {
  // Their own action is to stop, or nothing.
  static const int others[] = {
      SIGKILL, SIGSTOP, SIGTTIN, SIGTTOU, SIGCHLD, SIGURG,
#ifdef __APPLE__
      SIGIO, SIGINFO,
#endif
  };
  if (is_among(signal, quitting, sizeof quitting / sizeof *quitting)) return on_quit;
  if (is_among(signal, requesting, sizeof requesting / sizeof *requesting)) return on_request;
  // Crashes have handlers of their own.
  if (terminal_guard_fault(signal)) return NULL;
  return is_among(signal, others, sizeof others / sizeof *others) ? NULL : on_ending;
}

int terminal_guard_install(const char *program) {
  if (ends[0] < 0) {
    if (pipe(ends) != 0) return -1;
    for (int end = 0; end < 2; end++) {
      fcntl(ends[end], F_SETFL, O_NONBLOCK);
      fcntl(ends[end], F_SETFD, FD_CLOEXEC);
    }
  }
  if (!installed) {
    for (int signal = 1; signal <= LAST_SIGNAL; signal++) {
      void (*handler)(int) = handler_of(signal);
      if (!handler || sigaction(signal, NULL, &former[signal]) != 0) continue;
      if (former[signal].sa_handler == SIG_IGN) continue;
      // Somebody else, such as a profiler, waits for this signal.
      if (handler == on_ending && former[signal].sa_handler != SIG_DFL) continue;
      struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART};
      sigfillset(&action.sa_mask);
      is_taken[signal] = sigaction(signal, &action, NULL) == 0;
    }
    terminal_guard_watch_faults(program);
    installed = true;
  }
  return ends[0];
}

void terminal_guard_uninstall(void) {
  if (!installed) return;
  installed = false;
  terminal_guard_unwatch_faults();
  for (int signal = 1; signal <= LAST_SIGNAL; signal++) {
    void (*handler)(int) = handler_of(signal);
    // After a quit signal the timer goes on: what doesn't end by itself is ended.
    if (!is_taken[signal]) continue;
    if (quit_signal && (handler == on_quit || signal == SIGALRM)) continue;
    sigaction(signal, &former[signal], NULL);
    is_taken[signal] = false;
  }
}

int terminal_guard_quit_signal(void) { return quit_signal; }

bool terminal_guard_take(enum terminal_guard_request request) {
  return atomic_exchange(&requests[request], false);
}

void terminal_guard_wake(void) {
  requests[TERMINAL_GUARD_WAKE] = true;
  poke();
}

void terminal_guard_drain(void) {
  char bytes[256];
  while (read(ends[0], bytes, sizeof bytes) > 0) {}
}

void terminal_guard_stop(void) {
  struct sigaction standard = {.sa_handler = SIG_DFL}, former;
  sigaction(SIGTSTP, &standard, &former);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &former, NULL);
  // Without a shell above, the system stops nobody and nobody continues: go on at once.
  on_request(SIGCONT);
}
