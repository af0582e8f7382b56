import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `What is happening` {
  @Test func `is said for each half-step, with its numbers and what comes next`() async throws {
    var state = try AppState.clouds()
    await state.press("e")
    #expect(state.row(22).hasPrefix("E: responsibilities of 120 points, F = L; next: M, refit"))
    await state.press("e")
    let gain = try #require(Ledger(of: state.run.past, latest: 1).entries[0].objectiveGain)
    #expect(state.row(22).hasPrefix("M raised L by \(gain.fixed(4)); next: E, ask"))
    await state.press("e")
    #expect(state.row(22).hasPrefix("E raised F by "))
    #expect(state.row(22).hasSuffix("next: M, refit θ weighted by q"))
    await state.press("m e")
    #expect(state.row(22).hasPrefix("E assigned every point; next: M, move each centre"))
    await state.press("e")
    #expect(state.row(22).hasPrefix("M lowered J by "))
  }

  @Test func `gives way to what comes next where there is no room for both`() async throws {
    var state = try AppState.clouds(size: Size(width: 60, height: 20))
    await state.press("Space")
    #expect(state.row(18) == "next: E, ask which component each point came from")
  }

  @Test func `is written as a formula on demand, in either spelling`() async throws {
    var state = try AppState.clouds()
    await state.press("f")
    #expect(state.row(19).hasPrefix("→ E  qₖₙ⁽ᵗ⁾ = πₖ⁽ᵗ⁾ N(xₙ|μₖ⁽ᵗ⁾,Σₖ⁽ᵗ⁾) / Σⱼ"))
    #expect(state.row(20).hasPrefix("  M  πₖ⁽ᵗ⁺¹⁾ = Nₖ / N"))
    await state.press("e")
    #expect(state.row(20).hasPrefix("→ M  πₖ⁽ᵗ⁺¹⁾ = Nₖ / N"))
    await state.press("f")
    #expect(!state.shows("πₖ⁽ᵗ⁺¹⁾"))
    var plain = try AppState.clouds(capabilities: Capabilities(unicode: false))
    await plain.press("f")
    #expect(plain.row(19).hasPrefix("-> E q_kn = pi_k N(x_n|mu_k,Sigma_k) / sum_j"))
  }

  @Test func `fits the screen as a formula, for every model and structure`() {
    for kind in ModelKind.all {
      for structure in kind.structures.isEmpty ? [.full] : kind.structures {
        for (unicode, isWeighted) in [(true, false), (false, false), (true, true), (false, true)] {
          let formulas = Formulas(
            RunRecipe(kind: kind, structure: structure),
            Notation(unicode: unicode, isWeighted: isWeighted))
          let lines = [formulas.expectation] + formulas.maximization
          #expect(lines.count <= 3)
          #expect(!lines.contains { $0.contains("argmax") }, "\(kind.name) has its own M-step")
          for line in lines { #expect(DisplayWidth.of(line) <= 75, "\(line)") }
          if !unicode {
            let isPlain = lines.allSatisfy { $0.allSatisfy(\.isASCII) }
            #expect(isPlain)
          }
        }
      }
    }
  }

  @Test func `says of points with weights what they count, and W for N, for every model`() {
    for kind in ModelKind.all {
      for structure in kind.structures.isEmpty ? [.full] : kind.structures {
        for unicode in [true, false] {
          let formulas = Formulas(
            RunRecipe(kind: kind, structure: structure),
            Notation(unicode: unicode, isWeighted: true))
          let all = ([formulas.expectation] + formulas.maximization).joined(separator: " ")
          let weight = unicode ? "wₙ" : "w_n"
          #expect(all.contains(weight) || all.contains("weighted mean"), "\(kind.name)")
          #expect(!all.contains(unicode ? "/ N " : "/ N,") && !all.contains("Nₖ / N"))
          #expect(!all.contains("Σₙ qₖₙ") && !all.contains("sum_n q_kn"), "\(all)")
        }
      }
    }
  }

  @Test func `is a regression for lines, a weighted mean for heavy tails`() throws {
    let lines = try #require(ModelKind.named("lines"))
    let student = try #require(ModelKind.named("student-t"))
    let letters = Notation(unicode: true)
    #expect(
      Formulas(RunRecipe(kind: lines, structure: .full), letters).maximization[1]
        == "bₖ = Σₙ qₖₙ (xₙ−rₖ)(yₙ−cₖ) / Σₙ qₖₙ (xₙ−rₖ)²,  sₖ² = Σₙ qₖₙ (yₙ−ŷₖₙ)² / Nₖ")
    #expect(
      Formulas(RunRecipe(kind: student, structure: .full), letters).maximization == [
        "πₖ⁽ᵗ⁺¹⁾ = Nₖ / N;  to convergence: wₖₙ = qₖₙ⁽ᵗ⁾ (ν+2) / (ν+δₖₙ²),",
        "μₖ = Σₙ wₖₙ xₙ / Σₙ wₖₙ,  Σₖ = Σₙ wₖₙ (xₙ−μₖ)(xₙ−μₖ)ᵀ / Σₙ wₖₙ",
      ])
  }

  @Test func `leaves the points of the noise out of what the Gaussians share`() throws {
    let noise = try #require(ModelKind.named("noise"))
    let letters = Formulas(RunRecipe(kind: noise, structure: .tied), Notation(unicode: true))
    #expect(letters.maximization[1].hasPrefix("Σ⁽ᵗ⁺¹⁾ = Σₖ Sₖ / (N−N₃)"))
    let plain = Formulas(
      RunRecipe(kind: noise, structure: .sharedSpherical), Notation(unicode: false))
    #expect(plain.maximization[1].hasPrefix("sigma^2 = sum_k tr S_k / 2(N-N_3)"))
  }

  @Test func `includes where L is going, beside bars that stay in place`() async throws {
    var state = try AppState.clouds(RunRecipe(components: 3, seed: 7))
    var isForecast = false
    var ends: Set<String> = []
    while state.run.snapshot.status == .running {
      await state.press("Space")
      isForecast = isForecast || state.row(21).contains(/to −[\d.]+, each ×0\./)
      ends.insert(String(state.row(21).prefix(15).suffix(1)))
    }
    #expect(isForecast)
    #expect(state.row(21).hasSuffix("nats"))
    #expect(ends == [" "])
  }
}
