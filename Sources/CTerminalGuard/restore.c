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
/// The terminal under a number that nothing else writes to, and a place for what is still written
/// to the usual one once the terminal has been given back.
static int terminal = -1, nowhere = -1;

static int true_errors = -1;
static int captured = -1;

static int keep(int descriptor) {
  if (descriptor >= 0) fcntl(descriptor, F_SETFD, FD_CLOEXEC);
  return descriptor;
}

void terminal_guard_arm(const char *bytes, size_t count) {
  static bool watches_exit;
  if (!watches_exit) watches_exit = atexit(terminal_guard_restore) == 0;
  if (terminal < 0) terminal = keep(dup(STDOUT_FILENO));
  if (nowhere < 0) nowhere = keep(open("/dev/null", O_WRONLY));
  restoring_count = count < sizeof restoring ? count : sizeof restoring;
  memcpy(restoring, bytes, restoring_count);
  has_line_discipline = tcgetattr(STDIN_FILENO, &line_discipline) == 0;
  armed = true;
}

void terminal_guard_disarm(void) { armed = false; }

/// Sends bytes to a descriptor whose reader may have stopped for good.
///
/// - Returns: Whether all of them went.
static bool send(int descriptor, const char *bytes, size_t count) {
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

void terminal_guard_restore(void) {
  if (!armed) return;
  armed = false;
  int destination = terminal >= 0 ? terminal : STDOUT_FILENO;
  // Another thread may be drawing at this moment; from here on its picture goes nowhere.
  if (terminal >= 0 && nowhere >= 0) dup2(nowhere, STDOUT_FILENO);
  if (has_line_discipline) tcsetattr(STDIN_FILENO, TCSANOW, &line_discipline);
  send(destination, restoring, restoring_count);
}

void terminal_guard_capture_errors(void) {
  int ends[2];
  if (true_errors >= 0 || !isatty(STDERR_FILENO) || pipe(ends) != 0) return;
  true_errors = keep(dup(STDERR_FILENO));
  if (true_errors < 0) {
    close(ends[0]);
    close(ends[1]);
    return;
  }
  captured = keep(ends[0]);
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
    if (!send(true_errors, bytes, (size_t)count)) return;
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
    if (!send(errors, parts[i], strlen(parts[i]))) return;
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
