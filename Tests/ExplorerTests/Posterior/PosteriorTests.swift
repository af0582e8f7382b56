import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import Explorer

@Suite struct `The posterior view` {
  private func pane(at point: Point, q: [Double]?, isCurrent: Bool = true) -> PosteriorPane {
    PosteriorPane(
      number: 4, count: 10, terms: BayesTerms(of: point, under: PlotPane.smallMixture),
      responsibilities: q, isCurrent: isCurrent, criterion: .logLikelihood,
      theme: Theme(colors: .none))
  }

  @Test func `writes Bayes' rule with the numbers of the point`() {
    let between = Point(x: 3.5, y: 2)
    expectPicture(
      pane(at: between, q: [0.5, 0.5]).frame(size: Size(width: 38, height: 15)).sketch,
      """
      point 5 of 10   x = (3.5, 2)

        k   πₖ   N(x|k)      πₖN p(k|x) Mah.
      ● 1 0.50  0.00293  0.00147  0.500 3.08
      ▲ 2 0.50  0.00293  0.00147  0.500 3.08
        Σ                0.00293  1.000

      p(1|x) = π N / Σ
             = 0.5 × 0.00293 / 0.00293
             = 0.500

      qₖₙ now
      ● 1 █████████████                0.500
      ▲ 2 █████████████                0.500
      undecided between 1 and 2
      """)
  }

  @Test(arguments: [("student-t", "t"), ("noise", "p"), ("dial", "N")])
  func `names the density of the model that there is`(kind: String, letter: String) async throws {
    let kind = try #require(ModelKind.named(kind))
    var state = try AppState.clouds(RunRecipe(kind: kind, components: 3, rule: .kMeans))
    await state.press("e 3")
    #expect(state.shows("\(letter)(x|k)      πₖ\(letter) p(k|x) Mah."))
    #expect(state.shows("|x) = π \(letter) / Σ"))
  }

  @Test func `says what the point counts, which its q knows nothing of`() async throws {
    var weighted = try AppState.weightedClouds()
    var plain = try AppState.clouds()
    await weighted.press("3 e")
    await plain.press("3 e")
    let weight = try #require(weighted.data.points.weights)[weighted.inspected]
    #expect(weighted.shows("counts as \(weight.significant(6)) in sums, not in q"))
    #expect(!plain.shows("counts as"))
  }

  @Test func `keeps its columns apart at every distance`() {
    for x in [1.05, 1.4, 3, 30, 400, 5000, 60_000.0] {
      let pane = pane(at: Point(x: x, y: 1), q: nil)
      for row in pane.frame(size: Size(width: 38, height: 13)).sketch.split(separator: "\n")[2...3]
      {
        #expect(row.split(separator: " ").count == 7, "\(row)")
      }
    }
  }

  @Test func `says that there is no q before the first E-step`() {
    let near = Point(x: 1, y: 1)
    expectPicture(
      pane(at: near, q: nil).frame(size: Size(width: 38, height: 13)).sketch,
      """
      point 5 of 10   x = (1, 1)

        k   πₖ   N(x|k)      πₖN p(k|x) Mah.
      ● 1 0.50    0.332    0.166  1.000    0
      ▲ 2 0.50  2.03e-9  1.01e-9  0.000 6.15
        Σ                  0.166  1.000

      p(1|x) = π N / Σ
             = 0.5 × 0.332 / 0.166
             = 1.000

      no q yet: the E-step will set
      qₖₙ = p(k|x)
      """)
  }

  @Test func `says whose q it is after an M-step`() {
    let frame = pane(at: Point(x: 1, y: 1), q: [0.9, 0.1], isCurrent: false)
      .frame(size: Size(width: 38, height: 17))
    #expect(frame.text.contains("from before the M-step"))
    #expect(frame.text.contains("probably from 1"))
  }

  @Test func `compares distances in the hard limit`() {
    let model = KMeans(centres: [Point(x: 0, y: 0), Point(x: 6, y: 0)])
    let pane = PosteriorPane(
      number: 0, count: 1, terms: BayesTerms(of: Point(x: 2, y: 0), under: model),
      responsibilities: [1, 0], isCurrent: true, criterion: .distortion,
      theme: Theme(colors: .none))
    expectPicture(
      pane.frame(size: Size(width: 38, height: 11)).sketch,
      """
      point 1 of 1   x = (2, 0)

        k     ‖x-μₖ‖     ‖x-μₖ‖²     qₖₙ
      ● 1          2           4       1
      ▲ 2          4          16       0


      qₖₙ now
      ● 1 ██████████████████████████       1
      ▲ 2                                  0
      1 is the nearest centre: it takes all
      """)
  }

  @Test func `never overflows its rectangle and shows the likeliest of many components`() {
    let many = GaussianMixture(
      components: (0..<30).compactMap {
        GaussianComponent(
          weight: 1.0 / 30, mean: Point(x: Double($0), y: 0), covariance: .isotropic(1e-3))
      })
    let point = Point(x: 20.2, y: 0)
    let pane = PosteriorPane(
      number: 0, count: 1, terms: BayesTerms(of: point, under: many),
      responsibilities: many.responsibilities(for: point), isCurrent: true,
      criterion: .logLikelihood,
      theme: Theme(colors: .none))
    let frame = pane.frame(size: Size(width: 38, height: 20))
    #expect(frame.size == Size(width: 38, height: 20))
    #expect(frame.text.contains(" \(Marks.name(20)) "))
    #expect(frame.text.contains("<1e-300"))
    #expect(!frame.text.contains("nan"))
  }
}

@Suite struct `Choosing a point` {
  private func state() throws -> AppState { try AppState.clouds() }

  @Test func `opens with the least decided point, and u returns to it`() async throws {
    var state = try state()
    await state.press("Space 3")
    let uncertainty = Uncertainty(of: state.run.model, over: state.data.points)
    #expect(state.inspected == uncertainty.mostUncertain)
    #expect(state.shows("point \(state.inspected + 1) of 120"))
    await state.press("Tab u")
    #expect(state.inspected == uncertainty.mostUncertain)
  }

  @Test func `goes to the nearest point in a direction, and no farther than there is one`()
    async throws
  {
    var state = try state()
    await state.press("3")
    for (key, isAhead) in [
      ("Right", { $1.x > $0.x }), ("Left", { $1.x < $0.x }), ("Up", { $1.y > $0.y }),
      ("Down", { $1.y < $0.y }),
    ] as [(String, (Point, Point) -> Bool)] {
      for _ in 0..<130 {
        let before = state.data.points[state.inspected]
        await state.press(key)
        let after = state.data.points[state.inspected]
        if after == before { break }
        #expect(isAhead(before, after))
      }
      let stopped = state.inspected
      await state.press(key)
      #expect(state.inspected == stopped)
    }
  }

  @Test func `counts through all points with Tab`() async throws {
    var state = try state()
    await state.press("3")
    let first = state.inspected
    var seen: Set<Int> = []
    for _ in 0..<120 {
      await state.press("Tab")
      seen.insert(state.inspected)
    }
    #expect(seen.count == 120 && state.inspected == first)
    await state.press("Tab BTab")
    #expect(state.inspected == first)
  }

  @Test func `takes the point that is clicked, and brackets it`() async throws {
    var state = try state()
    await state.press("3 e")
    let (plot, axes) = (try #require(state.layout.plot), try #require(state.plotAxes))
    for n in [3, 44, 90] {
      let point = state.data.points[n]
      let inPlot = try #require(axes.viewport.cell(point.x, point.y))
      let cell = Position(
        x: plot.origin.x + axes.area.origin.x + inPlot.x,
        y: plot.origin.y + axes.area.origin.y + inPlot.y)
      _ = state.handle(.mouse(MouseEvent(.press(.left), at: cell)))
      _ = state.handle(.mouse(MouseEvent(.release(.left), at: cell)))
      let chosen = state.data.points[state.inspected]
      #expect(axes.viewport.cell(chosen.x, chosen.y) == inPlot)
      let frame = state.frame()
      #expect(frame[cell.x - 1, cell.y].character == "[")
      #expect(frame[cell.x + 1, cell.y].character == "]")
    }
  }

  @Test func `leaves the arrows to stepping in other views`() async throws {
    var state = try state()
    await state.press("Right")
    #expect(state.run.snapshot.iteration == 1)
    await state.press("3 Right")
    #expect(state.run.snapshot.iteration == 1)
    await state.press("Space 1 Left")
    #expect(state.run.snapshot.iteration == 1)
  }

  @Test func `is certain of every point in the hard limit`() async throws {
    var state = try state()
    await state.press("3 m e u")
    #expect(state.row(22) == "In the hard limit every point is certain.")
    #expect(state.shows("is the nearest centre: it takes all"))
  }
}
