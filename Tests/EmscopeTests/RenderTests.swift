import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct RenderTests {
  func screen(_ line: String, keys: String = "") throws -> [Substring] {
    let arguments = ["render"] + line.split(separator: " ").map(String.init) + ["--keys", keys]
    let outcome = try emscope(arguments)
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.error.isEmpty)
    return outcome.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
  }

  @Test(arguments: [(80, 24), (200, 60), (60, 16), (77, 333)])
  func `the screen has the size that was asked for`(width: Int, height: Int) throws {
    let lines = try screen("old-faithful --size \(width)x\(height)")
    #expect(lines.count == height)
    #expect(lines.allSatisfy { $0.count == width })
  }

  @Test func `keys are pressed before the screen is drawn`() throws {
    let start = try screen("old-faithful")
    #expect(start[0].contains("iteration 0"))
    #expect(start[22].contains("next: E"))
    #expect(try screen("old-faithful", keys: "Space Space")[0].contains("iteration 2"))
    #expect(try screen("old-faithful", keys: "e")[22].contains("next: M"))
    #expect(try screen("old-faithful", keys: "Space m")[0].contains("k-means"))
    #expect(try screen("old-faithful", keys: "Space Left") == start)
    #expect(try screen("old-faithful", keys: "+ +")[0].contains("K=4"))
  }

  @Test func `another data set can be opened with keys`() throws {
    #expect(try screen("old-faithful", keys: "d Down Enter")[0].contains("iris"))
  }

  @Test func `equal arguments print equal screens`() throws {
    #expect(try screen("mouse", keys: "x G m Space") == screen("mouse", keys: "x G m Space"))
  }

  @Test func `the same numbers stand on the screen and in the result`() throws {
    let fit = try FitJSON("old-faithful --seed 3")
    let last = try #require(fit.logLikelihood?.last)
    let shown = try screen("old-faithful --seed 3", keys: "G").joined()
    #expect(shown.contains(String(format: "%.4f", last).replacing("-", with: "−")))
    #expect(shown.contains("iteration \(fit.iterations)"))
  }

  @Test func `ASCII is ASCII`() throws {
    #expect(
      try screen("old-faithful --ascii", keys: "Space").allSatisfy { $0.allSatisfy(\.isASCII) })
  }

  @Test func `ANSI has colours, SVG is a document, text is plain`() throws {
    let ansi = try emscope("render", "iris", "--keys", "Space", "--format", "ansi").output
    #expect(ansi.contains("\u{1B}[38;5;"))
    for theme in [[], ["--dark"]] {
      let svg = try emscope(["render", "iris", "--format", "svg"] + theme).output
      let parser = XMLParser(data: Data(svg.utf8))
      #expect(svg.hasPrefix("<svg"))
      #expect(parser.parse())
    }
    #expect(!(try emscope("render", "iris").output.contains("\u{1B}")))
  }

  @Test func `one's own file is drawn with its columns and its gaps counted`() throws {
    let file = try temporaryFile("p.csv", "name;length;width\na;1,5;2\nb;NA;3\nc;2,5;1\n")
    let lines = try screen("\(file) -k 1 --size 120x30")
    #expect(lines[0].contains(" p.csv N=2 "))
    #expect(lines.joined().contains("length"))
  }

  @Test func `a file of one point opens with one component`() throws {
    let outcome = try emscope(["render", "-"], input: "x,y\n1,2\n")
    #expect(outcome.output.contains("N=1  EM full K=1"))
    #expect(try emscope(["fit", "-"], input: "x,y\n1,2\n").error.isEmpty)
    #expect(try emscope(["restarts", "-"], input: "x,y\n1,2\n").status == 0)
  }

  @Test func `no option is said to be needed`() throws {
    let help = try emscope("render", "--help").output
    #expect(help.contains("USAGE: emscope render [<options>] [<data>]\n"))
  }
}

/// Pictures of a run: one pane, several iterations, and one after the other.
struct FigureCommandTests {
  private func svg(_ line: String, _ more: String...) throws -> String {
    let outcome = try emscope(["render"] + line.split(separator: " ").map(String.init) + more)
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(XMLParser(data: Data(outcome.output.utf8)).parse())
    return outcome.output
  }

  @Test func `frames have the iterations that were asked for, in their order`() throws {
    let line = ["render", "old-faithful", "-k", "3", "--seed", "7", "--size", "128x36"]
    let text = try emscope(line + ["--frames", "0 end 2"]).output
    let fit = try FitJSON("old-faithful -k 3 --seed 7")
    let iterations = text.matches(of: #/t = (\d+) /#).map { Int($0.1) }
    #expect(iterations == [0, fit.iterations, 2])
    let last = try #require(fit.logLikelihood?.last)
    #expect(text.contains("L " + String(format: "%.2f", last).replacing("-", with: "−")))
    #expect(
      try svg("old-faithful --format svg", "--frames", "0 1").contains(
        "width=\"1280\" height=\"720\""))
    #expect(try emscope(line + ["--frames", "0 1", "--format", "ansi"]).output.contains("\u{1B}["))
  }

  @Test func `an animation has a scene for each iteration`() throws {
    let svg = try svg("old-faithful --animate", "--frames", "0 1 2 5")
    #expect(svg.contains("width=\"1280\" height=\"720\""))
    for number in 0..<4 { #expect(svg.contains("id=\"f\(number)-")) }
    #expect(!svg.contains("id=\"f4-"))
    #expect(svg.contains("<title>old-faithful") && svg.contains("t = 5 (L "))
  }

  @Test func `the theme chooses the paper, and --dark is the dark one`() throws {
    let dark = try svg("iris --format svg --theme dark")
    #expect(dark.contains(".paper{fill:#121212}"))
    #expect(try svg("iris --format svg --dark") == dark)
    #expect(try svg("iris --format svg") == svg("iris --format svg --theme light"))
  }

  @Test func `a pane has all of the picture`() throws {
    for format in ["text", "ansi", "svg"] {
      let outcome = try emscope(
        "render", "iris", "--keys", "Space", "--pane", "numbers", "--size", "40x4", "--format",
        format)
      #expect(outcome.status == 0 && outcome.output.contains("log-likelihood"))
    }
  }

  @Test(arguments: [
    ["--frames", "x"], ["--frames", ""], ["--frames", "-1"], ["--frames", "1 2 begin"],
    ["--pane", "nope"], ["--pane", ""], ["--animate", "--format", "text"],
    ["--animate", "--format", "ansi"], ["--pane", "plot", "--animate"],
    ["--pane", "plot", "--frames", "1"], ["--theme", "blue"],
  ])
  func `what makes no sense is said, with status 2`(arguments: [String]) throws {
    try RefusalTests().expectSentence(["render", "iris"] + arguments, status: 2)
  }

  @Test(arguments: [
    ["--size", "60x15"], ["--size", "59x16", "--format", "svg"], ["--frames", "0 100000"],
    ["--frames", "0 1 2 3", "--size", "30x12"], ["--frames", "99999999999999999"],
    ["--animate", "--frames", "0 5000"],
  ])
  func `what the run or the size doesn't have is said, with status 1`(arguments: [String]) throws {
    try RefusalTests().expectSentence(["render", "iris"] + arguments, status: 1)
  }

  @Test func `a wrong name is answered with those there are`() throws {
    #expect(try emscope("render", "iris", "--pane", "qqqqqqqq").error.contains("plot, bound"))
    #expect(try emscope("render", "iris", "--pane", "tabel").error.contains("'table'"))
  }
}
