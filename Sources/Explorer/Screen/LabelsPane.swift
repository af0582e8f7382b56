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
  /// The labels that were drawn from the model, where they are shown.
  var drawn: DrawnLabels?
  /// The data set drawn from θ that is shown in the place of the data.
  var world: DrawnWorld?
  var theme: Theme

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    let (first, second) = frame.bounds.split(top: 1)
    if let world {
      write(world, on: &frame)
      return frame
    }
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
    if let drawn {
      frame.write(
        "drawn at t = \(drawn.iteration) from \(drawn.model)", in: third,
        style: theme.style(.alert))
    } else if labelling == .complete, !names.isEmpty {
      writeNames(on: &frame, y: third.origin.y)
    } else {
      frame.write(summary, in: third, style: theme.style(.value))
    }
    return frame
  }

  /// The log-likelihood of the points drawn, by how much it varies from draw to draw, and ours.
  private func write(_ world: DrawnWorld, on frame: inout Frame) {
    frame.write("s", x: 0, y: 0, style: theme.style(.key))
    let (total, spread) = (world.data.logLikelihood, world.data.spread)
    let name = Spelling.choose("log p(drawn | θ)", ascii: "log p(drawn)")
    let texts: [(text: String, role: Role)] = [
      ("drawn from θ: no data of ours", .muted),
      ("\(name) \(total.fixed(1).withTrueMinus) ± \(spread.fixed(1))", .value),
      (ours(world.data.logLikelihoodOfData), .likelihood),
    ]
    for (y, line) in texts.enumerated() {
      let x = y == 0 ? 2 : 0
      frame.write(
        line.text, in: Rect(x: x, y: y, width: max(0, frame.size.width - x), height: 1),
        style: theme.style(line.role))
    }
  }

  /// The same of the data; one draw is no measure of how unusual that is.
  private func ours(_ value: Double) -> String {
    let name = Spelling.choose("log p(ours | θ)", ascii: "log p(ours)")
    return "\(name)  \(value.fixed(1).withTrueMinus)"
  }

  private var title: String {
    if drawn != nil { return "labels z drawn from p(z | x, θ)" }
    return switch labelling {
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
        told == 0
          ? (Spelling.choose("log p(x | θ) = L(θ)", ascii: "log p(x | theta) = L"), $0.incomplete)
          : (
            Spelling.choose("L(θ) with the z given", ascii: "L with the z given"), $0.incomplete
          )
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
    drawn: DrawnLabels? = nil, theme: Theme
  ) {
    self.drawn = drawn
    self.labelling = labelling
    self.names = names
    colours = comparison.colours
    missingData = MissingData(
      of: run,
      components: labelling == .complete ? drawn?.labels ?? comparison.components : nil)
    agreement = comparison.adjustedRandIndex
    told = run.observed?.count ?? 0
    self.theme = theme
  }
}
