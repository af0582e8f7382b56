import Foundation
import MixtureData

/// A line on standard error that says how far a long job is; silent unless that is a terminal.
final class ProgressMeter {
  private let label: String
  private let isShown: Bool
  private var columns = 0

  /// A meter for a job.
  init(label: String) {
    self.label = label
    isShown = StandardError.isTerminal
  }

  /// Shows a fraction from 0 to 1 in the place of the last one.
  func show(_ fraction: Double) {
    let line = "\(label) \(Int(fraction * 100))%"
    columns = line.count
    write("\r\(line)")
  }

  /// Takes the line away, with blanks: not every terminal knows a command for it.
  func clear() {
    guard columns > 0 else { return }
    write("\r\(String(repeating: " ", count: columns))\r")
    columns = 0
  }

  private func write(_ text: String) {
    guard isShown else { return }
    StandardError.write(text)
  }
}
