import MixtureEngine
import TerminalCanvas

/// Along which line the bound is shown.
struct BoundState: ViewState {
  /// The block that moves, or `nil` for all of θ.
  var block: ParameterBlock?
}

/// The lines that can be chosen, with a mark at the chosen one: `◂ all θ [mean 1] mean 2 Σ₁ ▸`.
struct BoundChoice {
  /// The blocks that can move alone.
  var blocks: [ParameterBlock]
  /// The one that does, or `nil` for all of θ.
  var chosen: ParameterBlock?

  private var names: [String] {
    [(nil, "all θ")].map { chosen == $0.0 ? "[\($0.1)]" : $0.1 }
      + blocks.map { $0 == chosen ? "[\($0.name)]" : $0.name }
  }

  private var place: Int { chosen.flatMap { blocks.firstIndex(of: $0) }.map { $0 + 1 } ?? 0 }

  /// The names around the chosen one that fit a width; empty where there is nothing to choose.
  func text(width: Int) -> String {
    guard !blocks.isEmpty else { return "" }
    let names = names
    var (first, last) = (place, place)
    func text() -> String {
      let left = Spelling.choose("◂", ascii: "<")
      let right = Spelling.choose("▸", ascii: ">")
      return "\(left) \(names[first...last].joined(separator: " ")) \(right)"
    }
    while true {
      let before = (first, last)
      if last + 1 < names.count {
        last += 1
        if DisplayWidth.of(text()) > width { last -= 1 }
      }
      if first > 0 {
        first -= 1
        if DisplayWidth.of(text()) > width { first += 1 }
      }
      if before == (first, last) { break }
    }
    return DisplayWidth.of(text()) <= width ? text() : ""
  }

  /// The block after some steps through the choices, around the end.
  func after(_ step: Int) -> ParameterBlock? {
    let count = blocks.count + 1
    let next = ((place + step) % count + count) % count
    return next == 0 ? nil : blocks[next - 1]
  }
}

extension AppState {
  /// The lines along which the bound can be shown now; a block that the model lacks is all of θ.
  var boundChoice: BoundChoice {
    let blocks = run.model.blocks
    let chosen = views[BoundState.self].block
    return BoundChoice(
      blocks: blocks, chosen: chosen.flatMap { blocks.contains($0) ? $0 : nil })
  }

  /// Shows the bound along another line.
  mutating func chooseLine(by step: Int) throws(Notice) {
    let choice = boundChoice
    guard !choice.blocks.isEmpty else {
      throw .idle("No part of this model's θ moves alone.")
    }
    views[BoundState.self].block = choice.after(step)
  }
}
