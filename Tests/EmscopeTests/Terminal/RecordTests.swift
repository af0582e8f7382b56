import Foundation
import Testing

/// What `--record` writes down.
@Suite(.timeLimit(.minutes(3))) struct RecordTests {
  /// The pictures of a recording, in their order.
  private func pictures(pressing keys: [String]) async throws -> [String] {
    let file = try temporaryFolder().appending(path: "a.cast").path
    let pty = try Pty(["old-faithful", "--record", file])
    try await pty.start()
    for key in keys {
      pty.send(key)
      try await pty.settle()
    }
    pty.send("q")
    #expect(try await pty.waitForEnd() == .status(0))
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
    let header = try #require(
      try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any])
    #expect(header["version"] as? Int == 2)
    #expect(header["width"] as? Int == 80 && header["height"] as? Int == 24)
    var times: [Double] = []
    let pictures = try lines.dropFirst().map { line in
      let event = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [Any])
      #expect(event.count == 3 && event[1] as? String == "o")
      times.append(try #require(event[0] as? Double))
      return try #require(event[2] as? String)
    }
    #expect(times == times.sorted())
    return pictures
  }

  @Test func `is each picture once, and none again that hasn't changed`() async throws {
    let pictures = try await pictures(
      pressing: ["~", "\u{C}", "~", " ", "~", "~", "\u{C}", "2", "~"])
    #expect(pictures.count == 3)
    #expect(pictures[0].contains("iteration 0") && pictures[1].contains("iteration 1"))
    #expect(pictures.last?.contains("The ledger") == true)
    for (before, after) in zip(pictures, pictures.dropFirst()) { #expect(before != after) }
  }

  @Test func `is a picture again that was there before another`() async throws {
    let pictures = try await pictures(pressing: [" ", "p", "~"])
    #expect(pictures.count == 3 && pictures[0] == pictures[2])
  }

  @Test func `begins each picture at the upper left corner`() async throws {
    for picture in try await pictures(pressing: [" "]) {
      #expect(picture.hasPrefix("\u{1B}[H"))
      #expect(picture.split(separator: "\r\n", omittingEmptySubsequences: false).count == 24)
    }
  }
}
