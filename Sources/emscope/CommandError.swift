import MixtureData

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The error of a command: one sentence, with advice.
struct CommandError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// Writes one sentence to standard error and ends the program.
///
/// - Parameter message: The sentence; it may quote what the user typed, control characters included.
func leave(saying message: String, status: ExitStatus) -> Never {
  let sentence = message.split(whereSeparator: \.isNewline).joined(separator: " ").printable
  StandardError.write("emscope: \(sentence)\n")
  exit(status.rawValue)
}
