import MixtureEngine
import TerminalCanvas

/// The M-step's arithmetic: for each component its weighted sums, what they are divided by, and the
/// new and the old parameters; below it why the weights sum to 1.
struct UpdatePane {
  /// The M-step at hand, or the collapse that stands in its place.
  var step: Result<MaximizationStep, Collapse>
  /// The present iteration.
  var iteration: Int
  /// The first component that is shown.
  var first: Int
  /// Whether the M-step leaves the weights equal, as the dial does.
  var holdsWeights: Bool
  /// Whether the M-step is the one that EM would take, while the run climbs otherwise.
  var isEMsOwn = false
  var notation: Notation
  var theme: Theme

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    switch step {
    case .failure(let collapse):
      frame.write(instead: collapse, theme: theme)
    case .success(let step):
      let groups = step.arithmetic
      let grid = Grid(groups, size: size, title: title(of: step))
      writeHead(of: step, grid, on: &frame)
      let shown = min(first, grid.lastFirst)
      let isKnown = step.progress != .awaitsPosterior
      for (place, group) in groups.dropFirst(shown).prefix(grid.capacity).enumerated() {
        let spot = grid.spot(place).intersection(frame.bounds)
        let block = UpdateBlock(
          group: group, isKnown: isKnown, total: step.points.totalWeight,
          totalName: notation.total, theme: theme)
        frame.paste(block.frame(size: spot.size), at: spot.origin)
      }
      writeFoot(of: step, grid, on: &frame)
    }
    return frame
  }

  /// How many components can be scrolled away at the top of a size.
  func lastFirst(in size: Size) -> Int {
    guard case .success(let step) = step else { return 0 }
    return Grid(step.arithmetic, size: size, title: title(of: step)).lastFirst
  }

  /// How many rows all that is told takes, in one column of blocks.
  var wholeHeight: Int {
    guard case .success(let step) = step else { return 2 }
    let groups = step.arithmetic
    let height = groups.map(\.rows.count).max() ?? 1
    return groups.count * (height + 1) + 12
  }

  /// Where the blocks stand: as many as fit, with lines between them if there is room, and at least
  /// a line for what follows below.
  private struct Grid {
    let head: Int
    let columns: Int
    let pitch: Int
    let height: Int
    let capacity: Int
    let count: Int
    /// The first row below the blocks.
    let foot: Int

    init(_ groups: [UpdateGroup], size: Size, title: String) {
      count = groups.count
      // A block of a single row has a sentence below it.
      height = max(2, groups.map(\.rows.count).max() ?? 2)
      columns = max(1, (size.width + 1) / (UpdateBlock.width + 1))
      let rows = (count + columns - 1) / columns
      let isShort = columns == 1 && DisplayWidth.of(title) <= 26
      head = isShort && rows * height + 5 > size.height ? 1 : 2
      pitch = rows * (height + 1) + head + 2 <= size.height ? height + 1 : height
      let room = max(1, (size.height - head - 1) / height)
      capacity = columns * room
      foot = head + min(rows, room) * pitch
    }

    var lastFirst: Int { max(0, count - capacity) }

    func spot(_ place: Int) -> Rect {
      Rect(
        x: place % columns * (UpdateBlock.width + 1), y: head + place / columns * pitch,
        width: UpdateBlock.width, height: height)
    }
  }

  /// Which M-step it is, and how far the run is on its way.
  func title(of step: MaximizationStep) -> String {
    let t = step.progress == .taken ? iteration - 1 : iteration
    let progress =
      switch step.progress {
      case .awaitsPosterior: "after E"
      case .ahead: "next"
      case .taken: "done"
      }
    return
      "\(isEMsOwn ? "EM's own M" : Spelling.choose("M-step", ascii: "M")) \(notation.theta(t)) → \(notation.theta(t + 1)), \(progress)"
  }

  private func writeHead(of step: MaximizationStep, _ grid: Grid, on frame: inout Frame) {
    frame.write(
      title(of: step), in: frame.bounds.split(top: 1).top, style: theme.style(.value))
    for column in 0..<grid.columns where column < max(1, grid.count) {
      UpdateBlock.writeHeads(
        isWhole: grid.head > 1, x: grid.spot(column).origin.x, y: grid.head - 1, theme: theme,
        on: &frame)
    }
  }

  /// What the sums are of, and what they add up to.
  private func writeFoot(of step: MaximizationStep, _ grid: Grid, on frame: inout Frame) {
    var area = Rect(
      x: 0, y: grid.foot, width: frame.size.width, height: max(0, frame.size.height - grid.foot))
    if grid.lastFirst > 0, area.size.height > 0 {
      let more = Spelling.choose("↑↓ +\(grid.lastFirst) ", ascii: "+\(grid.lastFirst) ")
      let width = DisplayWidth.of(more) + 1
      frame.write(more, x: 0, y: area.origin.y, style: theme.style(.key))
      area = area.split(left: width).rest
    }
    guard step.progress != .awaitsPosterior else {
      frame.write(
        "no q yet: the E-step makes it", in: area.split(top: 1).top, style: theme.style(.muted))
      return
    }
    let constraint = Constraint(
      masses: step.updates.map(\.mass), total: step.points.totalWeight, totalName: notation.total,
      kind: step.origin.criterion == .distortion ? .none : holdsWeights ? .held : .free)
    var lines = constraint.lines(width: area.size.width, rows: area.size.height)
    let room = area.size.height - lines.count - 1
    if room > 0 {
      let sums = sums(of: step).wholeLines(width: area.size.width, rows: room)
      if !sums.isEmpty { lines += [""] + sums }
    }
    for (y, line) in lines.enumerated() where y < area.size.height {
      frame.write(line, x: area.origin.x, y: area.origin.y + y, style: theme.style(.text))
    }
  }

  /// What is summed, as formulas.
  private func sums(of step: MaximizationStep) -> [String] {
    // The heading says which q it is; the line has no room for its (t).
    let q =
      notation.isWeighted ? notation("wₙqₖₙ", ascii: "w q") : notation("qₖₙ", ascii: "q")
    guard step.expectation.sums != nil else {
      return [
        notation(
          "sums of \(q) uₖₙ, Uₖ = Σₙ \(q) uₖₙ, Nₖ = Σₙ \(q)",
          ascii: "sums of \(q) u, U_k = sum \(q) u, N_k = sum \(q)")
      ]
    }
    if step.origin is LineMixture {
      return ["sums of \(q); r, c: the middle, b: the slope, s²: the noise"]
    }
    let isLine = step.points.dimension == 1
    if step.prior != nil, isLine {
      return [
        "the prior's part is in them: M maximises F + log p(θ)",
        "sums of \(q) times "
          + notation("1, xₙ, (xₙ−μₖ)² with κμ₀ and κ(μₖ−μ₀)² + ς²", ascii: "1, x, (x-mu)^2"),
      ]
    }
    if step.prior != nil {
      return [
        "the prior's part is in them: M maximises F + log p(θ)",
        "sums of \(q) times "
          + notation("1, xₙ, (xₙ−μₖ)(xₙ−μₖ)ᵀ", ascii: "1, x, (x-mu)(x-mu)^T")
          + notation(
            " with κμ₀ and κ(μₖ−μ₀)(μₖ−μ₀)ᵀ + Λ",
            ascii: " with kappa mu_0 and kappa (mu-mu_0)(mu-mu_0)^T + Lambda"),
      ]
    }
    return holdsWeights || step.origin.criterion == .distortion
      ? ["sums of \(q) times \(notation("1 and xₙ", ascii: "1 and x"))"]
      : [
        "sums of \(q) times "
          + (isLine
            ? notation("1, xₙ, (xₙ−μₖ)²", ascii: "1, x, (x-mu)^2")
            : notation("1, xₙ, (xₙ−μₖ)(xₙ−μₖ)ᵀ", ascii: "1, x, (x-mu)(x-mu)^T"))
      ]
  }
}

extension Frame {
  /// Says that an M-step leads to a collapse, in the place of its picture.
  mutating func write(instead collapse: Collapse, theme: Theme) {
    let (top, rest) = bounds.split(top: 1)
    write("No M-step from here.", in: top, style: theme.style(.alert))
    write(Sentences.collapse(collapse), in: rest, style: theme.style(.text))
  }
}
