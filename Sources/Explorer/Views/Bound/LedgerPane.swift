import MixtureEngine
import TerminalCanvas

/// The account L = F + KL, a line for each half-step, with what it did to each term, as far as
/// there is room for the latest ones.
struct LedgerPane {
  /// The states from the start to the present one.
  var past: History<Snapshot>.SubSequence
  /// How many lines are shown; as many as stay in their place for `nil`.
  var latest: Int?
  /// By which algorithm the run climbs.
  var climber = Climber.em
  var theme: Theme

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    let rows = size.height - 2
    guard rows > 0, let criterion = past.last?.model.criterion else { return frame }
    let names = BoundNames(criterion)
    let columns = Self.columns(names, climber, width: size.width)
    frame.write(
      Self.title(names), in: frame.bounds.split(top: 1).top, style: theme.style(.value))
    write(columns.map(\.title), columns, y: 1, .muted, on: &frame)
    let entries = Ledger(of: past, latest: latest ?? Self.shown(of: past.count, rows: rows)).entries
    for (row, entry) in entries.enumerated() {
      write(
        columns.map { $0.text(entry).withTrueMinus }, columns, y: row + 2,
        row == entries.count - 1 ? .value : .text, on: &frame)
    }
    return frame
  }

  private static func title(_ names: BoundNames) -> String {
    "The ledger: \(names.objective) = \(names.bound) \(names.sign > 0 ? "+" : "−") \(names.gap)"
  }

  /// How many columns the longest title takes.
  static var titleWidth: Int { DisplayWidth.of(title(BoundNames(.distortion))) }

  /// How many of so many lines are seen: a line stays in its place until the rows are full, then
  /// the later half of them goes on from the top.
  private static func shown(of count: Int, rows: Int) -> Int {
    guard count > rows else { return count }
    let half = max(1, rows / 2)
    return rows - half + 1 + (count - rows - 1) % half
  }

  private struct Column {
    var title: String
    var width: Int
    var text: (Ledger.Entry) -> String
  }

  /// The columns that fit, in order of importance from the left.
  private static func columns(
    _ names: BoundNames, _ climber: Climber, width: Int
  ) -> [Column] {
    let sign = names.sign
    func total(_ title: String, _ value: @escaping (Ledger.Entry) -> Double?) -> Column {
      Column(title: title, width: 13) { value($0).map { (sign * $0).total(12) } ?? "–" }
    }
    func change(_ title: String, _ value: @escaping (Ledger.Entry) -> Double?) -> Column {
      Column(title: "Δ" + title, width: 11) { value($0).map { (sign * $0).change(10) } ?? "–" }
    }
    // Spelled in full it would touch its neighbour.
    let changeOfGap = Spelling.choose(
      "Δ" + names.gap, ascii: (names.gap == "KL" ? "delta " : "d ") + names.gap)
    let columns = [
      Column(title: "half-step", width: 9, text: { name($0, climber) }),
      total(names.objective, \.objective), total(names.bound, \.bound),
      Column(title: names.gap, width: 11) { $0.gap.map { $0.distance(10) } ?? "–" },
      change(names.objective, \.objectiveGain), change(names.bound, \.boundGain),
      Column(title: changeOfGap, width: 11) { $0.gapChange?.change(10) ?? "–" },
    ]
    var room = width
    return columns.prefix {
      room -= $0.width
      return room >= 0
    }
  }

  /// E or M, or S for the step of another algorithm, and its number.
  private static func name(_ entry: Ledger.Entry, _ climber: Climber) -> String {
    switch entry.halfStep {
    case nil: "start"
    case .expectation: "E \(entry.iteration)"
    case .maximization: "\(climber == .em ? "M" : "S") \(entry.iteration)"
    }
  }

  private func write(
    _ cells: [String], _ columns: [Column], y: Int, _ role: Role, on frame: inout Frame
  ) {
    frame.write(
      row: cells, widths: columns.map(\.width), y: y, firstAlignment: .left,
      style: theme.style(role))
  }
}
