import Foundation

/// A line on standard error that says how far a long job is; silent unless that is a terminal.
struct ProgressMeter {
  private let label: String
  private let isShown: Bool

  /// A meter for a job.
  init(label: String) {
    self.label = label
    isShown = isatty(STDERR_FILENO) == 1
  }

  /// Shows a fraction from 0 to 1 in the place of the last one.
  func show(_ fraction: Double) {
    write("\r\(label) \(Int(fraction * 100))%")
  }

  /// Takes the line away.
  func clear() {
    write("\r\u{1B}[K")
  }

  private func write(_ text: String) {
    guard isShown else { return }
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
