#define _GNU_SOURCE

#include <errno.h>
#include <poll.h>
#include <sys/mman.h>
#include <unistd.h>

#include "guard.h"

#ifdef __linux__

/// What has been written meanwhile.
static int memory = -1;
/// The terminal under a number of its own, while the usual one is the memory's.
static int drawing = -1;
static bool gathers;

void terminal_guard_gather(void) {
  if (memory < 0) memory = memfd_create("picture", MFD_CLOEXEC);
  if (drawing < 0) drawing = terminal_guard_keep(dup(STDOUT_FILENO));
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

void terminal_guard_scatter(void) {
  if (!gathers) return;
  gathers = false;
  dup2(drawing, STDOUT_FILENO);
  static char bytes[1 << 16];
  off_t place = 0;
  ssize_t count;
  while ((count = pread(memory, bytes, sizeof bytes, place)) > 0) {
    if (!write_all(drawing, bytes, (size_t)count)) break;
    place += count;
  }
  // Both numbers of the memory have one place in it.
  if (ftruncate(memory, 0) == 0) lseek(memory, 0, SEEK_SET);
}

void terminal_guard_lead_astray(int nowhere) {
  if (drawing >= 0) dup2(nowhere, drawing);
}

#else

void terminal_guard_gather(void) {}
void terminal_guard_scatter(void) {}
void terminal_guard_lead_astray(int nowhere) { (void)nowhere; }

#endif
