import ArgumentParser
import TerminalCanvas

extension Size {
  /// The longest side that is drawn without a terminal.
  static let most = 1000

  /// Reads a size such as `80x24`.
  ///
  /// - Throws: A sentence that says what a size is.
  init(argument: String) throws {
    let sides = argument.lowercased().split(separator: "x", omittingEmptySubsequences: false)
    guard sides.count == 2, let width = Int(sides[0]), let height = Int(sides[1]),
      (1...Self.most).contains(width), (1...Self.most).contains(height)
    else {
      throw ValidationError(
        "give columns and rows, each from 1 to \(Self.most), such as 80x24.")
    }
    self.init(width: width, height: height)
  }
}
