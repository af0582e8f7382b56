import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import Explorer

@Suite struct `The bound view` {
  @Test func `shows the touch, the top of F and the gap that the M-step opens`() async throws {
    var state = try AppState.clouds(RunRecipe(components: 3, seed: 7))
    await state.press("2 e")
    #expect(state.shows("L and F along the line θ⁽⁰⁾ → θ⁽¹⁾"))
    #expect(state.shows("● here, they touch") && state.shows("▲ top of F, where M goes"))
    await state.press("e")
    #expect(state.shows("◆ they touch") && state.shows("● here"))
    let gap = try #require(state.run.snapshot.gap)
    #expect(state.shows("KL \(gap.significant(4))"))
    #expect(state.row(17).hasPrefix("half-step            L            F         KL"))
    // The figure has the larger part, and the axis names θ.
    #expect(state.row(15).contains("θ⁽⁰⁾") && state.row(15).contains("θ⁽¹⁾"))
  }

  @Test func `has no bound before the first E-step, and says so`() async throws {
    var state = try AppState.clouds()
    await state.press("2")
    #expect(state.shows("no bound yet: the E-step makes one that touches at ●"))
    #expect(!state.shows("▲ top of F"))
    #expect(state.row(18).hasPrefix("start"))
    #expect(state.row(18).hasSuffix("–          –          –          –          –"))
  }

  @Test func `stays the same picture while the run moves from one end to the other`() async throws {
    var state = try AppState.clouds()
    await state.press("2 Space e")
    let before = (1...15).map { state.row($0) }.filter { !$0.contains("━━") }
    await state.press("e")
    let after = (1...15).map { state.row($0) }.filter { !$0.contains("━━") }
    let marks: Set<Character> = ["●", "◆", "▲", "┊"]
    let isPlain = { (character: Character) in
      !marks.contains(character) && !character.isNumber && !"KL.".contains(character)
    }
    let differences = zip(before, after).filter { $0.filter(isPlain) != $1.filter(isPlain) }
    #expect(differences.count <= 4, "only marks move")
    #expect(before[0] == after[0])
  }

  @Test func `leaves a line of the ledger in its place until the rows are full`() async throws {
    var state = try AppState.clouds()
    var before: [Substring] = []
    var turns = 0
    for count in 1...40 {
      let pane = LedgerPane(past: state.run.past, theme: state.screen.theme)
      let lines = pane.frame(size: Size(width: 9, height: 12)).text.split(separator: "\n")
        .dropFirst(2).filter { $0.contains { $0 != " " } }
      if count <= 10 || lines.dropLast() == before[...] {
        #expect(lines.count == (before + [""]).count)
      } else {
        turns += 1
        #expect(lines.count == 6 && lines.dropLast() == before.suffix(5)[...])
      }
      before = lines
      await state.press("e")
    }
    #expect(turns == 6)
  }

  @Test(arguments: [ModelKind.gaussianMixture, .kMeans, .dial].map(\.name))
  func `has two curves with a common top when the run has converged`(name: String) async throws {
    let kind = try #require(ModelKind.named(name))
    var state = try AppState.clouds(RunRecipe(kind: kind, components: 3, seed: 7))
    await state.press("2 G e")
    #expect(state.shows("no gain left"))
    #expect(!state.shows("NaN") && !state.shows("inf"))
    let figure = (3...15).map { state.row($0) }
    let isDrawn = { (row: String) in row.contains { ("\u{2801}"..."\u{28FF}").contains($0) } }
    #expect(figure.filter(isDrawn).count >= 8)
    // No number of the axis needs more digits than the screen has room for.
    #expect(figure.allSatisfy { $0.prefix(8).filter(\.isNumber).count <= 6 })
  }

  @Test(arguments: FuzzSeed.usual(1, 2, 3))
  func `has its marks on its curves, at every size and along every line`(seed: UInt64) async throws
  {
    let glyphs: Set<Character> = ["●", "◆", "▲"]
    for size in [Size(width: 80, height: 24), Size(width: 60, height: 16)] {
      var state = try AppState.clouds(RunRecipe(components: 3, seed: seed), size: size)
      await state.press("2 e")
      for keys in ["", "e", "e", "e", "G"] {
        await state.press(keys)
        for _ in 0..<7 {
          let frame = state.frame()
          for y in 3..<size.height - 6 {
            let row = frame.row(y).map(\.character)
            for x in row.indices where glyphs.contains(row[x]) {
              // The curve goes on beside the mark, or above and below it where it is steep.
              let around = [(-1, 0), (1, 0), (-1, -1), (1, 1), (-1, 1), (1, -1), (0, 1), (0, -1)]
                .map { frame[x + $0.0, y + $0.1].character }
              let isOnCurve = around.contains {
                ("\u{2801}"..."\u{28FF}").contains($0) || glyphs.contains($0)
              }
              #expect(isOnCurve, "\(frame.text)")
            }
          }
          await state.press("Tab")
        }
      }
    }
  }

  @Test(arguments: FuzzSeed.usual(1, 2, 3))
  func `has L in one piece over F, through the middle of the mark where they touch`(
    seed: UInt64
  ) async throws {
    for size in [Size(width: 80, height: 24), Size(width: 110, height: 32)] {
      var state = try AppState.clouds(RunRecipe(components: 3, seed: seed), size: size)
      await state.press("2 e")
      for keys in ["", "e", "e", "Space Space", "G"] {
        await state.press(keys)
        let picture = Touch(state.frame(), state.screen.theme, rows: 3..<size.height - 6)
        let gaps = picture.gaps
        #expect(gaps.isEmpty, "columns \(gaps)\n\(state.frame().text)")
        let isMet = picture.isMet
        #expect(isMet, "\(state.frame().text)")
      }
    }
  }

  @Test func `can lead along the move of one block, in either direction`() async throws {
    var state = try AppState.clouds(RunRecipe(components: 2, seed: 7))
    await state.press("2 e")
    #expect(state.shows("◂ [all θ] mean 1 mean 2 Σ₁ Σ₂ ▸"))
    await state.press("Tab")
    #expect(state.shows("L and F along the move of mean 1, the rest of θ held"))
    #expect(state.shows("◂ all θ [mean 1] mean 2 Σ₁ Σ₂ ▸") && state.shows("F, a parabola"))
    #expect(state.shows("◆ they touch") && state.shows("● L there") && state.shows("KL "))
    await state.press("BTab BTab")
    #expect(state.shows("the move of Σ₂") && !state.shows("parabola"))
    await state.press("m")
    #expect(state.shows("◂ [all θ] mean 1 mean 2 ▸"))
  }

  @Test func `keeps the larger part of any height for the figure`() async throws {
    for height in 16...60 {
      var state = try AppState.clouds(size: Size(width: 100, height: height))
      await state.press("2 Space")
      let rows = (0..<height).filter { state.row($0).contains("│") || state.row($0).contains("┤") }
      #expect(rows.count * 2 >= height - 9, "\(height): \(rows.count)")
    }
  }

  @Test func `is J and its two half-steps in the hard limit`() async throws {
    var state = try AppState.clouds()
    await state.press("2 m e e")
    #expect(state.shows("J and J(q) along the line θ⁽⁰⁾ → θ⁽¹⁾"))
    #expect(state.shows("least J(q), where M goes"))
    #expect(state.shows("The ledger: J = J(q) − excess"))
    #expect(state.row(20).hasPrefix("M 1"))
  }

  @Test func `says why there is no line when a component collapses`() async throws {
    let data = DataSet(
      name: "two places", points: PointSet(xs: [0, 0, 0, 9, 9, 9.1], ys: [0, 0, 0, 9, 9.1, 9]),
      xName: "x", yName: "y")
    var state = try AppState(data: data, recipe: RunRecipe(components: 2, seed: 1))
    await state.press("2 G Escape")
    #expect(state.shows("collapsed"))
    #expect(state.shows("No M-step, so no line to draw"))
    #expect(state.shows("The ledger: L = F + KL"))
  }

  @Test func `stands beside the plot on a wide screen, without a key`() async throws {
    var state = try AppState.clouds(size: Size(width: 200, height: 60))
    await state.press("Space")
    #expect(state.shows("L and F along the line θ⁽⁰⁾ → θ⁽¹⁾"))
    #expect(state.shows("The ledger: L = F + KL"))
    #expect(state.shows("north"))
  }

  @Test func `can be read in ASCII`() async throws {
    var state = try AppState.clouds(capabilities: Capabilities(unicode: false))
    await state.press("2 Space")
    #expect(state.shows("L and F along the line theta(0) -> theta(1)"))
    let isPlain = state.frame().text.allSatisfy(\.isASCII)
    #expect(isPlain)
  }
}

/// L and the mark where F touches it, as they are read from a picture.
private struct Touch {
  private let frame: Frame
  private let rows: Range<Int>
  private let line: Style
  /// Where the mark of the touch is.
  private let mark: Position?

  init(_ frame: Frame, _ theme: Theme, rows: Range<Int>) {
    (self.frame, self.rows, line) = (frame, rows, theme.style(.likelihood))
    let cells = rows.flatMap { y in (0..<frame.size.width).map { Position(x: $0, y: y) } }
    mark =
      cells.first { frame[$0].character == "◆" } ?? cells.first { frame[$0].character == "●" }
  }

  /// The rows of dots that L has in a column of dots.
  private func heights(_ column: Int) -> [Int] {
    rows.flatMap { y -> [Int] in
      let cell = frame[column / 2, y]
      let value = cell.character.unicodeScalars.first?.value ?? 0
      guard (0x2801..<0x2900).contains(value), cell.style == line else { return [] }
      let dots = UInt8(value - 0x2800) & ~cell.covered.dots
      let bits: [UInt8] = column % 2 == 0 ? [1, 2, 4, 64] : [8, 16, 32, 128]
      return bits.indices.filter { dots & bits[$0] != 0 }.map { 4 * y + $0 }
    }
  }

  /// The columns of dots between the ends of L where it has none and no mark covers it.
  var gaps: [Int] {
    let marks: Set<Character> = ["●", "◆", "▲", "┊"]
    let drawn = (0..<2 * frame.size.width).filter { !heights($0).isEmpty }
    guard let first = drawn.first, let last = drawn.last else { return [] }
    return (first...last).filter { column in
      heights(column).isEmpty && !rows.contains { marks.contains(frame[column / 2, $0].character) }
    }
  }

  /// Whether the middle of the mark lies between the heights of L on both sides, to a dot and a half.
  var isMet: Bool {
    guard let mark else { return false }
    let (left, right) = (heights(2 * mark.x - 1), heights(2 * mark.x + 2))
    guard !left.isEmpty, !right.isEmpty, let low = (left + right).max(),
      let high = (left + right).min()
    else { return true }
    let middle = 4 * Double(mark.y) + 1.5
    return middle >= Double(high) - 1.5 && middle <= Double(low) + 1.5
  }
}
