#define _GNU_SOURCE

#include <errno.h>
#include <poll.h>
#include <sys/mman.h>
#include <unistd.h>

#include "guard.h"

#ifdef __linux__

/// So much is sent at once: little enough that a terminal that reads slowly soon has room for what
/// restores it.
#define PIECE 4096

/// What has been written meanwhile; and the terminal under a number of its own, while the usual one is
/// the memory's. Both are there before the guard is armed, and stay.
static int memory = -1, drawing = -1;
static bool gathers;

void terminal_guard_prepare_gathering(void) {
  if (memory < 0) memory = memfd_create("picture", MFD_CLOEXEC);
  if (drawing < 0) drawing = terminal_guard_keep(dup(STDOUT_FILENO));
}

void terminal_guard_gather(void) {
  gathers = memory >= 0 && drawing >= 0 && dup2(memory, STDOUT_FILENO) >= 0;
}

/// Writes all bytes, also where others have told the terminal not to wait.
static bool write_all(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t sent = write(descriptor, bytes, count);
    if (sent > 0) {
      bytes += sent;
      count -= (size_t)sent;
    } else if (sent < 0 && errno == EAGAIN) {
      struct pollfd polled = {.fd = descriptor, .events = POLLOUT};
      poll(&polled, 1, -1);
    } else if (sent == 0 || errno != EINTR) {
      return false;
    }
  }
  return true;
}

bool terminal_guard_send_gathered(void) {
  if (!gathers) return true;
  gathers = false;
  dup2(drawing, STDOUT_FILENO);
  char bytes[PIECE];
  off_t place = 0;
  ssize_t count;
  bool is_sent = true;
  while (is_sent && (count = pread(memory, bytes, sizeof bytes, place)) > 0) {
    is_sent = write_all(drawing, bytes, (size_t)count);
    place += count;
  }
  // Both numbers of the memory have one place in it.
  if (ftruncate(memory, 0) == 0) lseek(memory, 0, SEEK_SET);
  return is_sent;
}

void terminal_guard_redirect_drawing(int nowhere) {
  if (drawing >= 0) dup2(nowhere, drawing);
}

#else

void terminal_guard_prepare_gathering(void) {}
void terminal_guard_gather(void) {}
bool terminal_guard_send_gathered(void) { return true; }
void terminal_guard_redirect_drawing(int nowhere) { (void)nowhere; }

#endif
