#include "guard.h"

#include <errno.h>
#include <fcntl.h>
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
enum { QUITTING = sizeof quitting / sizeof *quitting };
enum { REQUESTING = sizeof requesting / sizeof *requesting };
static struct sigaction former_quit[QUITTING], former_request[REQUESTING];

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

static void set_handler(int signal, void (*handler)(int), struct sigaction *former) {
  struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART};
  sigfillset(&action.sa_mask);
  sigaction(signal, NULL, former);
  if (former->sa_handler != SIG_IGN) sigaction(signal, &action, NULL);
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
    for (int i = 0; i < QUITTING; i++) set_handler(quitting[i], on_quit, &former_quit[i]);
    for (int i = 0; i < REQUESTING; i++) {
      set_handler(requesting[i], on_request, &former_request[i]);
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
  for (int i = 0; i < REQUESTING; i++) sigaction(requesting[i], &former_request[i], NULL);
  // After a quit signal the timer goes on: what doesn't end by itself is ended.
  if (quit_signal) return;
  for (int i = 0; i < QUITTING; i++) sigaction(quitting[i], &former_quit[i], NULL);
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
}
