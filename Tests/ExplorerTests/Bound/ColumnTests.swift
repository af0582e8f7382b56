import Testing

@testable import Explorer

@Suite struct `A number in a column` {
  @Test func `gives up decimals before it leaves its columns`() {
    #expect((-1119.38712).total(12) == "-1119.3871")
    #expect((-3123456.78912).total(12) == "-3123456.789")
    #expect((-3.123456789e150).total(12) == "-3.1235e150")
    #expect(98.65912.change(10) == "+98.6591")
    #expect((-10427.60567).change(10) == "-10427.606")
  }

  @Test func `is one digit and an exponent where there is no room for more`() {
    #expect(615_412.0.entry(4) == "6e5")
    #expect(70_000.0.distance(4) == "7e4")
    #expect(96_000.0.entry(3) == "1e5")
    #expect(9_876.0.entry(4) == "9876")
  }

  @Test func `keeps the leading digits of what is small`() {
    #expect(3.2712e-8.change(10) == "+3.27e-8")
    #expect((-1.58e-8).change(10) == "-1.58e-8")
    #expect((-4.2431e-301).entry(10) == "-4.24e-301")
    #expect(0.0012345.entry(8) == "0.001235")
    #expect(2.5e-7.distance(10) == "2.5e-7")
    #expect(0.0.change(10) == "0")
    #expect(0.0.distance(10) == "0")
  }

  @Test(arguments: [1e-300, 1e-5, 1, 1e5, 1e9, 1e15, 1e150, 1e300])
  func `never leaves them`(_ size: Double) {
    for value in [size * 1.23456789, size * -9.99999999] {
      #expect(value.total(12).count <= 12)
      #expect(value.change(10).count <= 10)
      #expect(abs(value).distance(10).count <= 10)
      #expect(value.entry(8).count <= 8)
      if abs(value) >= 1, abs(value) < 1e10 { #expect(abs(value).entry(4).count <= 4) }
    }
  }
}
