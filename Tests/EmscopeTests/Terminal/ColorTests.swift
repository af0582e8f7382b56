import Foundation
import TestSupport
import Testing

/// Clusters can be told apart on every terminal, and nobody gets colours against his will.
@Suite(.waiting, .timeLimit(.minutes(10))) struct ColorTests {
  /// The screen with its colours, after one step.
  private func screen(
    type: String = "xterm-256color", _ line: String = "$E -k 3", environment: [String: String] = [:]
  ) async throws -> (plain: String, colored: String) {
    let tmux = try Tmux(environment: environment)
    try await tmux.open("TERM=\(type) \(line)")
    try tmux.press("Space")
    try await tmux.expect("iteration 1")
    return (try tmux.screen(), try tmux.coloredScreen())
  }

  @Test(arguments: ["vt100", "xterm-mono"])
  func `without colours, clusters differ in their marks`(type: String) async throws {
    let (plain, colored) = try await screen(type: type)
    #expect(!Self.isColored(colored))
    for mark in ["●", "▲", "■"] { #expect(plain.contains(mark), "\(mark) in\n\(plain)") }
  }

  @Test func `with eight colours, neither black nor white is used`() async throws {
    let (_, colored) = try await screen(type: "xterm")
    #expect(!colored.matches(of: /\e\[([0-9]+;)*3[1-6]/).isEmpty)
    #expect(colored.matches(of: /\e\[([0-9]+;)*(30|37)m/).isEmpty)
    #expect(!colored.contains("38;5"))
  }

  @Test func `with direct colours, hues are those of the palette`() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "emscope-\(UUID())").path
    let source = try temporaryFile(
      "direct.ti",
      """
      test-direct|a terminal with direct colours,
      \tRGB, colors#0x1000000, pairs#0x7FFF, op=\\E[39;49m,
      \tsetaf=\\E[%?%p1%{8}%<%t3%p1%d%e38;2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d%;m,
      \tsetab=\\E[%?%p1%{8}%<%t4%p1%d%e48;2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d%;m,
      \tuse=xterm-256color,

      """)
    let tmux = try Tmux(environment: ["TERMINFO": folder])
    try tmux.run(["set", "-as", "terminal-features", ",*:RGB"])
    try await tmux.open("tic -x -o \(folder) \(source) && TERM=test-direct $E -k 3")
    try tmux.press("Space")
    try await tmux.expect("iteration 1")
    let colored = try tmux.coloredScreen()
    let indices = Self.indices(in: try await screen().colored)
    #expect(indices.count >= 3)
    for index in indices {
      let rgb = Self.levels(of: index).map { String(Int($0)) }.joined(separator: ";")
      #expect(colored.contains("38;2;\(rgb)"), "entry \(index)")
    }
  }

  @Test(arguments: ["38;2;", "38:2::"])
  func `true colour is used where the variable, the system and the terminal agree`(form: String)
    async throws
  {
    let folder = FileManager.default.temporaryDirectory.appending(path: "emscope-\(UUID())").path
    let separator = form.last.map { String($0) } ?? ";"
    let rgb =
      "%p1%{65536}%/%d\(separator)%p1%{256}%/%{255}%&%d\(separator)%p1%{255}%&%d"
    let source = try temporaryFile(
      "direct.ti",
      """
      xterm-direct|a terminal with direct colours,
      \tRGB, colors#0x1000000, pairs#0x7FFF, op=\\E[39;49m,
      \tsetaf=\\E[%?%p1%{8}%<%t3%p1%d%e\(form)\(rgb)%;m,
      \tsetab=\\E[%?%p1%{8}%<%t4%p1%d%e\(form.replacingOccurrences(of: "38", with: "48"))\(rgb)%;m,
      \tuse=xterm-256color,

      """)
    let tic = Process()
    tic.executableURL = URL(filePath: "/usr/bin/tic")
    tic.arguments = ["-x", "-o", folder, source]
    try tic.run()
    tic.waitUntilExit()
    func colors(_ variables: [String: String]) async throws -> String {
      let environment = variables.merging(["TERMINFO": folder]) { $1 }
      let pty = try Pty(["--theme", "dark"], environment: environment)
      try await pty.start()
      pty.send("\u{1B}[C\u{1B}OC")
      try await pty.expect("second picture") { $0.contains("ΔL") || $0.contains("+") }
      try await pty.settle()
      pty.send("q")
      #expect(try await pty.waitForEnd() == .status(0))
      pty.expectRestored()
      return pty.text
    }
    let first = "127\(separator)157\(separator)254"
    let isUnderstood = form == "38;2;"
    #expect(try await colors(["COLORTERM": "truecolor"]).contains(form + first) == isUnderstood)
    #expect(
      try await colors(["COLORTERM": "truecolor", "VTE_VERSION": "7000"]).contains(form + first))
    let without = try await colors([:])
    #expect(!without.contains(form) && without.contains("38;5;111"))
  }

  @Test func `NO_COLOR is obeyed, unless it is empty`() async throws {
    let without = try await screen(environment: ["NO_COLOR": "1"])
    #expect(!Self.isColored(without.colored))
    let with = try await screen(environment: ["NO_COLOR": ""])
    #expect(with.colored.contains("38;5;"))
    let option = try await screen("$E -k 3 --no-color")
    #expect(!Self.isColored(option.colored))
  }

  @Test(arguments: [("C", "$E -k 3"), ("C.UTF-8", "$E -k 3 --ascii")])
  func `where only ASCII is understood, only ASCII is sent`(locale: String, line: String)
    async throws
  {
    let pty = try Pty(
      ["-c", line.replacingOccurrences(of: "$E", with: "exec \"$E\"")], program: "/bin/sh",
      environment: ["E": try Program.url.get().path, "LC_ALL": locale])
    try await pty.start()
    pty.send("  e?")
    try await pty.settle()
    pty.send("\u{1B}")
    try await pty.settle()
    // An Escape waits for the rest of an answer that is still expected.
    usleep(400_000)
    pty.send("q")
    #expect(try await pty.waitForEnd() == .status(0))
    #expect(pty.output.allSatisfy { $0 < 0x80 })
  }

  @Test func `every colour has a contrast of four to one on black and on white`() async throws {
    let (_, colored) = try await screen("$E -k 8 --seed 3")
    let indices = Self.indices(in: colored)
    #expect(indices.count >= 3, "\(indices)")
    for index in indices {
      let luminance = Self.luminance(index)
      #expect((luminance + 0.05) / 0.05 >= 4, "\(index) on black")
      #expect(1.05 / (luminance + 0.05) >= 4, "\(index) on white")
    }
  }

  /// Says whether a screen has other colours than the default ones, 39 and 49.
  private static func isColored(_ screen: String) -> Bool {
    screen.contains(/\e\[(?:[0-9]+;)*(?:[349][0-8])[;m]/)
  }

  /// The entries of the palette that a screen uses for glyphs.
  private static func indices(in screen: String) -> Set<Int> {
    Set(screen.matches(of: /38;5;([0-9]+)/).compactMap { Int($0.1) })
  }

  /// Red, green and blue, from 0 to 255, of an entry of xterm's cube or ramp.
  private static func levels(of index: Int) -> [Double] {
    if index >= 232 { return Array(repeating: Double(8 + 10 * (index - 232)), count: 3) }
    let cube = [0.0, 95, 135, 175, 215, 255]
    return [cube[(index - 16) / 36], cube[(index - 16) / 6 % 6], cube[(index - 16) % 6]]
  }

  /// The relative luminance of an entry (WCAG 2.1).
  private static func luminance(_ index: Int) -> Double {
    let linear = levels(of: index).map { level in
      let share = level / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}
