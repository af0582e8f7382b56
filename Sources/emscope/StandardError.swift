import CTerminalGuard
import MixtureData

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the program says beside its results.
///
/// Whatever else is written to descriptor 2, such as the language's last words at a crash, is held
/// back until the end.
enum StandardError {
  /// Whether somebody reads it as it comes.
  static var isTerminal: Bool { isatty(terminal_guard_errors()) == 1 }

  /// Writes a text; where that fails there is nobody to tell.
  static func write(_ text: String) {
    try? Descriptor.write(text.utf8, to: terminal_guard_errors())
  }
}
