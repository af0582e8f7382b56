import Foundation
import TestSupport
import Testing

/// What `--record` writes down.
@Suite(.waiting, .timeLimit(.minutes(10))) struct RecordTests {
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
      pressing: ["\u{C}", "\u{C}", " ", "\u{C}", "\u{C}", "2", "\u{C}"])
    #expect(pictures.count == 3)
    #expect(pictures[0].contains("iteration 0") && pictures[1].contains("iteration 1"))
    #expect(pictures.last?.contains("The ledger") == true)
    for (before, after) in zip(pictures, pictures.dropFirst()) { #expect(before != after) }
  }

  @Test func `is a picture again that was there before another`() async throws {
    let pictures = try await pictures(pressing: [" ", "p", "\u{C}"])
    #expect(pictures.count == 3 && pictures[0] == pictures[2])
  }

  @Test func `begins each picture at the upper left corner`() async throws {
    for picture in try await pictures(pressing: [" "]) {
      #expect(picture.hasPrefix("\u{1B}[H"))
      #expect(picture.split(separator: "\r\n", omittingEmptySubsequences: false).count == 24)
    }
  }

  /// The events of a recording, each with what it is and what it holds.
  private func events(in file: String) throws -> [(kind: String, text: String)] {
    try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").dropFirst().map {
      let event = try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [Any])
      return (try #require(event[1] as? String), try #require(event[2] as? String))
    }
  }

  @Test func `has each new size, and clears the screen for it`() async throws {
    let file = try temporaryFolder().appending(path: "a.cast").path
    let pty = try Pty(["old-faithful", "--record", file])
    try await pty.start()
    for size in [(100, 30), (60, 20)] as [(UInt16, UInt16)] {
      pty.resize(columns: size.0, rows: size.1)
      try await pty.settle()
    }
    pty.send("q")
    #expect(try await pty.waitForEnd() == .status(0))
    let events = try events(in: file)
    let sizes = events.indices.filter { events[$0].kind == "r" }
    #expect(sizes.map { events[$0].text } == ["100x30", "60x20"])
    for size in sizes {
      #expect(events[size + 1].kind == "o" && events[size + 1].text.contains("\u{1B}[2J"))
    }
  }

  @Test func `has all that was shown when the program is killed`() async throws {
    let file = try temporaryFolder().appending(path: "a.cast").path
    let pty = try Pty(["old-faithful", "--record", file])
    try await pty.start()
    pty.send(" ")
    try await pty.settle()
    pty.signal(SIGKILL)
    #expect(try await pty.waitForEnd() == .signal(SIGKILL))
    #expect(try events(in: file).last?.text.contains("iteration 1") == true)
  }

  @Test func `is refused before the screen is taken where it can't be made`() async throws {
    let folder = try temporaryFolder()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/dangling", withDestinationPath: folder.path + "/nowhere")
    try Data().write(to: folder.appending(path: "there"))
    for (name, reason) in [
      ("no/a.cast", "can't record to no/a.cast: No such file or directory."),
      ("dangling", "dangling is there already; record to another file."),
      ("there", "there is there already; record to another file."),
    ] {
      let pty = try Pty(in: folder, "exec $emscope --record \(name)")
      #expect(try await pty.waitForEnd() == .status(1))
      #expect(pty.text == "emscope: \(reason)\r\n")
    }
  }

  @Test func `leaves no file where nothing was shown`() throws {
    let folder = try temporaryFolder()
    #expect(try emscope(["--record", "a.cast"], in: folder).status == 1)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func `that can't go on ends by itself, and says so after the screen`() async throws {
    let folder = try temporaryFolder()
    let pty = try Pty(
      in: folder, "ulimit -f 40; exec $emscope old-faithful --record a.cast")
    try await pty.start()
    for key in "2345671234567123456712345671" {
      pty.send(String(key))
      try await pty.settle(milliseconds: 40)
    }
    pty.send("1")
    try await pty.settle()
    #expect(pty.text.contains("the recording ends here: File too large"))
    pty.send("q")
    #expect(try await pty.waitForEnd() == .status(1))
    #expect(pty.text.hasSuffix("emscope: the recording a.cast ends early: File too large.\r\n"))
    #expect(try !events(in: folder.appending(path: "a.cast").path).isEmpty)
  }
}
