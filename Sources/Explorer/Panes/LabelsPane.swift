import MixtureEngine
import TerminalCanvas

/// Two lines: which labels the plot shows, and how well those found agree with those known.
struct LabelsPane {
  static let height = 2

  var labelling: Labelling
  /// What the known labels are called.
  var names: [String]
  /// The component whose mark each known label has.
  var colours: [Int]
  /// The adjusted Rand index, or `nil` before the first E-step and without known labels.
  var agreement: Double?
  /// How many labels EM was told.
  var told: Int
  var theme: Theme

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    let (first, rest) = frame.bounds.split(top: 1)
    switch labelling {
    case .inferred: frame.write("y inferred: (x, q), z is averaged", in: first, style: muted)
    case .incomplete: frame.write("y incomplete: x alone, z is missing", in: first, style: muted)
    case .complete: writeNames(on: &frame)
    }
    frame.write(summary, in: rest, style: theme.style(.value))
    return frame
  }

  private var muted: Style { theme.style(.muted) }

  private func writeNames(on frame: inout Frame) {
    var x = 0
    for (name, k) in zip(names, colours) {
      x +=
        frame.write(
          "\(Marks.mark(k, count: 9)) \(name)", x: x, y: 0, style: theme.style(.component(k))) + 1
    }
    if names.isEmpty { frame.write("y complete: (x, z)", x: 0, y: 0, style: muted) }
  }

  private var summary: String {
    let index = agreement.map { "agreement (adj. Rand) \($0.fixed(3))" }
    let known = told > 0 ? "\(told) told" : nil
    return [index, known].compactMap { $0 }.joined(separator: ", ")
  }
}
