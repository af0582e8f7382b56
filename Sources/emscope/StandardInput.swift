#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The descriptor that data and keys come from.
enum StandardInput {
  /// After data has been read from standard input, keys come from the terminal again.
  ///
  /// Where there is no terminal nothing changes, and opening the screen says so.
  static func backToTerminal() {
    let terminal = open("/dev/tty", O_RDWR)
    guard terminal >= 0 else { return }
    dup2(terminal, STDIN_FILENO)
    close(terminal)
  }
}
