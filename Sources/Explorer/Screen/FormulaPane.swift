import MixtureEngine
import TerminalCanvas

/// Both updates as formulas; the one that comes next is marked.
///
/// Under another algorithm than EM the second is its step, in words.
struct FormulaPane {
  static let height = 3

  var formulas: Formulas
  /// The half-step that comes next.
  var next: HalfStep
  /// By which algorithm the run climbs.
  var climber = Climber.em
  var theme: Theme

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    write("E", [formulas.expectation], isNext: next == .expectation, y: 0, on: &frame)
    guard climber == .em else {
      write(
        "S", ["\(climber.title): \(climber.summary)"], isNext: next == .maximization, y: 1,
        on: &frame)
      return frame
    }
    write("M", formulas.maximization, isNext: next == .maximization, y: 1, on: &frame)
    return frame
  }

  private func write(
    _ name: String, _ lines: [String], isNext: Bool, y: Int, on frame: inout Frame
  ) {
    let style = theme.style(isNext ? .value : .muted)
    frame.write(isNext ? "→ \(name)" : "  \(name)", x: 0, y: y, style: style)
    for (row, line) in lines.enumerated() {
      frame.write(
        line, in: Rect(x: 5, y: y + row, width: frame.size.width - 5, height: 1), style: style)
    }
  }
}
