#ifndef CPSEUDOTERMINAL_H
#define CPSEUDOTERMINAL_H

#include <sys/types.h>

/// Opens a new pseudo-terminal.
///
/// This is C because the calls for pseudo-terminals are hidden from Swift on Linux.
///
/// - Parameters:
///   - far: Where the descriptor of a program's end goes, which keeps the modes alive.
///   - columns: The window's width; zero for a window without a size.
///   - rows: The window's height.
/// - Returns: The descriptor of the end that this process reads and writes, or -1.
int pseudo_terminal_open(int *far, unsigned short columns, unsigned short rows);

/// Starts a program in a session of its own on a pseudo-terminal.
///
/// This is C because only C is safe between fork and exec.
///
/// - Parameters:
///   - near: What `pseudo_terminal_open` answered.
///   - words: The program's path and its arguments, ending in `NULL`.
///   - variables: The program's environment, ending in `NULL`.
/// - Returns: The process, or -1.
pid_t pseudo_terminal_start(int near, char *const words[], char *const variables[]);

#endif
