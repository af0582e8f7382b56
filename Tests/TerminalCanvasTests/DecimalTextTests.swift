import MixtureEngine
import TestSupport
import Testing

@testable import TerminalCanvas

@Suite struct DecimalTextTests {
  @Test func `a fixed count of decimals`() {
    #expect(1119.3871.fixed(2) == "1119.39")
    #expect((-0.0004).fixed(3) == "0.000")
    #expect((-1.5).fixed(0) == "-2")
    #expect(9.9999.fixed(3) == "10.000")
    #expect(1e15.fixed(3) == "1.000e15")
  }

  @Test func `significant digits, without zeros at the end`() {
    #expect(0.031.significant(4) == "0.031")
    #expect(123456.789.significant(4) == "123500")
    #expect(999999.96.significant(4) == "1e6")
    #expect((-2.5e-7).significant(3) == "-2.5e-7")
    #expect(Double.leastNonzeroMagnitude.significant(3) == "4.94e-324")
    #expect(Double.greatestFiniteMagnitude.significant(3) == "1.8e308")
  }

  @Test func `what isn't a number is a sign that isn't a digit`() {
    #expect(Double.nan.fixed(2) == "–")
    #expect((-Double.infinity).significant(2) == "-∞")
    #expect(Double.infinity.scientific(2) == "∞")
  }

  @Test(arguments: FuzzSeed.usual(1))
  func `seventeen decades either way, text leads back to the number`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<5000 {
      let scale = Double("1e\(Int.random(in: -300...300, using: &generator))") ?? 1
      let value = Double.random(in: -10...10, using: &generator) * scale
      let back = Double(value.significant(15)) ?? .nan
      #expect(abs(back - value) <= abs(value) * 1e-14, "\(value)")
    }
  }

  @Test(arguments: FuzzSeed.usual(1))
  func `digits times a power of ten are the number that their text is`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<20_000 {
      let exponent = Int.random(
        in: Bool.random(using: &generator) ? -25...25 : -400...400, using: &generator)
      let digits =
        Int.random(in: .min ... .max, using: &generator)
        >> Int.random(in: 0...63, using: &generator)
      #expect(
        decimal(digits, exponent: exponent) == Double("\(digits)e\(exponent)"),
        "\(digits)e\(exponent)")
    }
    #expect(powerOfTen(-400) == 0 && powerOfTen(400) == .infinity)
  }
}
