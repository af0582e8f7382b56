import MixtureEngine
import TerminalCanvas

/// The arithmetic of one component, in columns that stay in place.
struct UpdateBlock {
  static let width = 38
  static let height = 5
  /// What the columns are.
  static var heading: String {
    Spelling.choose(
      "           sum /Nₖ      old        new", ascii: "           sum /N_k     old        new")
  }

  /// The component, counted from 0.
  var component: Int
  var update: ComponentUpdate
  /// Whether there is a q to sum with.
  var isKnown: Bool
  var theme: Theme

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    frame.write(
      "\(Marks.mark(component, count: 9)) \(Marks.name(component))", x: 0, y: 0,
      style: theme.style(.component(component)))
    let name = DisplayWidth.of("Nₖ")
    write("Nₖ", at: 4, name, 0, .muted, on: &frame)
    write(known(update.mass.entry(9)), at: 4 + name, 9, 0, .value, on: &frame)
    write("π", at: 17, DisplayWidth.of("π"), 0, .muted, on: &frame)
    change(update.before.weight, update.after.weight, 0, on: &frame)
    if update.before.outline == .everywhere {
      frame.write("noise: no mean, no covariance", x: 2, y: 1, style: theme.style(.muted))
      return frame
    }
    quotient("x", update.weightedSum?.x, update.before.centre.x, update.after.centre.x, 1, &frame)
    quotient("y", update.weightedSum?.y, update.before.centre.y, update.after.centre.y, 2, &frame)
    outline(update.before.outline, "", 3, on: &frame)
    if isKnown { outline(update.after.outline, "→", 4, on: &frame) }
    return frame
  }

  /// One coordinate of the mean: the sum, the division, the old and the new value.
  private func quotient(
    _ name: String, _ sum: Double?, _ old: Double, _ new: Double, _ y: Int, _ frame: inout Frame
  ) {
    write(name, at: 2, 1, y, .muted, on: &frame)
    if let sum, isKnown {
      write(sum.entry(10), at: 4, 10, y, .text, on: &frame)
      write("/Nₖ", at: 15, DisplayWidth.of("/Nₖ"), y, .muted, on: &frame)
    }
    change(old, new, y, on: &frame)
  }

  private func change(_ old: Double, _ new: Double, _ y: Int, on frame: inout Frame) {
    write(old.entry(8), at: 19, 8, y, .text, on: &frame)
    write("→", at: 28, DisplayWidth.of("→"), y, .muted, on: &frame)
    write(known(new.entry(8)), at: 30, 8, y, .value, on: &frame)
  }

  /// What is drawn around the mean: the covariance's three numbers, or a line's.
  private func outline(
    _ outline: ComponentShape.Outline, _ arrow: String, _ y: Int, on frame: inout Frame
  ) {
    let role: Role = arrow.isEmpty ? .text : .value
    switch outline {
    case .ellipse(let covariance):
      write(
        arrow.isEmpty ? Spelling.choose("Σ", ascii: "cov") : arrow, at: 0, 3, y, .muted, on: &frame)
      for (number, entry) in [covariance.xx, covariance.xy, covariance.yy].enumerated() {
        write(entry.entry(10), at: 5 + 11 * number, 10, y, role, on: &frame)
      }
    case .line(let intercept, let slope, let deviation):
      write(arrow.isEmpty ? "y =" : " " + arrow, at: 1, 3, y, .muted, on: &frame)
      write(intercept.entry(8), at: 5, 8, y, role, on: &frame)
      write("+", at: 14, 1, y, .muted, on: &frame)
      write(slope.entry(8), at: 16, 8, y, role, on: &frame)
      write("x ±", at: 24, 4, y, .muted, on: &frame)
      write(deviation.entry(8), at: 29, 8, y, role, on: &frame)
    case .none, .everywhere: return
    }
  }

  private func known(_ text: String) -> String { isKnown ? text : "–" }

  private func write(
    _ text: String, at x: Int, _ width: Int, _ y: Int, _ role: Role, on frame: inout Frame
  ) {
    frame.write(
      text, in: Rect(x: x, y: y, width: width, height: 1), alignment: .right,
      style: theme.style(role))
  }
}
