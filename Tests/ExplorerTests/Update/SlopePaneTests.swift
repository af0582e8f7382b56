import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import Explorer

@Suite struct `The slopes of the M-step` {
  /// The pane beside the plot.
  private func pane(of state: AppState) -> [String] {
    (1..<21).map { String(state.row($0).dropFirst(42)) }
  }

  @Test(arguments: FuzzSeed.usual(1, 2, 3))
  func `are not 0 at the old θ and 0 at the new one, in the numbers of the engine`(
    seed: UInt64
  ) async throws {
    var state = try AppState.clouds(RunRecipe(components: 3, seed: seed))
    await state.press("e 4 Tab Down")
    let step = try state.maximizationStep.get()
    let gradient = step.gradient
    let rows = pane(of: state)
    #expect(rows[0] == "M-step θ⁽⁰⁾ → θ⁽¹⁾, next")
    #expect(rows[1].hasPrefix("▲ 2") && rows[1].hasSuffix("old θ     new θ"))
    let group = try #require(gradient.groups.first { $0.component == 1 })
    let shown = rows[2..<(2 + group.slopes.count)].map { $0.split(separator: " ") }
    for (change, words) in zip(group.slopes, shown) {
      #expect(words.last == "0", "\(words)")
      let before = try #require(
        words.last { $0 != "0" && $0 != "≈" }.flatMap {
          Double($0.replacing("−", with: "-"))
        })
      #expect(
        abs(before - change.before.value) <= 0.006 * abs(change.before.value) + 0.05,
        "\(words), \(change.before)")
    }
    let weights = try #require(gradient.weights)
    #expect(rows.contains("∂F/∂πₖ + β = Nₖ/πₖ − N  (β = −N)"))
    for (k, change) in weights.enumerated() {
      let row = try #require(
        rows.last { $0.contains("\(k + 1)  ") && $0.contains(gradient.masses[k].fixed(2)) })
      #expect(row.hasSuffix(" 0"), "\(row)")
      if change?.before.isZero ?? true { continue }
      let words = row.split(separator: " ").filter { $0 != "≈" }
      let shown = try #require(Double(words[words.count - 2].replacing("−", with: "-")))
      #expect(abs(shown - (try #require(change).before.value)) <= 0.51, "\(row)")
    }
  }

  @Test func `are dashes before there is a q, and stay once the step is taken`() async throws {
    var state = try AppState.clouds()
    await state.press("4 Tab")
    #expect(pane(of: state)[2].hasSuffix("–         –"))
    #expect(state.shows("no q yet: the E-step makes it"))
    await state.press("e")
    let ahead = pane(of: state).dropFirst()
    await state.press("e")
    #expect(state.shows("M-step θ⁽⁰⁾ → θ⁽¹⁾, done"))
    #expect(pane(of: state).dropFirst() == ahead)
    await state.press("Tab")
    #expect(state.shows("new     was") && !state.shows("new θ"))
  }

  @Test(arguments: ModelKind.all.map(\.name), [(80, 24), (60, 16), (200, 60)])
  func `are told of every model, with its own words`(
    name: String, size: (Int, Int)
  ) async throws {
    let kind = try #require(ModelKind.named(name))
    for structure in kind.structures.isEmpty ? [.full] : kind.structures {
      var state = try AppState.clouds(
        RunRecipe(kind: kind, structure: structure, components: 4),
        size: Size(width: size.0, height: size.1))
      await state.press("Space e 4 Tab")
      #expect(state.shows("new θ") && !state.shows("NaN"))
      switch kind {
      case .kMeans: #expect(state.shows("−∂J/∂μₖ") && !state.shows("β"))
      case .dial: #expect(state.shows("πₖ = 1/K is held"))
      case .lines: #expect(state.shows("∂F/∂bₖ"))
      default:
        #expect(state.shows("∂F/∂μₖ"))
        if size.1 > 16 { #expect(state.shows("β = −N")) }
      }
      if structure == .tied { #expect(state.shows("∂F/∂Σ⁻¹")) }
    }
  }

  @Test func `have no N but W where points have weights`() async throws {
    var state = try AppState.weightedClouds()
    await state.press("e 4 Tab")
    #expect(state.shows("Nₖ/πₖ − W  (β = −W)") && state.shows("Σ wₙqₖₙ(xₙ−μₖ)"))
  }

  @Test func `are not those of F under a prior, and say what the prior adds`() async throws {
    var recipe = RunRecipe(components: 3)
    recipe.prior = .standard
    var state = try AppState.clouds(recipe, size: Size(width: 100, height: 40))
    await state.press("e 4 Tab")
    #expect(state.shows("∂/∂μₖ") && !state.shows("∂F/∂μₖ"))
    #expect(state.shows("Σ qₖₙ(xₙ−μₖ)+p") && state.shows("p = κ(μ_P−μₖ)"))
    let step = try state.maximizationStep.get()
    let prior = try #require(step.prior)
    let q = step.expectation.responsibilities(over: step.points)
    let mean = step.target.shapes[0].centre
    let residuals = (0..<step.points.count).reduce(0) {
      $0 + q[$1, 0] * (step.points.xs[$1] - mean.x)
    }
    let pull = prior.kappa * (prior.mean.x - mean.x)
    #expect(abs(residuals) > 1e-3 && abs(residuals + pull) < 1e-9 * abs(residuals) + 1e-9)
    recipe.prior = .none
    state = try AppState.clouds(recipe, size: Size(width: 100, height: 40))
    await state.press("e 4 Tab")
    #expect(!state.shows("+p") && !state.shows("μ_P"))
  }

  @Test func `along a variance are named for it on a line`() async throws {
    var state = try AppState.onALine(RunRecipe(components: 2))
    await state.press("Space 4 Tab")
    let rows = pane(of: state)
    #expect(rows.contains { $0.hasPrefix("∂F/∂σₖ⁻² ") })
    #expect(!rows.contains { $0.contains("Σₖ⁻¹") || $0.contains(" xx ") || $0.contains(" x ") })
  }

  @Test func `of three components have room for what they mean, beside the triangle`() async throws
  {
    var state = try AppState.clouds(RunRecipe(components: 3, seed: 7))
    await state.press("Space 4 Tab")
    let text = pane(of: state).joined(separator: "\n")
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("○ old ● new") && words.contains("⣀"))
    for end in ["weighted", "sum to 0.", "= Sₖ/Nₖ.", "= N."] {
      #expect(words.contains(end), "\(text)")
    }
  }

  @Test func `of two, three and more weights have a segment, a triangle and bars`() {
    func text(_ before: [Double], _ after: [Double], _ height: Int) -> String {
      SimplexPicture(before: before, after: after, theme: Theme(colors: .none))
        .frame(size: Size(width: 30, height: height)).sketch
    }
    expectPicture(
      text([0.5, 0.5], [0.75, 0.25], 2),
      """
      π₁ + π₂ = 1   ○ old  ● new
      π₁=1 ├────●━━━━○────────┤ π₂=1
      """)
    expectPicture(
      text([0.25, 0.25, 0.25, 0.25], [0.5, 0.25, 0.15, 0.1], 5),
      """
      π of 0 to 1: █ new, │ old
      ● 1 ████│████            0.500
      ▲ 2 ████│                0.250
      ■ 3 ███ │                0.150
      ◆ 4 ██  │                0.100
      """)
    let triangle = text([0.6, 0.3, 0.1], [0.1, 0.1, 0.8], 8)
    #expect(triangle.contains("○") && triangle.contains("●"))
    // From near the first corner, at the lower left, to near the third, at the top.
    let rows = triangle.split(separator: "\n").map(Array.init)
    let (top, bottom) = (rows.prefix(4), rows.suffix(4))
    #expect(top.contains { $0.prefix(16).contains("●") } && triangle.contains("sum 1"))
    #expect(bottom.contains { $0.prefix(12).contains("○") }, "\(triangle)")
  }
}
