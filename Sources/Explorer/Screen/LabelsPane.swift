import MixtureEngine
import TerminalCanvas

/// Three lines: which part of (x, z) the plot shows, its log-likelihood, and how well the labels
/// found agree with those known.
struct LabelsPane {
  static let height = 3

  var labelling: Labelling
  /// What the known labels are called.
  var names: [String]
  /// The component whose mark each known label has.
  var colours: [Int]
  /// The log-likelihoods of the data in each view, `nil` in the hard limit.
  var missingData: MissingData?
  /// The adjusted Rand index, or `nil` before the first E-step and without known labels.
  var agreement: Double?
  /// How many labels EM was told.
  var told: Int
  var theme: Theme

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    let (first, second) = frame.bounds.split(top: 1)
    frame.write("y", x: 0, y: 0, style: theme.style(.key))
    frame.write(title, in: first.split(left: 2).rest, style: muted)
    if let (name, value) = likelihood {
      let row = Rect(
        x: second.origin.x, y: second.origin.y,
        width: min(second.size.width, NumbersPane.width), height: 1)
      let (left, right) = row.split(left: 24)
      frame.write(name, in: left, style: theme.style(.text))
      frame.write(
        value?.total(right.size.width).withTrueMinus ?? "–", in: right, alignment: .right,
        style: theme.style(.likelihood))
    }
    let third = second.split(top: 1).rest
    if labelling == .complete, !names.isEmpty {
      writeNames(on: &frame, y: third.origin.y)
    } else {
      frame.write(summary, in: third, style: theme.style(.value))
    }
    return frame
  }

  private var title: String {
    switch labelling {
    case .inferred: "labels z inferred: the mean over q"
    case .incomplete: "labels z hidden: the points x alone"
    case .complete: "labels z known: x with its label z"
    }
  }

  private var likelihood: (name: String, value: Double?)? {
    missingData.map {
      switch labelling {
      case .inferred: ("E log p(x, z | θ)", $0.expected)
      case .incomplete:
        (Spelling.choose("log p(x | θ) = L(θ)", ascii: "log p(x | theta) = L"), $0.incomplete)
      case .complete: ("log p(x, z | θ)", $0.complete)
      }
    }
  }

  private var muted: Style { theme.style(.muted) }

  private func writeNames(on frame: inout Frame, y: Int) {
    var x = 0
    for (name, k) in zip(names, colours) {
      x +=
        frame.write(
          "\(Marks.mark(k)) \(name)", x: x, y: y, style: theme.style(.component(k))) + 1
    }
  }

  private var summary: String {
    let index = agreement.map { "adjusted Rand index \($0.fixed(3))" }
    let known = told > 0 ? "\(told) z given" : nil
    return [index, known].compactMap { $0 }.joined(separator: ", ")
  }
}

extension LabelsPane {
  /// The lines about a run beside the labels that the data knows.
  init(
    of run: Run, _ comparison: LabelComparison, labelling: Labelling, names: [String],
    theme: Theme
  ) {
    self.labelling = labelling
    self.names = names
    colours = comparison.colours
    missingData = MissingData(
      of: run, components: labelling == .complete ? comparison.components : nil)
    agreement = comparison.adjustedRandIndex
    told = run.observed?.count ?? 0
    self.theme = theme
  }
}
