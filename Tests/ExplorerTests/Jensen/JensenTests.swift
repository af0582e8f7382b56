import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import Explorer

@Suite struct `The view of Jensen's inequality` {
  /// A number of the table, by its name at the beginning of a line of the pane.
  private func value(_ name: String, _ state: AppState) -> Double? {
    let text = state.jensenText.replacing("−", with: "-")
    guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix(name) }) else {
      return nil
    }
    return line.split(separator: " ").last.flatMap { Double($0) }
  }

  private func small(_ q: [Double], pulled: (Int, Double)? = nil, after step: HalfStep)
    throws -> JensenPane
  {
    let point = Point(x: 3, y: 2)
    var run = Run(of: PlotPane.smallMixture, over: PointSet([point]))
    run.halfStep()
    var snapshot = run.snapshot
    snapshot.next = step == .expectation ? .maximization : .expectation
    snapshot.bound = snapshot.objective - 0.25
    let terms = try #require(JensenTerms(of: point, under: PlotPane.smallMixture, q: q))
    return JensenPane(
      number: 4, count: 10, snapshot: snapshot, isKnown: false,
      table: JensenTable(
        terms: terms, pulled: pulled.map { terms.pulling($0.0, to: $0.1) }, held: pulled?.0,
        snapshot: snapshot, theme: Theme(colors: .none)), theme: Theme(colors: .none))
  }

  @Test func `draws the log of the mean above the mean of the logs`() throws {
    expectPicture(
      try small([0.5, 0.5], after: .maximization).frame(size: Size(width: 76, height: 20)).sketch,
      """
      Jensen at one point: the log of the mean lies above the mean of the logs
      point 5 of 10   q is from before M
              │ log r
              │                           ⣀⡠●⠒⠊⠉    k     qₖₙ       rₖ    log rₖ
              │                     ⢀⣀⠤⠒⠊⠉ ⠊      ● 1   0.500   0.0102   −4.5813
              │                  ⣀⠤⠚⠁  ⢀⠔⠂        ▲ 2   0.500   0.0006   −7.4074
      −5.2169 ┤     log Σ q r⣀┬⠒⠉    ⢀
              │            ⡔⠊ ┊     ⠔⠁            log Σ q r              −5.2169
              │         ⢀⠔⠊   ┊  ⡠⠄               Σ q log r              −5.9943
              │       ⢀⠔⠁     ┊ ⠈                 gap = KLₙ               0.7775
      −5.9943 ┤      ⡠⠃      ⡠┴ Σ q log r
              │    ⢀⠜      ⡀                      Σₙ KLₙ, all points      0.2500
              │    ⡎     ⠠⠊
              │   ⢠⠃   ⡠                          The rₖ differ, so the bound is
              │   ⡎   ⠊                           loose here. E makes every rₖ
              │  ⢸ ⡠⠂                             the same number p(xₙ): then
              │  ▲⠈                               the marks meet on the curve,
              │ ⢰⠁                  r = p(x,k)/q  and the gap is 0.
              └──┬────────────┬─────────────┬───
                r₂          p(xₙ)          r₁
      """)
  }

  @Test func `shows the numbers of the drawing at the widest gap`() async throws {
    let recipe = RunRecipe(components: 3)
    var state = try AppState.clouds(recipe)
    await state.press("Space V J")
    let run = state.run
    let q = try #require(run.posterior?.responsibilities(over: run.points))
    let gaps = JensenTerms.gaps(of: q, under: run.model, over: run.points)
    let widest = try #require(gaps.indices.max { gaps[$0] < gaps[$1] })
    #expect(state.inspected == widest && state.shows("point \(widest + 1) of 120"))
    let terms = try #require(state.jensenTerms(of: widest))
    #expect(abs((value("log Σ q r", state) ?? 0) - terms.logOfMean) < 6e-5)
    #expect(abs((value("Σ q log r", state) ?? 0) - terms.meanOfLogs) < 6e-5)
    #expect(abs((value("gap = KLₙ", state) ?? 0) - gaps[widest]) < 6e-5)
    #expect(abs((value("Σₙ KLₙ, all", state) ?? 0) - gaps.reduce(0, +)) < 6e-5)
    #expect(state.shows("The rₖ differ"))
  }

  @Test func `goes to the widest gap, then to the next, and around`() async throws {
    var state = try AppState.clouds(RunRecipe(components: 3), size: Size(width: 100, height: 30))
    await state.press("Space V J Tab Tab Tab u")
    var gaps: [Double] = []
    for _ in 0..<6 {
      gaps.append(try #require(state.jensenTerms(of: state.inspected)).gap)
      await state.press("u")
    }
    #expect(gaps == gaps.sorted(by: >) && Set(gaps).count > 4)
    let q = try #require(state.run.posterior?.responsibilities(over: state.run.points))
    let all = JensenTerms.gaps(of: q, under: state.run.model, over: state.run.points)
    #expect(gaps == Array(all.sorted(by: >).prefix(6)))
    await state.press("Tab u")
    #expect(state.jensenTerms(of: state.inspected)?.gap == all.max())
  }

  @Test func `calls the bound loose only where a gap can be seen`() async throws {
    var state = try AppState.clouds(RunRecipe(components: 3))
    await state.press("Space V J")
    var sentences: Set<Bool> = []
    for _ in 0..<60 {
      await state.press("Space")
      guard state.run.snapshot.next == .expectation else { break }
      let left = try #require(value("log Σ q r", state))
      let right = try #require(value("Σ q log r", state))
      #expect(state.jensenText.contains("loose here") == (left != right), "\(left) \(right)")
      sentences.insert(left != right)
    }
    #expect(sentences == [false, true])
  }

  @Test func `has no gap after E, where all marks meet`() async throws {
    var state = try AppState.clouds(RunRecipe(components: 3))
    await state.press("Space e V J")
    #expect(state.shows("After E every rₖ") && state.shows("◆") && state.shows("all rₖ meet"))
    #expect(value("gap = KLₙ", state) == 0 && value("Σₙ KLₙ, all", state) == 0)
    await state.press("u")
    #expect(state.shows("After E the gap is 0 at every point"))
  }

  @Test(arguments: ["a Right", "a Right Right Right", "a Left", "a Left Left", "a Down Right"])
  func `lets a hand pull q off the posterior, and F falls by the gap`(keys: String) async throws {
    for weighted in [false, true] {
      var state = try weighted ? AppState.weightedClouds() : AppState.clouds()
      await state.press("Space Space e V J")
      let before = try #require(state.jensenTerms(of: state.inspected))
      await state.press(keys)
      let pulled = try #require(state.pulledTerms)
      let fall = before.meanOfLogs - pulled.meanOfLogs
      let weight = state.run.points.weight(of: state.inspected)
      #expect(fall > 0 && abs(fall - pulled.gap) < 1e-12)
      #expect(abs((value("ΔF, this point", state) ?? 0) + fall) < 6e-5)
      #expect(abs((value("ΔF, all points", state) ?? 0) + weight * fall) < 6e-5)
      #expect(state.jensenText.contains("not the posterior, and F is lower"))
      #expect(value("log Σ q r", state).map { abs($0 - before.logOfMean) < 6e-5 } == true)
    }
  }

  @Test func `says that F rises where a pull leads toward the posterior`() async throws {
    var state = try AppState.clouds(RunRecipe(components: 2))
    // A point whose q is more than one pull away from its posterior.
    await state.press("Space V J")
    let q = try #require(state.run.posterior?.responsibilities(over: state.run.points))
    let p = state.run.model.responsibilities(over: state.run.points, observed: nil)
    func held(_ n: Int) -> Int { (0..<2).max { q[n, $0] < q[n, $1] } ?? 0 }
    let n = try #require((0..<q.pointCount).first { abs(p[$0, held($0)] - q[$0, held($0)]) > 0.06 })
    state.inspect(n)
    let rises = p[n, held(n)] > q[n, held(n)]
    await state.press(rises ? "a Right" : "a Left")
    #expect((value("ΔF, this point", state) ?? 0) > 0)
    #expect(state.jensenText.contains("nearer to the posterior"))
    await state.press(rises ? "Left Left" : "Right Right")
    #expect((value("ΔF, this point", state) ?? 0) < 0)
    #expect(state.jensenText.contains("farther from the posterior"))
  }

  @Test(arguments: ["a", "Escape", "Space", "u", "e", "3 V J"])
  func `lets q spring back`(key: String) async throws {
    var state = try AppState.clouds(RunRecipe(components: 3))
    await state.press("Space V J a Right Right")
    #expect(state.shows("q in hand"))
    await state.press(key)
    #expect(!state.shows("q in hand") && state.pulledTerms == nil)
    await state.press("Escape")
    #expect(state.shows("q is as the run has it"))
  }

  @Test func `takes back a pull, and does it again`() async throws {
    var state = try AppState.clouds(RunRecipe(components: 3))
    await state.press("Space V J a Right Right")
    let shares = state.pulledTerms
    await state.press("U")
    #expect(state.pulledTerms != nil && state.pulledTerms != shares)
    await state.press("U")
    #expect(state.pulledTerms == nil && state.heldShares != nil)
    await state.press("R R")
    #expect(state.pulledTerms == shares)
    await state.press("Escape U")
    #expect(state.pulledTerms == shares)
  }

  @Test func `pulls q to 0 and 1, and no farther`() async throws {
    var state = try AppState.clouds(RunRecipe(components: 3))
    await state.press("Space V J a")
    for (key, end) in [("Left", 0.0), ("Right", 1.0)] {
      for _ in 0..<30 { await state.press(key) }
      #expect(state.heldShares?.share == end && state.shows("from 0 to 1, and no farther"))
      let q = try #require(state.pulledTerms).rows.map(\.responsibility)
      #expect(abs(q.reduce(-1, +)) < 1e-14 && q.allSatisfy { $0 >= 0 })
    }
  }

  @Test func `says what to press before there is a q, and plainly that k-means has no bound`()
    async throws
  {
    var state = try AppState.clouds(RunRecipe(components: 3))
    await state.press("V J")
    #expect(state.shows("There is no q yet") && state.shows("e is the E-step"))
    await state.press("a")
    #expect(state.shows("There is no q yet: e is the E-step."))
    await state.press("m")
    #expect(state.shows("k-means has no bound"))
    await state.press("Space u")
    #expect(state.shows("k-means has no bound on L: m goes back to EM."))
    await state.press("m Space")
    #expect(state.shows("gap = KLₙ"))
  }

  @Test func `is true of lines, of one component, of told labels and under a prior`() async throws {
    var lines = try AppState.clouds(RunRecipe(kind: .lines, components: 3, rule: .kMeans))
    await lines.press("e V J")
    #expect(lines.shows("p(yₙ|xₙ)") && !lines.shows("p(xₙ):"))
    var one = try AppState.clouds(RunRecipe(components: 1))
    await one.press("Space V J")
    #expect(one.shows("With one component q is 1") && value("gap = KLₙ", one) == 0)
    await one.press("a")
    #expect(one.shows("there is no other q"))
    var told = try AppState.labelledClouds()
    await told.press("Y Y Space V J")
    #expect(told.shows("EM was told this label") && value("gap = KLₙ", told) == 0)
    await told.press("a")
    #expect(told.shows("EM was told the label of this point"))
    var recipe = RunRecipe(components: 3)
    recipe.prior = .standard
    var prior = try AppState.clouds(recipe)
    await prior.press("Space V J")
    let gap = try #require(prior.run.snapshot.gap)
    #expect(abs((value("Σₙ KLₙ, all", prior) ?? 0) - gap) < 6e-5)
  }

  @Test func `is told in words with all its numbers, also of another point`() async throws {
    var state = try AppState.clouds(RunRecipe(components: 3))
    await state.press("Space V J")
    let telling = try #require(View.jensen.told).answer
    let text = try telling(state, ["7"]).text
    #expect(text.contains("point 7 of 120") && text.contains("gap = KLₙ"))
    let terms = try #require(state.jensenTerms(of: 6))
    #expect(text.contains(terms.logOfMean.fixed(4)))
    #expect(throws: Notice.self) { try telling(state, ["121"]) }
  }

  @Test func `draws marks that lie far off the picture at its edge, and says so`() throws {
    let text = try small([0.999999, 1e-6], after: .maximization)
      .frame(size: Size(width: 76, height: 20)).text
    #expect(text.contains("far right"))
    let hard = try #require(
      JensenTerms(of: Point(x: 0, y: 0), under: PlotPane.smallMixture, q: [0.99, 0.01]))
    let chart = JensenChart(terms: hard, theme: Theme(colors: .none))
      .frame(size: Size(width: 50, height: 18)).text
    #expect(chart.contains("far below"))
    // One r with all of q is no meeting.
    let whole = try small([0.5, 0.5], pulled: (0, 1), after: .expectation)
      .frame(size: Size(width: 76, height: 20)).text
    #expect(!whole.contains("meet on") && !whole.contains("all rₖ meet"))
  }
}

extension AppState {
  /// The numbers of the view, beside each other as they are told.
  fileprivate var jensenText: String { (try? View.jensen.told?.answer(self, []).text) ?? "" }
}
