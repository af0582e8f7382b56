import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import Explorer

@Suite struct `The pages of formulas` {
  @Test func `are this model's, the general ones, the lecture's, none, and each names the next`()
    async throws
  {
    var state = try AppState.clouds()
    await state.press("e f")
    #expect(state.screen.formulas == .model && state.layout.formulas.size.height == 8)
    #expect(state.row(14).hasPrefix("formulas 1 of 3, this model: EM full K=3, point "))
    #expect(state.row(14).hasSuffix("f: EM in general"))
    await state.press("f")
    #expect(state.row(14).hasPrefix("formulas 2 of 3, EM in general"))
    #expect(state.row(14).hasSuffix("f: the lecture's form"))
    #expect(state.shows("θ⁽ᵗ⁺¹⁾ = argmax Σₙ E_p(zₙ|xₙ,θ⁽ᵗ⁾) [log p(xₙ,zₙ|θ)]"))
    await state.press("f")
    #expect(state.row(14).hasPrefix("formulas 3 of 3, the lecture's form: the very model at hand"))
    #expect(state.row(14).hasSuffix("f: no formulas"))
    await state.press("f")
    #expect(state.screen.formulas == nil && !state.shows("formulas"))
    await state.press("U")
    #expect(state.screen.formulas == .lecture)
    await state.press("U U R")
    #expect(state.screen.formulas == .general)
  }

  /// All kinds with all structures, with and without a prior, weights and letters.
  private static var cases: [(RunRecipe, Notation)] {
    ModelKind.all.flatMap { kind in
      (kind.structures.isEmpty ? [.full] : kind.structures).flatMap { structure in
        PriorChoice.allCases.flatMap { prior in
          [(true, false), (false, false), (true, true), (false, true)].map {
            var recipe = RunRecipe(kind: kind, structure: structure, components: 3)
            recipe.prior = prior
            return (recipe, Notation(unicode: $0, isWeighted: $1))
          }
        }
      }
    }
  }

  @Test func `have lines that fit 80 columns, for every model and structure`() {
    for (recipe, notation) in Self.cases {
      let own = LikelihoodFormulas(recipe, notation)
      let pages = [GeneralFormulas.general(notation), .lecture(notation.unicode)]
      let lines =
        [own.incomplete, own.complete]
        + pages.flatMap { [$0.likelihood, $0.bound, $0.expectation] + $0.maximization }
      for line in lines {
        #expect(DisplayWidth.of(line) <= 75, "\(line)")
        let isPlain = notation.unicode || line.allSatisfy(\.isASCII)
        #expect(isPlain, "\(line)")
      }
      let weight = notation.unicode ? "wₙ" : "w_n"
      #expect(own.incomplete.contains(weight) == notation.isWeighted, "\(own.incomplete)")
      #expect(own.complete.contains(weight) == notation.isWeighted, "\(own.complete)")
    }
  }

  @Test func `differ from model to model where the models do`() {
    let letters = Notation(unicode: true)
    var seen: [String: String] = [:]
    for (recipe, notation) in Self.cases where notation == letters {
      let own = LikelihoodFormulas(recipe, notation)
      let formulas = Formulas(recipe, notation)
      let text = ([own.incomplete, own.complete, formulas.expectation] + formulas.maximization)
        .joined(separator: "\n")
      let name = recipe.modelText
      #expect(seen[text] == nil || seen[text] == name, "\(name) and \(seen[text] ?? "")")
      seen[text] = name
    }
    #expect(seen.count == 5 + 5 + 5 + 4)
  }

  /// Every number in a text.
  private func numbers(_ text: String) -> [Double] {
    text.matches(of: /[−-]?\d+(?:\.\d+)?(?:e-?\d+)?/).compactMap {
      Double($0.output.replacing("−", with: "-"))
    }
  }

  @Test(arguments: ModelKind.all.map(\.name), FuzzSeed.usual(1, 2, 3))
  func `have the numbers of the point at hand`(name: String, seed: UInt64) async throws {
    let kind = try #require(ModelKind.named(name))
    var recipe = RunRecipe(kind: kind, components: 2, seed: seed)
    if let first = kind.structures.first { recipe.structure = first }
    var state = try AppState.clouds(recipe, size: Size(width: 120, height: 30))
    await state.press("Space e e f")
    let (n, run) = (state.inspected, state.run)
    let terms = BayesTerms(of: run.points[n], under: run.model)
    let point = try #require(state.formulaPane.point)
    let line = try #require(point.incomplete(width: 115))
    #expect(state.shows(line), "\(line)")
    let shown = numbers(line)
    #expect(shown.first == Double(n + 1))
    guard kind != .kMeans else {
      let least = terms.rows.map { -$0.logJoint }.min() ?? 0
      #expect(abs((shown.last ?? 0) - least) <= 1e-3 * least, "\(line)")
      return
    }
    for (row, number) in zip(terms.rows, shown.dropFirst()) {
      #expect(abs(row.joint - number) <= 0.006 * row.joint, "\(line)")
    }
    #expect(abs((shown.last ?? 0) - terms.logEvidence) <= 5e-5 * 1.01, "\(line)")
    let complete = try #require(point.complete(width: 115))
    #expect(state.shows(complete))
    let bound = try #require(point.bound(width: 115))
    await state.press("f")
    #expect(state.shows(bound))
    let q = try #require(run.responsibilities(of: n))
    let values = numbers(bound).dropFirst()
    #expect(abs((values.first ?? 0) - terms.logLikelihood) <= 5.1e-5)
    if values.count > 1 {
      #expect(abs(values.dropFirst().first! - terms.lowerBound(under: q)) <= 5.1e-5, "\(bound)")
    }
  }

  @Test func `say whose q it is, in every state`() async throws {
    var state = try AppState.clouds()
    await state.press("f f")
    #expect(state.shows("no q yet, E makes it"))
    let old = "still of the θ before M"
    for _ in 0..<3 {
      await state.press("e")
      #expect(state.shows(": q = ") && !state.shows(old))
      await state.press("e")
      #expect(state.shows(": q = ") && state.shows(old))
    }
  }

  @Test func `say of a label that was told that it is, and of a weight what it counts`()
    async throws
  {
    var state = try await AppState.labelledClouds().after("Y Y e 3 Home f")
    let told = try #require(state.formulaPane.point)
    #expect(told.incomplete(width: 75)?.contains(" is told: log ") ?? false)
    state = try AppState.weightedClouds()
    await state.press("e f")
    let n = state.inspected
    let weight = try #require(state.run.points.weights?[n])
    let line = try #require(state.formulaPane.point?.incomplete(width: 90))
    #expect(line.hasPrefix("n=\(n + 1): \(weight.significant(6)) × log("), "\(line)")
  }

  @Test(arguments: [60, 80, 100, 200], [16, 24, 30, 60])
  func `are whole at every size, in letters and in ASCII`(width: Int, height: Int) async throws {
    for kind in ModelKind.all {
      for unicode in [true, false] {
        var state = try AppState.clouds(
          RunRecipe(kind: kind, structure: kind.structures.first ?? .full, components: 5),
          size: Size(width: width, height: height), capabilities: Capabilities(unicode: unicode))
        await state.press("e")
        for page in FormulaPage.allCases {
          await state.press("f")
          let rect = state.layout.formulas
          let text = state.screen.shown { state.formulaPane.frame(size: rect.size) }.text
          let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
          #expect(lines.first?.hasPrefix("formulas \(page.place)") ?? false, "\(text)")
          #expect(lines.first?.contains("f: ") ?? false, "\(text)")
          // At 60 columns the longest updates are cut, as ever.
          #expect(width < 80 || !text.contains("…\n") && !text.contains("~"), "\(text)")
          #expect(lines.contains { $0.contains(unicode ? "→ " : "-> ") }, "\(text)")
        }
      }
    }
  }

  @Test func `mark the point in the plot, of which the numbers are`() async throws {
    var state = try AppState.clouds()
    await state.press("e")
    #expect(state.plotPane.chosen == nil)
    await state.press("f")
    #expect(state.plotPane.chosen == state.run.points[state.inspected])
    await state.press("3 Tab")
    let number = state.inspected + 1
    #expect(state.shows("point \(number) of 120") && state.shows("n=\(number): log("))
    await state.press("f f")
    await state.press("1")
    #expect(state.plotPane.chosen == nil)
  }

  @Test func `have the step of another algorithm in this model's page alone`() async throws {
    var recipe = RunRecipe(components: 3)
    recipe.algorithm = try #require(Climber.all.first { $0.title.contains("SQUAREM") })
    var state = try AppState.clouds(recipe)
    await state.press("e f")
    #expect(state.shows("→ S  SQUAREM") && !state.shows("  M  "))
    await state.press("f")
    #expect(state.shows("  M  θ⁽ᵗ⁺¹⁾ = argmax") && !state.shows("→ M"))
  }
}
