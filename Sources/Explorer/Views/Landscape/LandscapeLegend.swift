import MixtureEngine
import TerminalCanvas

/// What the landscape under the plot means, in words and numbers.
struct LandscapeLegend {
  /// The component whose mean moves, counted from 0; `nil` where none has a mean.
  var component: Int?
  /// The component whose mean moves upward, where the points are on a line.
  var other: Int?
  var run: Run
  /// As much of the ground as is known.
  var ground: Landscape?
  /// The bound along the mean, where there is one.
  var bound: BoundParabola?
  /// Whether there is a ring through the present mean on the plot.
  var hasPresentRing: Bool
  var showsArrows: Bool
  /// Why there is no landscape, where there is none.
  var absence: String
  var notation: Notation
  var theme: Theme

  /// The columns that it takes beside the plot.
  static let width = 39

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    guard let k = component else {
      for (y, line) in absence.wrapped(to: size.width).enumerated() {
        frame.write(line, x: 0, y: y, style: theme.style(.text))
      }
      return frame
    }
    var y = 0
    for part in [ground(of: k), heights(of: k), bound(of: k), drawing(of: k)] {
      if y > 0, y + part.count < size.height { y += 1 }
      for line in part where y < size.height {
        draw(line, y: y, on: &frame)
        y += 1
      }
    }
    return frame
  }

  private struct Line {
    var text: String
    var number = ""
    var role = Role.text
    var shades: [(character: Character, style: Style)] = []
  }

  private func draw(_ line: Line, y: Int, on frame: inout Frame) {
    let width = min(frame.size.width, Self.width - 1)
    for (x, shade) in line.shades.enumerated() {
      frame[x, y] = Cell(shade.character, style: shade.style)
    }
    let x = line.shades.isEmpty ? 0 : line.shades.count + 1
    let style = theme.style(line.role)
    frame.write(
      line.text, in: Rect(x: x, y: y, width: max(0, frame.size.width - x), height: 1), style: style)
    guard !line.number.isEmpty else { return }
    let length = DisplayWidth.of(line.number)
    frame.write(
      line.number, in: Rect(x: width - length, y: y, width: length, height: 1),
      style: theme.style(.value))
  }

  private var isHard: Bool { run.model.criterion == .distortion }

  /// The name of what the height is.
  private var name: String { isHard ? "J" : run.snapshot.logPrior == nil ? "L" : "L + log p(θ)" }

  /// A height as it is written: J falls where the ground rises.
  private func text(_ height: Double) -> String {
    let value = isHard ? -height : height
    return (abs(value) < 1e7 ? value.fixed(2) : value.significant(7)).withTrueMinus
  }

  private func ground(of k: Int) -> [Line] {
    var lines = subject(of: k)
    guard let ground, ground.greatest != nil else { return lines }
    let shades = LandscapeShades(ground, theme: theme)
    let samples = LandscapeShades.characters.enumerated().map { band, character in
      shades.colors.isEmpty
        ? (character, theme.style(.muted))
        : (" ", Style(background: shades.colors[band]))
    }
    let (least, top) = (shades.range.lowerBound, shades.range.upperBound)
    lines.append(Line(text: "\(text(least)) … \(text(top))", shades: samples))
    let total = ground.columns * ground.rows
    lines.append(
      Line(
        text: ground.doneCount < total
          ? "coarse yet: \(ground.doneCount) of \(total) places"
          : "steps of √(fall below the top)", role: .muted))
    return lines
  }

  /// What moves, and what is held.
  private func subject(of k: Int) -> [Line] {
    let mean = isHard ? "centre" : "mean"
    let theta = notation.theta(run.snapshot.iteration)
    let held = Line(text: "all else is held as in \(theta)", role: .muted)
    guard let other else {
      return [
        Line(text: "\(name) as \(mean) \(Marks.name(k)) moves, a slice:", role: .value), held,
      ]
    }
    let both = "\(name) as \(mean)s \(Marks.name(k)) and \(Marks.name(other)) move"
    if run.model.freeParameterCount == 2 {
      let unit = (run.model as? CoinMixture).map {
        Line(
          text: notation(
            "in heads: θₖ is heads / \($0.tosses)",
            ascii: "in heads: theta_k is heads / \($0.tosses)"),
          role: .muted)
      }
      return [
        Line(text: both + ":", role: .value),
        Line(text: "complete: θ has no other parameters", role: .muted),
      ] + [unit].compactMap { $0 }
    }
    guard run.model is GaussianMixture, run.model.componentCount == 2 else {
      return [Line(text: both + ", a slice:", role: .value), held]
    }
    return [
      Line(text: both + ":", role: .value),
      Line(text: "the whole plane of the means; held", role: .muted),
      Line(text: "are weights and variances of \(theta)", role: .muted),
    ]
  }

  /// Where what moves stands.
  private func present(of k: Int) -> Point {
    let shapes = run.model.shapes
    guard let other else { return shapes[k].centre }
    return Point(x: shapes[k].centre.x, y: shapes[other].centre.x)
  }

  private func heights(of k: Int) -> [Line] {
    let height = run.evaluation.objective + (run.snapshot.logPrior ?? 0)
    var lines = [
      Line(
        text: "[\(other == nil ? Marks.name(k) : LandscapeLayer.pairSign)] "
          + "\(place(present(of: k))) here", number: text(height))
    ]
    if let top = ground?.top {
      lines.append(
        Line(
          text: " \(LandscapeLayer.topSign)  \(place(top.place)) the \(isHard ? "least" : "top")",
          number: text(top.height)))
    }
    return lines
  }

  private func place(_ point: Point) -> String {
    "\(point.x.significant(4).withTrueMinus), \(point.y.significant(4).withTrueMinus)"
  }

  private func bound(of k: Int) -> [Line] {
    let letter = isHard ? "J(q)" : "F"
    guard run.posterior != nil else {
      return [
        Line(
          text: isHard ? "no labels yet: E makes J(q)" : "no q yet: E makes the bound", role: .muted
        )
      ]
    }
    guard let bound else {
      if run.model is CoinMixture {
        return [Line(text: "F of coins is no parabola: no rings", role: .bound)]
      }
      return run.model is StudentMixture
        ? [
          Line(text: "the bound of a Student-t component is", role: .bound),
          Line(text: "no parabola in its mean: no rings", role: .bound),
        ] : [Line(text: "no points, so no bound in this mean", role: .bound)]
    }
    let present = present(of: k)
    let here = bound.height(at: present)
    let height = run.evaluation.objective + (run.snapshot.logPrior ?? 0)
    var lines = [
      Line(
        text: "\(letter) is \(isHard ? "" : "exactly ")a parabola in "
          + (other == nil ? "this " : "both ") + (isHard ? "centre" : "mean")
          + (other == nil ? "" : "s"), role: .bound),
      Line(
        text: " ◎  \(place(bound.centre)) \(isHard ? "least" : "top of") \(letter)",
        number: text(bound.top)),
    ]
    if run.snapshot.next == .maximization {
      lines.append(Line(text: "it touches \(isHard ? "J" : "L") here, and M goes to ◎"))
      if hasPresentRing {
        lines.append(
          Line(
            text: "inside ring \(BoundRings.presentLabel(isHard)): "
              + "\(isHard ? "J less" : "L more") for sure"))
      }
    } else {
      let gap = abs(height - here)
      lines.append(
        Line(
          text: gap < 0.005
            ? "it touches \(isHard ? "J" : "L") here"
            : "\(gap.significant(3)) \(isHard ? "above J" : "below L") here: E is next"))
    }
    lines.append(
      Line(
        text: "other rings: \(letter) so far \(isHard ? "above ◎" : "below ◎, nats")", role: .muted)
    )
    return lines
  }

  private func drawing(of k: Int) -> [Line] {
    var lines: [Line] = []
    if showsArrows {
      lines.append(
        Line(
          text: "→ where one iteration sends the \(other == nil ? "mean" : "pair")",
          role: .arrow(k)))
    }
    if run.snapshot.iteration > 0 {
      let whose = other == nil ? "its" : "their"
      lines.append(Line(text: "× \(whose) start, and \(whose) way since", role: .trail(k)))
    }
    return lines
  }
}
