#ifndef CTERMINALGUARD_H
#define CTERMINALGUARD_H

/// Signals, and the promise that a terminal is never left broken.
///
/// This is C because everything here runs, or is touched, inside signal handlers, where only
/// async-signal-safe calls are allowed: no allocation, no locks, no lazily made globals. Swift
/// promises none of that. All state is static memory and lock-free atomic flags; a handler
/// sets a flag and writes a byte to a pipe, and the program's loop, which polls the pipe, does
/// the rest.
///
/// Where the loop can't (it hangs, the terminal is frozen, the program crashed), the handler
/// itself writes bytes that were prepared while all was well, puts the line discipline back, and
/// ends the process as the signal would have.

#include <stdbool.h>
#include <stddef.h>

/// What a handler asks of the loop.
enum terminal_guard_request {
  /// Somebody called `terminal_guard_wake`.
  TERMINAL_GUARD_WAKE,
  /// The window has another size.
  TERMINAL_GUARD_RESIZE,
  /// The user or another process asks to suspend the program.
  TERMINAL_GUARD_SUSPEND,
  /// The process was continued after a stop.
  TERMINAL_GUARD_CONTINUE,
};

/// Installs the handlers: quit signals, window size, suspension, crashes, and for every other
/// signal that ends a process one that restores the terminal first.
///
/// Signals that the process was told to ignore stay ignored. Call it before ncurses starts, which
/// replaces only default handlers.
///
/// - Parameter program: The name that stands before messages; it is copied.
/// - Returns: A descriptor that becomes readable when something happens, or -1 if no pipe could
///   be made. It stays open for the process's life, so that a late wake-up can't hit another file.
int terminal_guard_install(const char *program);

/// Starts a thread that can report its own crash, an exhausted stack included, and that leaves all
/// other signals to the rest of the process.
///
/// - Parameter body: What it does; the thread ends with it.
/// - Returns: Whether the system has a thread to give.
bool terminal_guard_start_thread(void (*body)(void));

/// Puts the former handlers back.
void terminal_guard_uninstall(void);

/// Remembers how to restore the terminal: its present line discipline, and bytes to send.
///
/// - Parameters:
///   - bytes: What switches the screen, the keypad and the mouse back; they are copied.
///   - count: How many; what exceeds 1024 bytes is left out.
void terminal_guard_arm(const char *bytes, size_t count);

/// Forgets it, after the terminal has been restored in the orderly way.
void terminal_guard_disarm(void);

/// Makes a crash, or memory that isn't there, end in a sentence, whether or not there is a screen.
///
/// From then on what others write to descriptor 2, such as the language's last words, is held back
/// until the end, and this program has to write to `terminal_guard_errors`.
///
/// - Parameter program: The name that stands before messages; it is copied.
void terminal_guard_watch_program(const char *program);

/// The true descriptor 2, whether or not it is captured.
int terminal_guard_errors(void);

/// Sends what is written to descriptor 2 to a pipe, so that a message doesn't vanish with the
/// alternate screen.
void terminal_guard_capture_errors(void);

/// Ends the capture, and writes what was captured to the true descriptor 2.
void terminal_guard_release_errors(void);

/// The first quit signal that arrived, 0 if none has.
int terminal_guard_quit_signal(void);

/// Tells whether a request has come since the last time it was taken.
bool terminal_guard_take(enum terminal_guard_request request);

/// Makes the descriptor readable; safe in any thread, at any time.
void terminal_guard_wake(void);

/// Empties the pipe behind the descriptor.
void terminal_guard_drain(void);

/// Stops the process group as the terminal driver does for Ctrl-Z; returns when continued, or at
/// once where no shell is above that could continue it. Either way `TERMINAL_GUARD_CONTINUE` is
/// asked for then.
void terminal_guard_stop(void);

/// Lets what is written to descriptor 1 wait, so that a picture is one call and not hundreds: ncurses
/// makes one each time it moves the cursor, and each of them may wake the terminal.
///
/// Where the system has no files in memory, nothing waits.
void terminal_guard_gather(void);

/// Writes what has waited to the terminal, or nowhere if that has been restored meanwhile.
///
/// - Returns: Whether all of it went; if not, the terminal shows a part of the picture.
bool terminal_guard_send_gathered(void);

/// Writes bytes to descriptor 1, whatever interrupts come between.
void terminal_guard_write(const char *bytes, size_t count);

#endif
