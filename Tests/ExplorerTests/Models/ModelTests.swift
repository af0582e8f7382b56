import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `Every model` {
  private func choose(_ kind: ModelKind, in state: inout AppState) async {
    await state.press("M Home" + String(repeating: " Down", count: kind.menuIndex) + " Enter")
  }

  @Test func `leaves everything as it is where it is chosen already`() async throws {
    var state = try AppState.clouds(RunRecipe(components: 3, rule: .kMeans))
    await state.press("Space Space")
    let place = state.place
    await choose(.gaussianMixture, in: &state)
    #expect(state.place == place)
    #expect(state.frame().text.contains("EM is the model on screen already"))
  }

  @Test(arguments: ModelKind.all.map(\.name).filter { $0 != "em" })
  func `is chosen in place, and its run goes on`(name: String) async throws {
    let kind = try #require(ModelKind.named(name))
    var state = try AppState.clouds(RunRecipe(components: 3, rule: .kMeans))
    await state.press("Space Space")
    await choose(kind, in: &state)
    #expect(state.recipe.kind.id == kind.id)
    #expect(state.session.course.count == 2)
    #expect(state.run.snapshot.iteration == 0)
    await state.press("G")
    #expect(state.run.snapshot.status == .converged)
    #expect(state.row(0).contains(kind.title))
    await state.press("x")
    #expect(state.recipe.kind.id == kind.id && state.session.course.count == 1)
  }

  @Test(arguments: ModelKind.all.map(\.name))
  func `can be seen in every view, at every half-step`(name: String) async throws {
    let kind = try #require(ModelKind.named(name))
    for size in [Size(width: 80, height: 24), Size(width: 140, height: 40)] {
      var state = try AppState.clouds(
        RunRecipe(kind: kind, components: 3, rule: .kMeans), size: size)
      for keys in ["", "e", "e", "Space", "f"] {
        await state.press(keys)
        for view in View.all where view.work == nil {
          try state.show(view)
          let text = state.frame().text.lowercased()
          #expect(!text.contains("nan") && !text.contains("inf "), "\(name) \(view)")
          #expect(state.frame().size == size)
        }
      }
    }
  }

  @Test func `is told of in full while it is selected in the menu`() async throws {
    var state = try AppState.clouds()
    await state.press("M Home")
    for kind in ModelKind.all {
      let words = state.frame().text.split(whereSeparator: \.isWhitespace)
      for word in kind.summary.split(separator: " ") { #expect(words.contains(word)) }
      await state.press("Down")
    }
  }

  @Test func `that follows the dial has a structure of its own`() async throws {
    var state = try AppState.clouds()
    await state.press("< <")
    await choose(.gaussianMixture, in: &state)
    #expect(state.recipe.structure == .full)
    #expect(state.row(0).contains("EM full K=3"))
  }

  private func isDots(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { (0x2801...0x28FF).contains($0.value) }
  }

  @Test func `of lines is drawn as lines`() async throws {
    let points = PointSet(
      (0..<40).map { n in
        let (x, noise) = (Double(n / 2), Double(n % 5) / 10)
        return Point(x: x, y: (n % 2 == 0 ? x : 20 - x) + noise)
      })
    let data = DataSet(name: "crossing", points: points, xName: "x", yName: "y")
    var state = try AppState(
      data: data, recipe: RunRecipe(kind: .lines, components: 2, rule: .principalAxis))
    await state.press("G b")
    let plot = try #require(state.layout.plot)
    let outlines = (0..<20).map { y in
      state.frame().row(y).prefix(plot.size.width).count { isDots($0.character) }
    }
    #expect(outlines.count { $0 > 1 } > 12)
    #expect(state.shows("πₖ    slope       sd"))
  }

  @Test func `with noise counts the noise as one component more, placed nowhere`() async throws {
    var state = try AppState.clouds(RunRecipe(kind: .noise, components: 3, rule: .kMeans))
    await state.press("G")
    #expect(state.run.model.componentCount == 4)
    #expect(state.shows("uniform    noise"))
    await state.press("a")
    #expect(try #require(state.hand).draft.means.count == 3)
  }
}

extension ModelKind {
  fileprivate var menuIndex: Int { ModelKind.all.firstIndex { $0.id == id } ?? 0 }
}
