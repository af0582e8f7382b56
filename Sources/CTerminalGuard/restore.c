#include "guard.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static volatile bool armed;
static char restoring[1024];
static size_t restoring_count;
static struct termios line_discipline;
static bool has_line_discipline;
/// The terminal under a number that nothing else writes to, and a place for what is still written
/// to the usual one once the terminal has been given back.
static int terminal = -1, nowhere = -1;

int terminal_guard_keep(int descriptor) {
  if (descriptor >= 0) fcntl(descriptor, F_SETFD, FD_CLOEXEC);
  return descriptor;
}

static void restore_at_exit(void) { terminal_guard_restore(); }

void terminal_guard_arm(const char *bytes, size_t count) {
  static bool watches_exit;
  if (!watches_exit) watches_exit = atexit(restore_at_exit) == 0;
  if (terminal < 0) terminal = terminal_guard_keep(dup(STDOUT_FILENO));
  if (nowhere < 0) nowhere = terminal_guard_keep(open("/dev/null", O_WRONLY));
  terminal_guard_prepare_gathering();
  restoring_count = count < sizeof restoring ? count : sizeof restoring;
  memcpy(restoring, bytes, restoring_count);
  has_line_discipline = tcgetattr(STDIN_FILENO, &line_discipline) == 0;
  armed = true;
}

void terminal_guard_disarm(void) { armed = false; }

bool terminal_guard_send(int descriptor, const char *bytes, size_t count) {
  int flags = fcntl(descriptor, F_GETFL);
  if (flags >= 0) fcntl(descriptor, F_SETFL, flags | O_NONBLOCK);
  size_t sent = 0;
  for (int attempt = 0; attempt < 20 && sent < count; attempt++) {
    ssize_t written = write(descriptor, bytes + sent, count - sent);
    if (written > 0) {
      sent += (size_t)written;
      continue;
    }
    if (written < 0 && errno != EAGAIN && errno != EINTR) break;
    // A frozen terminal: give it a moment, then make room by dropping what it never read.
    poll(NULL, 0, 10);
    if (attempt == 10) tcflush(descriptor, TCOFLUSH);
  }
  if (flags >= 0) fcntl(descriptor, F_SETFL, flags);
  return sent == count;
}

bool terminal_guard_restore(void) {
  if (!armed) return false;
  armed = false;
  int destination = terminal >= 0 ? terminal : STDOUT_FILENO;
  // Another thread may be drawing at this moment; from here on its picture goes nowhere.
  if (terminal >= 0 && nowhere >= 0) {
    terminal_guard_redirect_drawing(nowhere);
    dup2(nowhere, STDOUT_FILENO);
  }
  // The shell has the terminal where another process has stopped this one; it has to end all the same.
  struct sigaction ignoring = {.sa_handler = SIG_IGN};
  sigaction(SIGTTOU, &ignoring, NULL);
  if (has_line_discipline) tcsetattr(STDIN_FILENO, TCSANOW, &line_discipline);
  terminal_guard_send(destination, restoring, restoring_count);
  return true;
}

void terminal_guard_write(const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t sent = write(STDOUT_FILENO, bytes, count);
    if (sent < 0 && errno != EINTR) return;
    if (sent > 0) {
      bytes += sent;
      count -= (size_t)sent;
    }
  }
}
