import MixtureEngine
import TerminalCanvas

/// The numbers of the present state in one line, to be read from the last row of a hall.
struct HallPane {
  var snapshot: Snapshot
  /// What the points' marks mean, if there is something to say.
  var legend: String?
  var theme: Theme

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    var x = 0
    for (name, value, role) in terms {
      x += frame.write("\(name) \(value)", x: x, y: 0, style: bold(theme.style(role))) + 4
    }
    if let legend, x + DisplayWidth.of(legend) <= size.width {
      frame.write(
        legend, in: frame.bounds.split(right: DisplayWidth.of(legend)).right,
        style: theme.style(.text))
    }
    return frame
  }

  private var terms: [(name: String, value: String, role: Role)] {
    let names = BoundNames(snapshot.model.criterion)
    func term(_ name: String, _ value: Double?, _ role: Role) -> (String, String, Role) {
      (name, value.map { $0.fixed(2).withTrueMinus } ?? "–", role)
    }
    return [
      term(names.objective, names.sign * snapshot.objective, .likelihood),
      term(names.bound, snapshot.bound.map { names.sign * $0 }, .bound),
      term(names.gap, snapshot.gap, .value),
    ]
  }

  private func bold(_ style: Style) -> Style {
    var bold = style
    bold.bold = true
    return bold
  }
}
