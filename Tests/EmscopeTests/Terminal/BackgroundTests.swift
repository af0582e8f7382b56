import Foundation
import TestSupport
import Testing

/// The colours fit the background that is there, and asking for it has no other effect.
@Suite(.waiting, .timeLimit(.minutes(10))) struct BackgroundTests {
  private static let question = "\u{1B}]11;?\u{7}"
  private static let attributes = "\u{1B}[?62;22c"
  private static let dark = "\u{1B}]11;rgb:1e1e/1e1e/2e2e\u{7}"
  private static let light = "\u{1B}]11;rgb:fd/f6/e3\u{1B}\\"

  /// The colours of the first component in each scheme.
  private static let ink = (auto: "38;5;129", dark: "38;5;111", light: "38;5;20")

  /// The program on a terminal that is asked.
  private func asked(_ arguments: [String] = [], environment: [String: String] = [:]) async throws
    -> Pty
  {
    let pty = try Pty(arguments, environment: environment)
    try await pty.expect("question") { $0.contains(Self.question) }
    return pty
  }

  /// The program on a terminal that answers at once: before the question, however slow this
  /// machine is, as nobody reads until then.
  private func answered(_ answer: String) async throws -> Pty {
    let pty = try Pty()
    pty.send(answer)
    try await pty.start()
    #expect(pty.text.contains(Self.question))
    return pty
  }

  /// Expects that no key was heard, by what a new picture shows.
  private func expectUntouched(_ pty: Pty, inks ink: String) async throws {
    let before = pty.output.count
    pty.send("\u{C}")
    try await pty.expect("picture in \(ink)", since: before) {
      $0.contains("iteration 0") && $0.contains("seed 1") && $0.contains("K=2") && $0.contains(ink)
        && $0.contains("quit")
    }
    pty.send("q")
    #expect(try await pty.waitForEnd() == .status(0))
    pty.expectRestored()
  }

  @Test(arguments: [(dark + attributes, ink.dark), (light + attributes, ink.light)])
  func `an answer chooses the colours`(answer: String, ink: String) async throws {
    let pty = try await answered(answer)
    try await expectUntouched(pty, inks: ink)
  }

  @Test(arguments: [
    attributes, "\u{1B}]11;rgb:zz/q\u{7}" + attributes, "\u{1B}]11;pink\u{1B}\\" + attributes,
    "\u{1B}]11;rgb:" + String(repeating: "f", count: 300) + "\u{7}" + attributes,
  ])
  func `without one that can be read, colours are for any background`(answer: String) async throws {
    let pty = try await answered(answer)
    try await expectUntouched(pty, inks: Self.ink.auto)
  }

  @Test func `a terminal that never answers gets its picture`() async throws {
    let pty = try await asked()
    try await pty.start()
    try await expectUntouched(pty, inks: Self.ink.auto)
  }

  @Test(arguments: [1, 2, 3, 12, 29, 30, 31, 33])
  func `an answer that comes late, in pieces, has no key in it`(split: Int) async throws {
    let pty = try #require(try Self.lateAnswer(in: split), "this machine is too slow to be late")
    try await pty.settle()
    try await expectUntouched(pty, inks: Self.ink.auto)
  }

  /// A program that has its picture, and was answered in two pieces afterwards while it still expected
  /// that.
  ///
  /// - Returns: `nil` where this machine never came to it within that time.
  private static func lateAnswer(in split: Int) throws -> Pty? {
    let answer = Array((dark + attributes).utf8)
    for _ in 0..<20 {
      let start = ContinuousClock.now
      let pty = try Pty()
      // A task that sleeps may wake up seconds later where other tests have the threads; this one
      // keeps its own.
      while !pty.text.contains("quit"), start.duration(to: .now) < .seconds(2) {
        pty.collect(for: 10)
      }
      pty.send(Array(answer.prefix(split)))
      usleep(60_000)
      pty.send(Array(answer.dropFirst(split)))
      // The program expects an answer for three seconds.
      let isInTime = start.duration(to: .now) < .seconds(2.5)
      if isInTime, pty.text.contains("quit") { return pty }
    }
    return nil
  }

  @Test func `keys before the answer are heard`() async throws {
    let pty = try await answered(" \(Self.dark) \u{1B}OC\(Self.attributes)")
    try await pty.expect("dark colours") { $0.contains(Self.ink.dark) }
    let before = pty.output.count
    pty.send("\u{C}")
    try await pty.expect("third iteration", since: before) { $0.contains("iteration 3") }
  }

  @Test func `the end waits for an answer that is under way`() async throws {
    let pty = try await asked()
    pty.send("q")
    try await Task.sleep(for: .milliseconds(100))
    pty.send(Self.dark + Self.attributes)
    #expect(try await pty.waitForEnd() == .status(0))
    pty.expectRestored()
  }

  @Test(arguments: [
    (["--theme", "light"], [:], "xterm-256color"), (["--no-color"], [:], "xterm-256color"),
    ([], ["NO_COLOR": "1"], "xterm-256color"), ([], [:], "vt100"), ([], [:], "linux"),
  ])
  func `nothing is asked where the answer has no use`(
    arguments: [String], environment: [String: String], type: String
  ) async throws {
    let pty = try Pty(arguments, environment: environment.merging(["TERM": type]) { $1 })
    try await pty.start()
    #expect(!pty.text.contains("\u{1B}]11;") && !pty.text.contains("\u{1B}[c"))
    pty.send("q")
    #expect(try await pty.waitForEnd() == .status(0))
  }

  @Test func `a theme among the preferences wins`() async throws {
    let folder = try temporaryFolder()
    let file = folder.appending(path: "emscope/config.toml")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try "theme = \"light\"\n".write(to: file, atomically: true, encoding: .utf8)
    let pty = try Pty(environment: ["XDG_CONFIG_HOME": folder.path])
    try await pty.start()
    #expect(!pty.text.contains(Self.question))
    try await expectUntouched(pty, inks: Self.ink.light)
  }
}
