import MixtureEngine
import TerminalCanvas

/// How the optima of a view are named and coloured, the same in every view.
struct OptimaLook: Equatable, Sendable {
  /// For each optimum of the view its place among all that are known.
  private let places: [Int]
  /// The number of the colour of those that are on the map.
  private let colors: [Int: Int]

  /// - Parameters:
  ///   - places: The place of each optimum among all that are known.
  ///   - neighbours: Where they lie on the map, if there is one.
  ///   - count: How many colours there are.
  init(places: [Int], neighbours: MapNeighbours? = nil, colors count: Int = 0) {
    self.places = places
    colors = count > 0 ? neighbours?.colors(count) ?? [:] : [:]
  }

  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
  private static let signs = Array("+*#%&=~^@$")

  /// The letter of an optimum; signs for those beyond Z, over and over.
  func letter(_ number: Int) -> Character {
    let place = place(number)
    return Self.letters.indices.contains(place)
      ? Self.letters[place] : Self.signs[(place - Self.letters.count) % Self.signs.count]
  }

  /// What an optimum is on the screen.
  func role(_ number: Int) -> Role {
    let place = place(number)
    return .optimum(colors[place] ?? place)
  }

  private func place(_ number: Int) -> Int {
    places.indices.contains(number) ? places[number] : number
  }
}
