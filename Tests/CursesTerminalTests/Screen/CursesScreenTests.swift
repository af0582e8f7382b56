import CNcurses
import Foundation
import Testing

@testable import CursesTerminal
@testable import TerminalCanvas

extension NcursesTests {
  /// ncurses on plain files, one screen at a time.
  @Suite struct CursesScreenTests {
    init() { setlocale(LC_CTYPE, "C.UTF-8") }

    /// What a screen of a terminal type has sent after each of some frames.
    private func sent(
      _ frames: [Frame], type: String = "xterm-256color", unicode: Bool = true, colors: Bool = true
    ) throws -> [String] {
      let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
      defer { try? FileManager.default.removeItem(atPath: path) }
      let output = try #require(fopen(path, "w"))
      let input = try #require(fopen("/dev/null", "r"))
      var parts: [String] = []
      var length = 0
      do {
        var screen = try CursesScreen(
          type: type, output: output, input: input, unicode: unicode, colors: colors)
        for frame in frames {
          screen.present(frame)
          fflush(output)
          let data = try Data(contentsOf: URL(fileURLWithPath: path))
          parts.append(String(decoding: data.dropFirst(length), as: UTF8.self))
          length = data.count
        }
      }
      fclose(output)
      fclose(input)
      return parts
    }

    private func frame(_ text: String, style: Style = .plain, width: Int = 20) -> Frame {
      var frame = Frame(size: Size(width: width, height: 3))
      frame.write(text, x: 0, y: 1, style: style)
      return frame
    }

    @Test func `a frame is sent, the same frame again isn't`() throws {
      let parts = try sent([frame("σ² 日本 ⣿"), frame("σ² 日本 ⣿"), frame("σ² 日本 ⣷")])
      #expect(parts[0].contains("σ²") && parts[0].contains("日本"))
      #expect(parts[1].isEmpty)
      #expect(parts[2].contains("⣷") && parts[2].utf8.count < 20)
    }

    @Test func `in ASCII nothing else is sent`() throws {
      let parts = try sent([frame("σ² 日本 ⣿ ▁▅█ │")], unicode: false)
      #expect(parts[0].utf8.allSatisfy { $0 < 0x80 } && parts[0].contains("s2 ???? #"))
    }

    @Test func `colours are as many as the terminal has`() throws {
      let red = frame("red", style: Style(foreground: .indexed(161), bold: true))
      #expect(try sent([red])[0].contains("38;5;161m"))
      #expect(try sent([red], type: "xterm")[0].contains("31m"))
      for plain in [
        try sent([red], type: "vt100"), try sent([red], colors: false),
        try sent([red], type: "xterm-mono"),
      ] {
        #expect(!plain[0].contains("31m") && !plain[0].contains("38;5"))
        #expect(plain[0].contains("red"))
      }
    }

    @Test func `more pairs of colours than the terminal has are survived`() throws {
      var frame = Frame(size: Size(width: 80, height: 24))
      for index in 0..<1000 {
        let style = Style(
          foreground: .indexed(UInt8(index % 256)), background: .indexed(UInt8(index % 97)))
        frame[index % 80, index / 80] = Cell("c", style: style)
      }
      #expect(try sent([frame], type: "xterm")[0].contains("c"))
      #expect(try sent([frame])[0].contains("48;5;96m"))
    }

    @Test func `frames larger and smaller than the screen fit`() throws {
      let large = Frame(size: Size(width: 300, height: 100), filling: Cell("日"))
      let parts = try sent([frame("日", width: 2), large, frame("ab日", width: 3)])
      #expect(parts.count == 3)
    }

    @Test func `escape characters in a frame never reach the terminal`() throws {
      let parts = try sent([frame("a\u{1B}]0;title\u{7}b\u{9B}31m")])
      #expect(!parts[0].contains("\u{1B}]0;") && !parts[0].contains("\u{9B}"))
      #expect(parts[0].contains("a␛]0;title␇b"))
    }
  }
}
