#ifndef GUARD_H
#define GUARD_H

#include <signal.h>

#include "CTerminalGuard.h"

/// The largest number of a signal that is looked at.
enum { LAST_SIGNAL = NSIG - 1 < 64 ? NSIG - 1 : 64 };

/// What a signal that tells of a crash means; `NULL` for others.
const char *terminal_guard_fault(int signal);

/// Hands on what was captured of descriptor 2, from within a handler.
void terminal_guard_hand_on_errors(void);

/// Restores the terminal from within a handler, without waiting for a terminal that is frozen.
///
/// - Returns: Whether there was something to restore.
bool terminal_guard_restore(void);

/// Sends bytes to a descriptor whose reader may have stopped for good.
///
/// - Returns: Whether all of them went.
bool terminal_guard_send(int descriptor, const char *bytes, size_t count);

/// From within a handler, sends a picture that is being gathered to a descriptor that leads nowhere.
void terminal_guard_redirect_drawing(int nowhere);

/// Opens what a picture is gathered in, before the guard is armed.
void terminal_guard_prepare_gathering(void);

/// Keeps a descriptor from programs that are started; negative ones pass through.
int terminal_guard_keep(int descriptor);

/// Says from within a handler what happened: the parts about a crash and what was captured of
/// descriptor 2, or, where that tells of memory that isn't there, the parts about it; then the
/// process ends with status 1.
void terminal_guard_report(
    const char *const *crash, size_t crash_count, const char *const *memory, size_t memory_count);

/// Installs the handlers for crashes, on a stack of their own.
void terminal_guard_watch_faults(const char *program);

/// Gives the calling thread a stack for the crash handlers, so that they also run when its own is
/// exhausted. The thread that installed them has one; calling this again does nothing.
void terminal_guard_watch_thread(void);

/// Puts the former handlers for crashes back.
void terminal_guard_unwatch_faults(void);

#endif
