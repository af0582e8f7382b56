import MixtureEngine
import Testing

@Suite struct Plateaus {
  /// L after iterations with these gains.
  private func values(_ gains: [Double]) -> [Double] {
    gains.reduce(into: [-100]) { $0.append($0[$0.count - 1] + $1) }
  }

  @Test func `are where gains grow three times in a row after they fell`() throws {
    let gains = [8.0, 4, 2, 1, 2, 3, 5, 4, 1]
    let plateau = try #require(Plateau.all(in: values(gains)).first)
    #expect(plateau.begin == 2)
    #expect(plateau.flattest == 4)
    #expect(plateau.recognised == 7)
    #expect(plateau.end == 7)
    #expect(!plateau.lasts)
    #expect(abs(plateau.growth - 5 / 3) < 1e-9)
    #expect(Plateau.all(in: values(gains)).count == 1)
    #expect(Plateau.all(in: values(Array(gains.prefix(7)))).first?.lasts == true)
    #expect(Plateau.all(in: values(Array(gains.prefix(6)))).isEmpty)
  }

  @Test func `are not where gains grow from the start, fall, or are rounding`() {
    #expect(Plateau.all(in: values([1, 2, 3, 4, 5])).isEmpty)
    #expect(Plateau.all(in: values([9, 8, 7, 6, 5, 4, 3])).isEmpty)
    #expect(Plateau.all(in: values([9, 1e-12, 2e-12, 3e-12, 4e-12])).isEmpty)
    #expect(Plateau.all(in: values([5, 4, 5, 6, 5, 6, 7, 6])).isEmpty)
    for count in 0..<5 {
      #expect(Plateau.all(in: values(Array([4, 1, 2, 3].prefix(count)))).isEmpty)
    }
  }

  @Test(arguments: UInt64(1)...20)
  func `begin no later than they are flattest, and are told by the growth after it`(
    seed: UInt64
  ) throws {
    var run = try RunRecipe(components: 3, rule: .randomBox, seed: seed).run(over: .oldFaithful)
    run.run()
    let objectives = run.past.filter { $0.next == .expectation }.map(\.objective)
    for plateau in run.plateaus {
      #expect(plateau.begin <= plateau.flattest)
      #expect(plateau.recognised <= plateau.end)
      #expect(plateau.growth > 1)
      let gains = (plateau.flattest...plateau.end).map { objectives[$0] - objectives[$0 - 1] }
      #expect(zip(gains, gains.dropFirst()).allSatisfy { $0 < $1 })
    }
  }
}
