#include "guard.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int true_errors = -1;
static int captured = -1;

int terminal_guard_errors(void) { return true_errors >= 0 ? true_errors : STDERR_FILENO; }

void terminal_guard_capture_errors(void) {
  int ends[2];
  if (true_errors >= 0 || fcntl(STDERR_FILENO, F_GETFD) < 0 || pipe(ends) != 0) return;
  true_errors = terminal_guard_keep(dup(STDERR_FILENO));
  if (true_errors < 0) {
    close(ends[0]);
    close(ends[1]);
    return;
  }
  static bool watches_exit;
  if (!watches_exit) watches_exit = atexit(terminal_guard_release_errors) == 0;
  captured = terminal_guard_keep(ends[0]);
  // Nobody reads before the end; what doesn't fit into the pipe is lost, and nobody waits.
  fcntl(ends[0], F_SETFL, O_NONBLOCK);
  fcntl(ends[1], F_SETFL, O_NONBLOCK);
  dup2(ends[1], STDERR_FILENO);
  close(ends[1]);
}

void terminal_guard_hand_on_errors(void) {
  if (captured < 0) return;
  char bytes[512];
  ssize_t count;
  while ((count = read(captured, bytes, sizeof bytes)) > 0) {
    if (!terminal_guard_send(true_errors, bytes, (size_t)count)) return;
  }
}

void terminal_guard_release_errors(void) {
  if (true_errors < 0) return;
  dup2(true_errors, STDERR_FILENO);
  terminal_guard_hand_on_errors();
  close(true_errors);
  close(captured);
  true_errors = captured = -1;
}

void terminal_guard_report(
    const char *const *crash, size_t crash_count, const char *const *memory, size_t memory_count) {
  static char last[4096];
  ssize_t count = captured >= 0 ? read(captured, last, sizeof last - 1) : 0;
  last[count > 0 ? count : 0] = 0;
  // What the language and the C++ library say of memory that isn't there.
  bool lacks_memory = strstr(last, "failed to allocate") || strstr(last, "bad_alloc");
  const char *const *parts = lacks_memory ? memory : crash;
  size_t parts_count = lacks_memory ? memory_count : crash_count;
  for (size_t i = 0; i < parts_count; i++) {
    if (!terminal_guard_send(terminal_guard_errors(), parts[i], strlen(parts[i]))) break;
  }
  if (lacks_memory) _exit(1);
  if (count > 0) terminal_guard_send(true_errors, last, (size_t)count);
  terminal_guard_hand_on_errors();
}
