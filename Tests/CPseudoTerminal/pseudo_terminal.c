#define _GNU_SOURCE
#define _DARWIN_C_SOURCE
#include "CPseudoTerminal.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

static void run(
    const char *terminal, char *const words[], char *const variables[], long descriptors) {
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
  setsid();
  int end = open(terminal, O_RDWR);
  ioctl(end, TIOCSCTTY, 0);
  for (int descriptor = 0; descriptor < 3; descriptor++) dup2(end, descriptor);
  for (int descriptor = 3; descriptor < descriptors; descriptor++) close(descriptor);
  execve(words[0], words, variables);
  _exit(127);
}

int pseudo_terminal_open(int *far, unsigned short columns, unsigned short rows) {
  int near = posix_openpt(O_RDWR | O_NOCTTY);
  if (near < 0 || grantpt(near) != 0 || unlockpt(near) != 0) return -1;
  fcntl(near, F_SETFD, FD_CLOEXEC);
  fcntl(near, F_SETFL, O_NONBLOCK);
  char terminal[128];
  if (ptsname_r(near, terminal, sizeof terminal) != 0) return -1;
  *far = open(terminal, O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (*far < 0) return -1;
  struct winsize size = {.ws_col = columns, .ws_row = rows};
  ioctl(near, TIOCSWINSZ, &size);
  return near;
}

pid_t pseudo_terminal_start(int near, char *const words[], char *const variables[]) {
  char terminal[128];
  if (ptsname_r(near, terminal, sizeof terminal) != 0) return -1;
  long descriptors = sysconf(_SC_OPEN_MAX);
  pid_t process = fork();
  if (process == 0) run(terminal, words, variables, descriptors < 4096 ? descriptors : 4096);
  return process;
}
