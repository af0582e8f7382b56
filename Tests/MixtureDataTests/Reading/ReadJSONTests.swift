import Foundation
import Testing

@testable import MixtureData

@Suite struct `An array or object in JSON` {
  @Test(arguments: [
    "[]", "{}", " [1, -2.5e3, null, true, \"a\"] ",
    #"{"a": [{"b": {}}], "c": 18446744073709551615}"#,
  ])
  func `is read`(text: String) { #expect(ReadJSON(Data(text.utf8)) != nil) }

  @Test(arguments: [
    "", "5", "\"a\"", "null", "[1", "[01]", "[1 2]", "[NaN]", "[1e400]", "[nul]", "{a: 1}", "[1] 2",
    #"["\u12"]"#, "[1.2.3]",
  ])
  func `is nothing else`(text: String) { #expect(ReadJSON(Data(text.utf8)) == nil) }

  private struct Numbers: Codable, Equatable {
    var large: UInt64
    var low: Int64
    var share: Double
    var missing: Int?
    var words: [String: Bool]
  }

  @Test func `keeps its values in another format`() throws {
    let text = """
      {"large": 18446744073709551615, "low": -9223372036854775808, "share": 0.1, "missing": null,
       "words": {"yes": true, "no": false}}
      """
    let list = try PropertyListEncoder().encode(#require(ReadJSON(Data(text.utf8))))
    let numbers = try PropertyListDecoder().decode(Numbers.self, from: list)
    #expect(
      numbers
        == Numbers(
          large: .max, low: .min, share: 0.1, missing: nil, words: ["yes": true, "no": false]))
  }
}
