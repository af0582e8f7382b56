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
      "\(Marks.mark(component)) \(Marks.name(component))", x: 0, y: 0,
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
    outline(update.before.outline, "old", 3, on: &frame)
    if isKnown { outline(update.after.outline, "new", 4, on: &frame) }
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

  /// What is drawn around the mean: the covariance's three numbers, or a line's, each with its name
  /// beside it, as the columns above are others.
  private func outline(
    _ outline: ComponentShape.Outline, _ age: String, _ y: Int, on frame: inout Frame
  ) {
    let role: Role = age == "old" ? .text : .value
    switch outline {
    case .ellipse(let covariance):
      write(Spelling.choose("Σ ", ascii: "S ") + age, at: 0, 5, y, .muted, on: &frame)
      let entries = [("xx", covariance.xx), ("xy", covariance.xy), ("yy", covariance.yy)]
      for (number, (name, value)) in entries.enumerated() {
        write(name, at: 6 + 11 * number, 2, y, .muted, on: &frame)
        write(value.entry(8), at: 8 + 11 * number, 8, y, role, on: &frame)
      }
    case .line(let intercept, let slope, let deviation):
      write(age, at: 0, 3, y, .muted, on: &frame)
      write("y=", at: 4, 2, y, .muted, on: &frame)
      write(intercept.entry(8), at: 6, 8, y, role, on: &frame)
      write("+", at: 15, 1, y, .muted, on: &frame)
      write(slope.entry(8), at: 17, 8, y, role, on: &frame)
      write("x ±", at: 26, 3, y, .muted, on: &frame)
      write(deviation.entry(8), at: 30, 8, y, role, on: &frame)
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
