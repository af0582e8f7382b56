#ifndef GUARD_H
#define GUARD_H

#include "CTerminalGuard.h"

/// Restores the terminal from within a handler, without waiting for a terminal that is frozen.
void terminal_guard_restore(void);

/// Writes a message, and what was captured of descriptor 2, from within a handler.
void terminal_guard_tell(const char *const *parts, size_t count);

/// Installs the handlers for crashes, on a stack of their own.
void terminal_guard_watch_faults(const char *program);

/// Gives the calling thread a stack for the crash handlers, so that they also run when its own is
/// exhausted. The thread that installed them has one; calling this again does nothing.
void terminal_guard_watch_thread(void);

/// Puts the former handlers for crashes back.
void terminal_guard_unwatch_faults(void);

#endif
