#ifndef CNCURSES_SHIM_H
#define CNCURSES_SHIM_H

/// The door to ncurses: what Swift can't see (macros) or mustn't read (global variables).

#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include <curses.h>
#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <term.h>
#include <wchar.h>

static inline WINDOW *curses_screen(void) { return stdscr; }
static inline WINDOW *curses_shown(void) { return curscr; }
static inline int curses_colors(void) { return COLORS; }
static inline int curses_color_pairs(void) { return COLOR_PAIRS; }
static inline FILE *curses_stdin(void) { return stdin; }
static inline FILE *curses_stdout(void) { return stdout; }

/// A terminfo string, `NULL` where the terminal has none; `tigetstr` says so in two ways.
static inline const char *curses_string(const char *name) {
  char *string = tigetstr((char *)name);
  return string == (char *)-1 ? NULL : string;
}

/// Says whether the locale's characters are encoded in UTF-8.
static inline bool curses_locale_is_utf8(void) {
  const char *codes = nl_langinfo(CODESET);
  return codes[0] == 'U' && codes[1] == 'T' && codes[2] == 'F' && codes[3] == '-'
      && codes[4] == '8' && codes[5] == 0;
}

/// The window's size as the kernel knows it; false where it doesn't.
static inline bool curses_window_size(int *width, int *height) {
  struct winsize size;
  if (ioctl(1, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return false;
  *width = size.ws_col;
  *height = size.ws_row;
  return true;
}

/// How many columns the C library, and so ncurses, gives a character; its header may hide it.
extern int wcwidth(wchar_t character);
static inline int curses_width(wchar_t character) { return wcwidth(character); }

// Of this day is the first version whose pairs and colours are more than a short number can tell.
#if NCURSES_EXT_COLORS >= 20170401

/// Makes a pair of colours.
static inline int curses_make_pair(int pair, int foreground, int background) {
  return init_extended_pair(pair, foreground, background);
}

/// Fills a cell; pairs beyond 255 pass through the last argument.
static inline int curses_fill(cchar_t *cell, const wchar_t *text, attr_t attributes, int pair) {
  return setcchar(cell, text, attributes, (short)(pair > 255 ? 0 : pair), &pair);
}

#else

/// Makes a pair of colours, unless a number of it is too large.
static inline int curses_make_pair(int pair, int foreground, int background) {
  if (pair > 255 || foreground > SHRT_MAX || background > SHRT_MAX) return ERR;
  return init_pair((short)pair, (short)foreground, (short)background);
}

/// Fills a cell.
static inline int curses_fill(cchar_t *cell, const wchar_t *text, attr_t attributes, int pair) {
  return setcchar(cell, text, attributes, (short)pair, NULL);
}

#endif

static const attr_t curses_bold = A_BOLD;
static const attr_t curses_dim = A_DIM;
static const attr_t curses_italic = A_ITALIC;
static const attr_t curses_underline = A_UNDERLINE;
static const attr_t curses_reverse = A_REVERSE;

#endif
