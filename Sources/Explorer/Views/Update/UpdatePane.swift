import MixtureEngine
import TerminalCanvas

/// The M-step's arithmetic: for each component its soft count, its weighted sums, and the old and
/// the new parameters that follow from them.
struct UpdatePane {
  /// The M-step at hand, or the collapse that stands in its place.
  var step: Result<MaximizationStep, Collapse>
  /// The present iteration.
  var iteration: Int
  /// The first component that is shown.
  var first: Int
  /// Whether the M-step leaves the weights equal, as the dial does.
  var holdsWeights: Bool
  /// Whether the components are lines, whose middle (rₖ, cₖ) stands where others have a mean.
  var fitsLines = false
  var notation: Notation
  var theme: Theme

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    switch step {
    case .failure(let collapse):
      frame.write(
        "No M-step from here.", in: frame.bounds.split(top: 1).top, style: theme.style(.alert))
      frame.write(
        Sentences.collapse(collapse), in: frame.bounds.split(top: 1).rest,
        style: theme.style(.text))
    case .success(let step):
      let updates = step.updates
      let grid = Grid(count: updates.count, size: size)
      writeHead(of: step, grid, on: &frame)
      let shown = min(first, Self.lastFirst(of: updates.count, in: size))
      for (place, k) in updates.indices.dropFirst(shown).prefix(grid.capacity).enumerated() {
        let spot = grid.spot(place).intersection(frame.bounds)
        let block = UpdateBlock(
          component: k, update: updates[k], isKnown: step.progress != .awaitsPosterior,
          theme: theme)
        frame.paste(block.frame(size: spot.size), at: spot.origin)
      }
    }
    return frame
  }

  /// How many components can be scrolled away at the top.
  static func lastFirst(of count: Int, in size: Size) -> Int {
    max(0, count - Grid(count: count, size: size).capacity)
  }

  /// Where the blocks stand: as many as fit, with lines between them if there is room.
  private struct Grid {
    let head: Int
    let columns: Int
    let pitch: Int
    let capacity: Int

    init(count: Int, size: Size) {
      columns = max(1, (size.width + 1) / (UpdateBlock.width + 1))
      let rows = (count + columns - 1) / columns
      head = rows * UpdateBlock.height + 3 <= size.height ? 3 : 2
      pitch =
        rows * (UpdateBlock.height + 1) + head - 1 <= size.height
        ? UpdateBlock.height + 1 : UpdateBlock.height
      capacity = columns * max(1, (size.height - head) / UpdateBlock.height)
    }

    func spot(_ place: Int) -> Rect {
      Rect(
        x: place % columns * (UpdateBlock.width + 1), y: head + place / columns * pitch,
        width: UpdateBlock.width, height: UpdateBlock.height)
    }
  }

  private func formula(of step: MaximizationStep) -> String {
    // The heading says which q it is; the line has no room for its (t).
    let q =
      notation.isWeighted ? notation("wₙqₖₙ", ascii: "w q") : notation("qₖₙ", ascii: "q")
    guard step.expectation.sums != nil else {
      return notation(
        "μₖ = Σₙ \(q) uₖₙ xₙ / Σₙ \(q) uₖₙ", ascii: "mu_k = sum \(q) u x / sum \(q) u")
    }
    let mean =
      fitsLines
      ? notation("rₖ = Σₙ \(q) xₙ / Nₖ", ascii: "r_k = sum \(q) x / N_k")
      : notation("μₖ = Σₙ \(q) xₙ / Nₖ", ascii: "mu_k = sum \(q) x / N_k")
    let weight =
      holdsWeights
      ? notation("πₖ = 1 / K", ascii: "pi_k = 1 / K")
      : notation("πₖ = Nₖ / \(notation.total)", ascii: "pi_k = N_k / \(notation.total)")
    return mean + "   " + weight
  }

  private func writeHead(of step: MaximizationStep, _ grid: Grid, on frame: inout Frame) {
    let t = step.progress == .taken ? iteration - 1 : iteration
    let progress =
      switch step.progress {
      case .awaitsPosterior: "after E"
      case .ahead: "next"
      case .taken: "done"
      }
    frame.write(
      "\(Spelling.choose("M-step", ascii: "M")) \(notation.theta(t)) → \(notation.theta(t + 1)), \(progress)",
      in: frame.bounds.split(top: 1).top, style: theme.style(.value))
    if grid.head > 2 {
      frame.write(
        formula(of: step), in: Rect(x: 0, y: 1, width: frame.size.width, height: 1),
        style: theme.style(.muted))
    }
    for column in 0..<grid.columns {
      let place = Rect(
        x: grid.spot(column).origin.x, y: grid.head - 1, width: UpdateBlock.width, height: 1)
      frame.write(
        step.progress == .awaitsPosterior ? "no q yet: the E-step makes it" : UpdateBlock.heading,
        in: place, style: theme.style(.muted))
    }
    let hidden = step.updates.count - grid.capacity
    guard hidden > 0 else { return }
    let more = Spelling.choose("↑↓ +\(hidden)", ascii: "+\(hidden)")
    frame.write(
      more, in: frame.bounds.split(top: 1).top.split(right: DisplayWidth.of(more) + 1).right,
      alignment: .right, style: theme.style(.key))
  }
}
