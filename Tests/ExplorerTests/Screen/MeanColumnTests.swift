import MixtureEngine
import TestSupport
import Testing

@testable import Explorer

@Suite struct `The means in the table` {
  @Test(arguments: FuzzSeed.usual(4))
  func `read as different where they are, at any offset`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let offset = [0, 106_060, 1.7e9, 4_649_776, -5e6, 1_712_345_678][generator.index(below: 6)]
      let values = (0..<4).map { _ in offset + 20 * generator.unit() }
      for width in [8, 9] {
        let column = MeanColumn("x", values, width: width)
        let texts = values.map(column.text)
        #expect(Set(texts).count == Set(values).count, "\(column.title) \(texts) \(values)")
        #expect((texts + [column.title]).allSatisfy { $0.count < column.width })
        let common =
          column.title.hasPrefix("μ") ? 0 : -(Double(column.title.dropFirst()) ?? .nan)
        for (value, text) in zip(values, texts) {
          #expect(
            abs(try #require(Double(text)) + common - value) < 0.6,
            "\(column.title) \(text) \(value)")
        }
      }
    }
  }

  @Test func `have no offset where they can be told apart without`() {
    #expect(MeanColumn("x", [2.04, 4.29], width: 9).title == "μx")
    #expect(MeanColumn("x", [5, 5], width: 9).title == "μx")
  }

  @Test(arguments: ModelKind.all.map(\.name))
  func `stand beside soft counts that are the M-step's`(name: String) async throws {
    for weighted in [false, true] {
      let recipe = RunRecipe(kind: try #require(ModelKind.named(name)), components: 3)
      var state = try weighted ? AppState.weightedClouds(recipe) : AppState.clouds(recipe)
      await state.press("Space Space e")
      let run = state.run
      let q = run.model.responsibilities(over: run.points, observed: nil)
      for k in 0..<run.model.componentCount {
        let mass = (0..<run.points.count).reduce(0) { $0 + run.points.weight(of: $1) * q[$1, k] }
        let row = try #require(
          (0..<24).map { String(state.row($0).dropFirst(42)) }.last {
            $0.hasPrefix("\(Marks.mark(k)) \(Marks.name(k)) ")
          })
        #expect(row.hasSuffix(" " + mass.count(7)), "\(row) \(mass)")
      }
    }
  }
}
