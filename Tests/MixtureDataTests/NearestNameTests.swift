import Testing

@testable import MixtureData

struct NearestNameTests {
  static let names = ["old-faithful", "iris", "penguins", "moons", "mouse"]

  @Test(arguments: [
    ("old-faitful", "old-faithful"), ("Iris", "iris"), ("penguin", "penguins"), ("mosue", "mouse"),
    ("oldfaithful", "old-faithful"), ("moon", "moons"),
  ])
  func `a mistyped name finds its neighbour`(typed: String, known: String) {
    #expect(nearestName(to: typed, among: Self.names) == known)
  }

  @Test(arguments: ["", "x", "volcano", "points.csv"])
  func `a different word finds none`(typed: String) {
    #expect(nearestName(to: typed, among: Self.names) == nil)
  }

  @Test func `the distance counts insertions, removals, exchanges and swaps`() {
    #expect(editDistance(Array("kitten"), Array("sitting")) == 3)
    #expect(editDistance(Array(""), Array("abc")) == 3)
    #expect(editDistance(Array("ab"), Array("ba")) == 1)
    #expect(editDistance(Array("same"), Array("same")) == 0)
  }
}
