import MixtureEngine
import TestSupport
import Testing

@testable import TerminalCanvas

@Suite struct AxisTicksTests {
  @Test func `ticks are round numbers, both ends included`() {
    let ticks = AxisTicks(in: 0...1, most: 5)
    #expect(ticks.values == [0, 0.2, 0.4, 0.6, 0.8, 1])
    #expect(ticks.labels == ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"] && ticks.note == "")
  }

  @Test func `what long labels share goes to the note`() {
    let large = AxisTicks(in: -1e150...1e150, most: 5)
    #expect(large.labels == ["-1.0", "-0.5", "0.0", "0.5", "1.0"] && large.note == "×1e150")
    let small = AxisTicks(in: 1e-150...3e-150, most: 2)
    #expect(small.labels == ["1", "2", "3"] && small.note == "×1e-150")
    let far = AxisTicks(in: 1e8...(1e8 + 1), most: 2)
    #expect(far.labels == ["0.0", "0.5", "1.0"] && far.note == "+1e8")
    let below = AxisTicks(in: -1119.4...(-1119.38), most: 5)
    #expect(
      below.labels == ["0.000", "0.005", "0.010", "0.015", "0.020"] && below.note == "-1119.4")
  }

  @Test func `a range too narrow for numbers has no ticks`() {
    #expect(AxisTicks(in: 1...1, most: 5).values == [])
    #expect(AxisTicks(in: 0...Double.leastNonzeroMagnitude, most: 5).values == [])
    #expect(AxisTicks(in: 1e300...(1e300.nextUp), most: 5).values == [])
    #expect(AxisTicks(in: 0...(.infinity), most: 5).values == [])
    #expect(AxisTicks(in: 0...1, most: 0).values == [])
  }

  @Test(arguments: FuzzSeed.usual(1))
  func `ticks of any range lie within it, ascend and have short labels`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<2000 {
      let scale = Double("1e\(Int.random(in: -290...290, using: &generator))") ?? 1
      let low = Double.random(in: -1...1, using: &generator) * scale
      let length = Double("1e\(Int.random(in: -8...3, using: &generator))") ?? 1
      let range = low...(low + abs(low) * length)
      let most = Int.random(in: 1...20, using: &generator)
      let ticks = AxisTicks(in: range, most: most)
      #expect(ticks.values.count <= most + 1 && ticks.values.allSatisfy(range.contains), "\(range)")
      #expect(zip(ticks.values, ticks.values.dropFirst()).allSatisfy { $0 < $1 })
      #expect(AxisTicks.values(in: range, most: most) == ticks.values)
      #expect(ticks.width <= 8 && Set(ticks.labels).count == ticks.labels.count, "\(range)")
    }
  }
}
