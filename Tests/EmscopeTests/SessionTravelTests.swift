import Foundation
import MixtureData
import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import emscope

@Suite(.waiting, .timeLimit(.minutes(10))) struct `A saved session plays` {
  private static let table =
    (["a,b"] + (0..<40).map { "\($0 % 7),\($0 * $0 % 11)" }).joined(separator: "\n") + "\n"

  /// A folder in which there is nothing but a file of points, and a session on that.
  private func folder() async throws -> (URL, session: String) {
    let folder = try temporaryFolder()
    let points = folder.appending(path: "points.csv")
    try Data(Self.table.utf8).write(to: points)
    return (folder, try await sessionText(over: DataSource(points.path).load()))
  }

  private func write(_ text: String, _ name: String, in folder: URL) throws -> String {
    try Data(text.utf8).write(to: folder.appending(path: name))
    return folder.appending(path: name).path
  }

  private func expectPlays(
    _ file: String, in place: URL? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let outcome = try emscope(["replay", file, "--check"], in: place)
    #expect(outcome.status == 0, "\(outcome.error)", sourceLocation: sourceLocation)
  }

  @Test func `without the standard input that its points came from`() async throws {
    let (folder, _) = try await folder()
    let program = try Program.url.get().path
    let pty = try Pty(
      ["-c", "cd '\(folder.path)' && '\(program)' - < points.csv"], program: "/bin/sh")
    try await pty.start()
    pty.send(" C")
    try await pty.settle()
    pty.send("\u{1B}")
    try await pty.settle()
    pty.send("w\r")
    try await pty.expect("name of the file") { $0.contains("saved emscope-session.json") }
    pty.send("q")
    #expect(try await pty.waitForEnd() == .status(0))
    try expectPlays(folder.appending(path: "emscope-session.json").path)
  }

  @Test func `but for more points than go along, of which saving speaks`() async throws {
    var data = try DataSource(temporaryFile("points.csv", Self.table)).load()
    data = DataSet(name: "standard input", source: "-", points: data.points)
    let session = try await sessionText(over: data)
    let file = try SessionFile(Array(session.utf8), named: "s")
    #expect(file.input == nil)
    #expect(file.remark == "replay needs the points on standard input again")
  }

  @Test func `with columns that have one name, or a number for a name`() async throws {
    for header in ["a,a,b,b", "x,x,2,1", "a,a,1,a"] {
      let rows = (0..<30).map { "\($0 % 5),\($0 * $0 % 7),\($0 % 3),\($0 * $0 % 13)" }
      let file = try temporaryFile("names.csv", ([header] + rows).joined(separator: "\n") + "\n")
      for columns in [nil, "#1,#4", "#2,#3", "#4,#1"] {
        let choice = try columns.map { try ColumnChoice($0) }
        let data = try DataSource(file).load(
          ReadingOptions(columns: choice, header: HeaderChoice("1")))
        let session = try await sessionText(over: data)
        try expectPlays(temporaryFile("s.json", session))
      }
    }
  }

  @Test func `where the lesson of one's own is not`() async throws {
    let text = """
      title = "Mine"
      summary = "a lesson of one's own"
      data = "old-faithful"
      components = 3
      [[step]]
      caption = "It begins."
      [[step]]
      keys = "Space Space"
      caption = "It goes on."
      """
    for name in ["mine.toml", "bound.toml"] {
      let file = try temporaryFile(name, text)
      let lesson = try LessonFile.reader(file).lesson()
      let session = try await sessionText(
        "PageDown Space",
        of: lesson.exploration(size: Size(width: 100, height: 30), capabilities: Capabilities()))
      try FileManager.default.removeItem(atPath: file)
      try expectPlays(temporaryFile("s.json", session))
    }
  }

  @Test func `of a lesson that only has a name, as those of the first release`() async throws {
    let lesson = try BuiltInLesson.named("bound")
    let session = try await sessionText(
      "PageDown PageDown PageDown",
      of: lesson.exploration(size: Size(width: 100, height: 30), capabilities: Capabilities()))
    let earlier = try changed(session, "lessonText", to: nil)
    #expect(earlier.contains(#""lesson":"bound""#) && !earlier.contains("lessonText"))
    try expectPlays(temporaryFile("s.json", earlier))
  }

  @Test func `from another folder`() async throws {
    let (folder, session) = try await folder()
    let elsewhere = try temporaryFolder()
    // Beside its points, wherever both are; then where it was typed; then where it was once.
    let typed = try changed(session, "data", to: "points.csv")
    let alone = try changed(typed, "path", to: nil)
    try expectPlays(write(alone, "beside.json", in: folder), in: elsewhere)
    try expectPlays(write(alone, "there.json", in: elsewhere), in: folder)
    #expect(typed.contains("path"))
    try expectPlays(write(typed, "moved.json", in: elsewhere), in: elsewhere)
    // Sent along with the points, whatever folders there were.
    let sent = try changed(
      changed(session, "data", to: "/nowhere/at/all/points.csv"), "path", to: nil)
    try expectPlays(write(sent, "sent.json", in: folder), in: elsewhere)
    let lost = try emscope(
      ["replay", write(alone, "lost.json", in: elsewhere), "--check"], in: elsewhere)
    #expect(lost.status == 1 && lost.error.contains("points.csv, which is not there"))
  }

  @Test func `and writes nothing`() async throws {
    let folder = try temporaryFolder()
    let keys = "Space w Enter w Down Enter w End Up Enter"
    let session = try await sessionText(keys, over: DataSource("old-faithful").load())
    let file = try temporaryFile("s.json", session)
    let arguments = [
      ["replay", file, "--check"], ["replay", file], ["render", "old-faithful", "--keys", keys],
    ]
    for words in arguments {
      let first = try emscope(words, in: folder)
      let second = try emscope(words, in: folder)
      #expect(first.output == second.output)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
    let screen = try emscope(arguments[2], in: folder).output
    #expect(screen.contains("is not written while keys are replayed"))
    let lesson = """
      title = "A"
      summary = "b"
      data = "old-faithful"
      [[step]]
      caption = "It begins."
      [[step]]
      keys = "w Enter"
      caption = "It is saved."
      """
    _ = try emscope(["lesson", temporaryFile("a.toml", lesson), "--check"], in: folder)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func `until somebody goes on from there, who may save`() async throws {
    let folder = try temporaryFolder()
    let session = try await sessionText("Space w Enter", over: DataSource("old-faithful").load())
    _ = try write(session, "s.json", in: folder)
    let program = try Program.url.get().path
    let pty = try Pty(
      ["-c", "cd '\(folder.path)' && '\(program)' replay s.json"], program: "/bin/sh")
    try await pty.expect("playback") { $0.contains("replay 0/3") }
    pty.send("\u{1B}")
    try await pty.settle()
    pty.send(" w\r")
    try await pty.expect("name of the file") { $0.contains("saved emscope-session.json") }
    pty.send("q")
    #expect(try await pty.waitForEnd() == .status(0))
    try expectPlays(folder.appending(path: "emscope-session.json").path)
  }
}
