import MixtureEngine
import TerminalCanvas

/// How the optima of a problem are named and coloured, the same in every view.
struct OptimaLook: Equatable, Sendable {
  /// For each optimum of the view its place among all that are known, the best first.
  private let ranks: [Int]
  /// For each of those the number of its colour.
  private let colors: [Int]

  /// Names for the optima of one view alone.
  init(count: Int) { self.init(ranks: Array(0..<count)) }

  /// Names for optima at these places among all, on the map in colours that differ from those of
  /// their neighbours.
  ///
  /// - Parameters:
  ///   - map: Where the optima lie, with the places of its optima among all, where it is known.
  ///   - count: How many colours there are.
  init(ranks: [Int], map: (shown: BasinMap, ranks: [Int])? = nil, colors count: Int = 0) {
    self.ranks = ranks
    guard count > 0, let map else {
      colors = []
      return
    }
    var colors = Array(0...max(ranks.max() ?? 0, map.ranks.max() ?? 0))
    for (number, color) in MapColors(of: map.shown, numbers: map.ranks, count: count).colors {
      colors[number] = color
    }
    self.colors = colors
  }

  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
  private static let signs = Array("+*#%&=~^@$")

  /// The letter of an optimum: A for the best; signs for those beyond Z, over and over.
  func letter(_ number: Int) -> Character {
    let rank = rank(number)
    return Self.letters.indices.contains(rank)
      ? Self.letters[rank] : Self.signs[(rank - Self.letters.count) % Self.signs.count]
  }

  /// What an optimum is on the screen.
  func role(_ number: Int) -> Role {
    let rank = rank(number)
    return .optimum(colors.indices.contains(rank) ? colors[rank] : rank)
  }

  private func rank(_ number: Int) -> Int {
    ranks.indices.contains(number) ? ranks[number] : number
  }
}
