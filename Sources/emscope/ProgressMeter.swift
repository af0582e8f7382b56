import MixtureData

/// A line on standard error that says how far a long job is; silent unless that is a terminal, and
/// while the job may still turn out to be short.
final class ProgressMeter {
  private let label: String
  private let isShown: Bool
  private var columns = 0
  private var shown = ""
  private let begin = ContinuousClock.now

  /// A meter for a job.
  init(label: String) {
    self.label = label
    isShown = StandardError.isTerminal
  }

  /// Shows a fraction from 0 to 1 in the place of the last one.
  func show(_ fraction: Double) {
    guard isShown, begin.duration(to: .now) > .milliseconds(200) else { return }
    let line = "\(label) \(Int(fraction * 100))%"
    guard line != shown else { return }
    shown = line
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
