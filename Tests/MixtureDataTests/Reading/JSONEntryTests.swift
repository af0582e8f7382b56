import Foundation
import Testing

@testable import MixtureData

@Suite struct `A number in JSON that doesn't fit where it stands` {
  private struct Shape: Decodable {
    struct Part: Decodable {
      var seed: UInt64
      var share: Double?
    }
    var points: Int
    var part: Part
    var centres: [[Double]]
  }

  @Test(arguments: [
    ("1.5", "1", "[1, 2]", "points"), ("1e400", "1", "[1, 2]", "points"),
    ("99999999999999999999", "1", "[1, 2]", "points"), ("1", "-1", "[1, 2]", "part.seed"),
    ("1", "1e30", "[1, 2]", "part.seed"),
    ("1", "18446744073709551615", "[1, 1e999]", "centres[0][1]"),
  ])
  func `is named by its entry`(points: String, seed: String, centre: String, entry: String) {
    let text = #"{"points": \#(points), "part": {"seed": \#(seed)}, "centres": [\#(centre)]}"#
    let error = #expect(throws: DecodingError.self) {
      try JSONDecoder().decodeByEntry(Shape.self, from: Data(text.utf8))
    }
    #expect(error?.sentence() == "\(entry) is not a number that fits there; correct it.")
  }

  @Test func `is not sought in what is no JSON`() {
    let error = #expect(throws: DecodingError.self) {
      try JSONDecoder().decodeByEntry(Shape.self, from: Data(#"{"points": NaN}"#.utf8))
    }
    #expect(error?.sentence().hasPrefix("this is not JSON") == true)
  }
}
