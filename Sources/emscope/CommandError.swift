import Foundation
import MixtureData

/// The error of a command: one sentence, with advice.
struct CommandError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// Writes one sentence to standard error and ends the program; what it quotes of arguments or files
/// can't reach into the terminal.
func leave(saying message: String, status: Int32) -> Never {
  let sentence = message.split(whereSeparator: \.isNewline).joined(separator: " ").printable
  try? FileHandle.standardError.write(contentsOf: Data("emscope: \(sentence)\n".utf8))
  exit(status)
}
