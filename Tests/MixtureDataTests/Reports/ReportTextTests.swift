import Testing

@testable import MixtureData

@Suite struct `The text of a report` {
  @Test(arguments: [
    (0.1 + 0.2, 17, "0.30000000000000004"), (1234567, 3, "1.23e+06"), (2.5, 1, "2"),
    (-0.0001, 4, "-0.0001"), (1e300, 10, "1e+300"), (0, 5, "0"), (-.infinity, 5, "-inf"),
    (.nan, 5, "nan"),
  ])
  func `has numbers of so many digits`(number: Double, digits: Int, text: String) {
    #expect(number.significant(digits) == text)
  }

  @Test(arguments: [
    (2.675, 2, "2.67"), (0.5, 0, "0"), (-1e-9, 3, "-0.000"), (1234567.891, 1, "1234567.9"),
  ])
  func `has numbers of so many decimals`(number: Double, decimals: Int, text: String) {
    #expect(number.fixed(decimals) == text)
  }

  @Test func `has room for the largest number`() {
    let text = (-Double.greatestFiniteMagnitude).fixed(20)
    #expect(text.utf8.count == 331 && text.hasSuffix("." + String(repeating: "0", count: 20)))
    #expect(Double(text) == -Double.greatestFiniteMagnitude)
  }

  @Test(arguments: [
    ([], ""), (["1"], "1"), (["1", "2"], "1 and 2"), (["1", "2", "3"], "1, 2, and 3"),
  ])
  func `enumerates as a sentence does`(words: [String], text: String) {
    #expect(words.enumeration == text)
  }

  @Test(arguments: [
    (["a", "", "b"], "a\n\nb\n"), (["a", "b\n"], "a\nb\n"), (["a\r\n", "", ""], "a\n"), ([], "\n"),
  ])
  func `ends with one newline`(lines: [String], text: String) {
    #expect(lines.document == text)
  }
}
