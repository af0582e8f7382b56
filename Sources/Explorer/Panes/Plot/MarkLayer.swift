import MixtureEngine
import TerminalCanvas

/// Few points: one mark in each cell, larger where several points fall on it.
struct MarkLayer {
  var points: PointSet
  var labels: [UInt8]?
  var viewport: Viewport

  func draw(on frame: inout Frame, theme: Theme) {
    var tally = CellTally(size: viewport.size, owners: owners)
    for n in 0..<points.count {
      guard let cell = viewport.cell(points.xs[n], points.ys[n]) else { continue }
      tally.add(cell, owner: labels.map { Int($0[n]) } ?? 0)
    }
    for y in 0..<viewport.size.height {
      for x in 0..<viewport.size.width {
        guard let (owner, count) = tally.winner(x, y) else { continue }
        frame[x, y] =
          labels == nil
          ? Cell(Marks.unassigned(count: count), style: theme.style(.unassigned))
          : Cell(Marks.mark(owner, count: count), style: theme.style(.component(owner)))
      }
    }
  }

  private var owners: Int { Int(labels?.max() ?? 0) + 1 }
}
