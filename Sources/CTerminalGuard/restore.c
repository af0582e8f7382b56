#include "guard.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static volatile bool armed;
static char restoring[1024];
static size_t restoring_count;
static struct termios line_discipline;
static bool has_line_discipline;

static int true_errors = -1;
static int captured = -1;

void terminal_guard_arm(const char *bytes, size_t count) {
  static bool watches_exit;
  if (!watches_exit) watches_exit = atexit(terminal_guard_restore) == 0;
  restoring_count = count < sizeof restoring ? count : sizeof restoring;
  memcpy(restoring, bytes, restoring_count);
  has_line_discipline = tcgetattr(STDIN_FILENO, &line_discipline) == 0;
  armed = true;
}

void terminal_guard_disarm(void) { armed = false; }

void terminal_guard_restore(void) {
  if (!armed) return;
  armed = false;
  if (has_line_discipline) tcsetattr(STDIN_FILENO, TCSANOW, &line_discipline);
  int flags = fcntl(STDOUT_FILENO, F_GETFL);
  if (flags >= 0) fcntl(STDOUT_FILENO, F_SETFL, flags | O_NONBLOCK);
  size_t sent = 0;
  for (int attempt = 0; attempt < 20 && sent < restoring_count; attempt++) {
    ssize_t count = write(STDOUT_FILENO, restoring + sent, restoring_count - sent);
    if (count > 0) {
      sent += (size_t)count;
      continue;
    }
    if (count < 0 && errno != EAGAIN && errno != EINTR) break;
    // A frozen terminal: give it a moment, then make room by dropping what it never read.
    poll(NULL, 0, 10);
    if (attempt == 10) tcflush(STDOUT_FILENO, TCOFLUSH);
  }
  if (flags >= 0) fcntl(STDOUT_FILENO, F_SETFL, flags);
}

void terminal_guard_capture_errors(void) {
  int ends[2];
  if (true_errors >= 0 || !isatty(STDERR_FILENO) || pipe(ends) != 0) return;
  true_errors = dup(STDERR_FILENO);
  captured = ends[0];
  fcntl(true_errors, F_SETFD, FD_CLOEXEC);
  fcntl(captured, F_SETFD, FD_CLOEXEC);
  // Nobody reads before the end; what doesn't fit into the pipe is lost, and nobody waits.
  fcntl(ends[0], F_SETFL, O_NONBLOCK);
  fcntl(ends[1], F_SETFL, O_NONBLOCK);
  dup2(ends[1], STDERR_FILENO);
  close(ends[1]);
}

static void replay(void) {
  char bytes[512];
  ssize_t count;
  while ((count = read(captured, bytes, sizeof bytes)) > 0) {
    if (write(true_errors, bytes, (size_t)count) < 0) return;
  }
}

void terminal_guard_release_errors(void) {
  if (true_errors < 0) return;
  dup2(true_errors, STDERR_FILENO);
  replay();
  close(true_errors);
  close(captured);
  true_errors = captured = -1;
}

void terminal_guard_tell(const char *const *parts, size_t count) {
  int errors = true_errors >= 0 ? true_errors : STDERR_FILENO;
  for (size_t i = 0; i < count; i++) {
    if (write(errors, parts[i], strlen(parts[i])) < 0) return;
  }
  if (true_errors >= 0) replay();
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
