import MixtureEngine
import TerminalCanvas

/// What the map's letters, colours and shades mean, and what lies under the cursor.
struct BasinLegend {
  var sweep: BasinSweep
  var picture: BasinPicture?
  var goesOn: Bool
  var cursor: GridCell
  var theme: Theme

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    let count = sweep.start.componentCount
    frame.write(
      sweep.sweptToo.map { "where starts of means \(sweep.swept + 1) and \($0 + 1) lead" }
        ?? "where each start of mean \(sweep.swept + 1) of \(count) leads", x: 0, y: 0,
      style: theme.style(.value))
    let map = picture?.map
    let total = sweep.xs.count * sweep.ys.count
    let work = WorkLine(
      done: map?.doneCount ?? 0, planned: total, unit: "cells", goesOn: goesOn, theme: theme)
    frame.paste(
      work.frame(size: Size(width: size.width, height: 1)), at: Position(x: 0, y: 1))
    guard let picture else { return frame }
    let (below, rest) = Rect(size).split(bottom: 5)
    drawOptima(of: picture, in: rest.split(top: 3).rest, on: &frame)
    drawCursor(on: picture, in: below, on: &frame)
    return frame
  }

  private func drawOptima(of picture: BasinPicture, in area: Rect, on frame: inout Frame) {
    guard area.size.height > 1 else { return }
    let (map, look) = (picture.map, picture.look)
    let isHard = map.optima.first?.distortion != nil
    write(["", isHard ? "J" : "L", "cells", "med. iter."], y: area.origin.y, .muted, on: &frame)
    let hasCollapsed = map.collapsedCount > 0
    let room = area.size.height - 1 - (hasCollapsed ? 1 : 0)
    let shown = map.optima.count <= room ? room : room - 1
    var y = area.origin.y + 1
    let numbers = largest(max(0, shown), of: map)
    for number in numbers {
      let optimum = map.optima[number]
      write(
        [
          "\(look.letter(number))",
          OptimaTable.value(of: optimum),
          percent(map.share(of: optimum)),
          optimum.flaw?.rawValue ?? optimum.medianIterations.fixed(0),
        ], y: y, look.role(number), on: &frame)
      y += 1
    }
    if map.optima.count > room, shown >= 0 {
      let rest = map.optima.indices.filter { !numbers.contains($0) }
      let share = rest.map { map.share(of: map.optima[$0]) }.reduce(0, +)
      write(["…", "\(rest.count) others", percent(share), ""], y: y, .muted, on: &frame)
      y += 1
    }
    if hasCollapsed {
      let share = Double(map.collapsedCount) / Double(max(1, map.doneCount))
      write(
        ["\(BasinPicture.collapsedSign)", "collapsed", percent(share), ""], y: y, .alert, on: &frame
      )
    }
  }

  /// The best optimum and those that have the most cells, at most so many, the best first.
  private func largest(_ count: Int, of map: BasinMap) -> [Int] {
    var shares = map.optima.map { map.share(of: $0) }
    if !shares.isEmpty { shares[0] = .infinity }
    return shares.indices.sorted { (shares[$1], $0) < (shares[$0], $1) }.prefix(count).sorted()
  }

  private func drawCursor(on picture: BasinPicture, in area: Rect, on frame: inout Frame) {
    if !picture.map.optima.isEmpty {
      frame.paste(picture.legend(width: area.size.width), at: area.origin)
    }
    let x = sweep.xs[cursor.column].significant(4)
    let y = sweep.ys[cursor.row].significant(4)
    let half = cursor.row % BasinPicture.rowsPerCell == 0 ? "upper" : "lower"
    let lines: [(text: String, role: Role)] = [
      ("from \(x), \(y), the \(half) half", .text),
      (ending(of: picture), .value),
      ("Enter opens this run", .muted),
    ]
    for (row, line) in zip(area.rows.dropFirst(2), lines) {
      frame.write(line.text, x: area.origin.x, y: row, style: theme.style(line.role))
    }
  }

  private func ending(of picture: BasinPicture) -> String {
    guard let cell = picture.map[cursor] else { return "not done yet" }
    guard let number = cell.optimum else {
      return "\(BasinPicture.collapsedSign) collapses after \(iterations(of: cell))"
    }
    return "→ \(picture.look.letter(number)) in \(iterations(of: cell))"
  }

  private func iterations(of cell: BasinMap.Cell) -> String {
    cell.iterations == 1 ? "1 iteration" : "\(cell.iterations) iterations"
  }

  private func percent(_ share: Double) -> String { (share * 100).fixed(1) + "%" }

  private static let widths = [2, 14, 8, 12]

  private func write(_ cells: [String], y: Int, _ role: Role, on frame: inout Frame) {
    frame.write(
      row: cells, widths: Self.widths, y: y, firstAlignment: .left, style: theme.style(role))
  }
}
