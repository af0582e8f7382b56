import MixtureEngine
import TerminalCanvas

/// The optima that the runs found, best first, in columns that stay in place.
struct OptimaTable {
  var restarts: Restarts
  var look: OptimaLook
  var selection: Int
  var theme: Theme

  /// How many rows show everything.
  static func height(of restarts: Restarts) -> Int {
    1 + restarts.optima.all.count + (restarts.optima.collapsedCount > 0 ? 1 : 0)
  }

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    let isHard = restarts.optima.all.first?.distortion != nil
    write(
      ["", isHard ? "J" : "L", "runs", "share", "med. iter.", "seed"], "status", y: 0, .muted,
      on: &frame)
    let shown = shown(rows: size.height)
    let hidden = restarts.optima.all.count - shown.count
    if hidden > 0 {
      frame.write(
        Spelling.choose("↑↓ +\(hidden)", ascii: "+\(hidden)"),
        in: frame.bounds.split(top: 1).top.split(right: 7).right,
        alignment: .right, style: theme.style(.key))
    }
    for (row, number) in shown.enumerated() {
      let optimum = restarts.optima.all[number]
      let isSelected = number == selection
      write(
        [
          "", Self.value(of: optimum), "\(optimum.members.count)",
          (restarts.share(of: optimum) * 100).fixed(1) + "%", optimum.medianIterations.fixed(0),
          "\(restarts.exampleSeed(of: optimum))",
        ], Sentences.status(optimum.status), y: row + 1, isSelected ? .value : .text, on: &frame)
      frame.write(
        isSelected ? "▸" : " ", x: 0, y: row + 1, style: theme.style(.value))
      frame.write(
        "\(look.letter(number))", x: 2, y: row + 1,
        style: theme.style(look.role(number)))
    }
    if restarts.optima.collapsedCount > 0, size.height > 1 {
      writeCollapsed(in: frame.bounds.split(bottom: 1).bottom, on: &frame)
    }
    return frame
  }

  /// The optimum on a row, if there is one.
  func optimum(at row: Int, size: Size) -> Int? {
    let shown = shown(rows: size.height)
    return (1...max(1, shown.count)).contains(row) && !shown.isEmpty
      ? shown[shown.startIndex + row - 1] : nil
  }

  /// The optima that have a row, the selected one among them.
  private func shown(rows: Int) -> Range<Int> {
    let room = max(0, rows - 1 - (restarts.optima.collapsedCount > 0 ? 1 : 0))
    let count = restarts.optima.all.count
    let first = max(0, min(selection - room + 1, count - room))
    return first..<min(count, first + room)
  }

  private static let widths = [4, 13, 7, 8, 12, 8]

  private func write(
    _ cells: [String], _ last: String, y: Int, _ role: Role, on frame: inout Frame
  ) {
    frame.write(row: cells, widths: Self.widths, y: y, style: theme.style(role))
    frame.write(last, x: Self.widths.reduce(2, +), y: y, style: theme.style(role))
  }

  private func writeCollapsed(in rect: Rect, on frame: inout Frame) {
    let count = restarts.optima.collapsedCount
    let share = Double(count) / Double(max(1, restarts.runs.count)) * 100
    write(
      ["", "collapsed", "\(count)", share.fixed(1) + "%", "", ""], "", y: rect.origin.y, .alert,
      on: &frame)
    frame.write("×", x: 2, y: rect.origin.y, style: theme.style(.alert))
  }

  /// L, or J for k-means, as the table writes it.
  static func value(of optimum: Optimum) -> String {
    optimum.distortion.map { $0.significant(9) } ?? optimum.objective.fixed(4).withTrueMinus
  }
}
