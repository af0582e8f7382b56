import MixtureEngine
import TerminalCanvas

/// Where the runs ended: bars over final L, each in the colour of the optimum that most of its
/// runs reached, with the letters of the optima below.
///
/// All runs of an optimum stand at its L, so that what they differ by, which is where they stopped
/// on the same hill, isn't taken for a difference of hills.
struct ObjectiveHistogram {
  var restarts: Restarts
  var look: OptimaLook
  var theme: Theme

  private static let eighths = Array(" ▁▂▃▄▅▆▇█")

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    let optima = restarts.optima.all
    let height = size.height - 2
    guard let best = optima.first, size.width > 0, height > 0 else {
      return frame
    }
    let columns = columns(width: size.width, from: lowest, to: best.objective)
    let tallest = columns.map(\.count).max() ?? 1
    for (x, column) in columns.enumerated() where column.count > 0 {
      let filled = max(1, column.count * height * 8 / max(1, tallest))
      for row in 0..<height {
        let part = min(max(0, filled - row * 8), 8)
        guard part > 0 else { break }
        frame[x, height - 1 - row] = Cell(
          Self.eighths[part], style: theme.style(look.role(column.optimum)))
      }
      frame[x, height] = Cell(
        look.letter(column.optimum), style: theme.style(look.role(column.optimum)))
    }
    drawEnds(from: lowest, to: best.objective, y: height + 1, on: &frame)
    return frame
  }

  /// The ends of the scale and what it measures.
  private func drawEnds(from low: Double, to high: Double, y: Int, on frame: inout Frame) {
    let places = Rect(x: 0, y: y, width: frame.size.width, height: 1).columns(3)
    let style = theme.style(.muted)
    let isHard = restarts.optima.all.first?.distortion != nil
    frame.write(isHard ? "final J" : "final L", in: places[1], alignment: .center, style: style)
    if low < high { frame.write(text(low), in: places[0], style: style) }
    frame.write(text(high), in: places[2], alignment: .right, style: style)
  }

  private struct Column {
    var count = 0
    var optimum = 0
  }

  /// The objective of the worst optimum.
  private var lowest: Double { restarts.optima.all.map(\.objective).min() ?? 0 }

  private func columns(width: Int, from low: Double, to high: Double) -> [Column] {
    var columns = [Column](repeating: Column(), count: width)
    // Optima come best first, so the smaller groups of a column never hide a larger one.
    var largest = [Int](repeating: 0, count: width)
    for (number, optimum) in restarts.optima.all.enumerated() {
      let half = high / 2 - low / 2
      let share = half > 0 ? (optimum.objective / 2 - low / 2) / half : 1
      let x = Int((share * Double(width - 1)).rounded())
      let count = optimum.members.count
      columns[x].count += count
      if count > largest[x] { (largest[x], columns[x].optimum) = (count, number) }
    }
    return columns
  }

  private func text(_ objective: Double) -> String {
    restarts.optima.all.first?.distortion != nil
      ? (-objective).significant(7) : objective.fixed(3).withTrueMinus
  }
}
