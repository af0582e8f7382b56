import Testing

/// The suites that call ncurses, one test of them at a time: it keeps the terminal, and the
/// description of its type, in global variables.
@Suite(.serialized) enum NcursesTests {}
