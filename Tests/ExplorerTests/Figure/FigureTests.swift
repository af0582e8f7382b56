import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

/// Figure 1: the run on screen in a few pictures.
@Suite struct `Figure 1` {
  /// The iterations and the objectives in the heads of the pictures.
  private func heads(_ frame: Frame) -> [(iteration: Int, objective: Double)] {
    let text = frame.text
    let iterations = text.matches(of: #/t = (\d+) /#).compactMap { Int($0.1) }
    let objectives = text.replacing("−", with: "-").matches(of: /L (-?\d+\.\d\d)(?= |\n|$)/)
      .compactMap { Double($0.1) }
    #expect(iterations.count == objectives.count)
    return Array(zip(iterations, objectives)).map { ($0.0, $0.1) }
  }

  @Test(arguments: [(80, 24), (60, 16), (100, 30), (128, 36), (200, 60)])
  func `shows the start, the end and what lies between, with the engine's numbers`(
    width: Int, height: Int
  ) async throws {
    let start = try AppState.clouds(size: Size(width: width, height: height))
    let state = await start.after("8")
    let heads = heads(state.frame())
    var run = start.run
    run.run()
    #expect(heads.first?.iteration == 0)
    #expect(heads.last?.iteration == run.snapshot.iteration)
    #expect(heads.count == min(6, run.snapshot.iteration + 1, width / 24 * ((height - 4) / 8)))
    #expect(heads.map(\.iteration) == heads.map(\.iteration).sorted())
    for head in heads {
      run.move(to: 2 * head.iteration)
      #expect(head.objective == Double(run.snapshot.objective.fixed(2)))
    }
    #expect(state.run.snapshot.iteration == 0, "the run on screen stays where it is")
  }

  @Test(arguments: FuzzedRuns.seeds)
  func `has in each picture the plot of that iteration`(seed: UInt64) async throws {
    let recipe = RunRecipe(components: 3, seed: seed)
    let start = try AppState.clouds(recipe)
    let (run, iterations) = try start.run.reaching([.iteration(0), .iteration(2), .end])
    let size = Size(width: 128, height: 20)
    let pane = start.figure(of: run, at: iterations)
    let grid = FigureGrid(3, in: Size(width: 128, height: 19)) {
      pane.pictures[0].plot.axes(size: $0)
    }
    let frame = pane.frame(size: size)
    for (number, keys) in ["", "Space Space", "G Escape"].enumerated() {
      let plot = await start.after(keys).plotPane.frame(size: grid.drawn)
      let (_, place) = grid.place(of: number)
      let inside = Position(
        x: place.x + grid.area.origin.x - grid.shown(number).origin.x,
        y: place.y + grid.area.origin.y - 1)
      #expect(frame.part(Rect(origin: inside, size: grid.area.size)) == plot.part(grid.area))
    }
  }

  @Test func `says what marks and ellipses mean, though its first picture has no q`() async throws {
    let state = try await AppState.clouds(size: Size(width: 128, height: 36)).after("8")
    #expect(state.shows("○ undecided") && state.shows("ellipses: 2 sd"))
  }

  @Test func `keeps every picture within its own place`() throws {
    let start = try AppState.clouds()
    for count in 1...9 {
      for (width, height) in [(48, 16), (80, 20), (128, 34), (200, 56), (24, 8)] {
        let size = Size(width: width, height: height)
        guard count <= FigureGrid.most(in: size) else { continue }
        let grid = FigureGrid(count, in: size) { start.plotPane.axes(size: $0) }
        #expect(grid.columns * grid.rows >= count)
        var taken: Set<Position> = []
        for number in 0..<count {
          let (head, plot) = grid.place(of: number)
          for rect in [head, Rect(origin: plot, size: grid.shown(number).size)] {
            #expect(Rect(size).intersection(rect) == rect, "\(count) in \(width)x\(height)")
            for y in rect.rows {
              for x in rect.columns {
                #expect(taken.insert(Position(x: x, y: y)).inserted)
              }
            }
          }
        }
      }
    }
  }

  @Test(arguments: FuzzedRuns.seeds)
  func `pages through every iteration of the run, there and back`(seed: UInt64) async throws {
    var state = try AppState.clouds(RunRecipe(components: 3, seed: seed))
    await state.press("8")
    let whole = state.frame()
    var seen: [Int] = []
    let last = try #require(heads(whole).last?.iteration)
    guard last >= 6 else { return }
    while seen.last != last {
      await state.press("Space")
      let iterations = heads(state.frame()).map(\.iteration)
      #expect(iterations.first == (seen.last ?? -1) + 1)
      let told = "iterations \(iterations[0]) to \(iterations[iterations.count - 1]) of \(last)"
      #expect(state.shows(told))
      seen += iterations
      guard seen.count <= last + 1 else { break }
    }
    #expect(seen == Array(0...last))
    await state.press("Space")
    #expect(state.notice?.isIdle == true && heads(state.frame()).last?.iteration == last)
    for _ in 0..<(last / 6 + 1) { await state.press("PageUp") }
    #expect(state.frame() == whole)
    await state.press("PageUp")
    #expect(state.notice?.isIdle == true)
  }

  @Test func `opens a picture of a later page, and U is back on that page`() async throws {
    let figure = try await AppState.clouds(RunRecipe(components: 3, seed: 1)).after(
      "8 Space Space Right")
    let opened = await figure.after("Enter")
    #expect(opened.run.snapshot.iteration == 7 && opened.view == .plot)
    let back = await opened.after("U")
    // The line of status says that it was taken back.
    for y in 0..<22 { #expect(back.row(y) == figure.row(y)) }
  }

  @Test(arguments: [60, 80, 100, 128, 200])
  func `has a legend that is never cut`(width: Int) async throws {
    for recipe in [RunRecipe(components: 3), RunRecipe(kind: .kMeans, components: 3)] {
      var data = DataSet.clouds()
      data.xName = "a name that is rather long"
      let state = try await AppState(
        data: data, recipe: recipe, size: Size(width: width, height: 24)
      ).after("8")
      let legend = state.row(21)
      #expect(!legend.contains("…"), "\(legend)")
      if width >= 80, recipe.kind != .kMeans {
        #expect(legend.contains("○ undecided"), "\(legend)")
      }
    }
  }

  @Test func `opens the chosen picture in the plot, and U is back`() async throws {
    let figure = try await AppState.clouds().after("Space 8 Tab Tab")
    let chosen = try #require(figure.numbers(/▸ t = (\d+)/).first)
    let opened = await figure.after("Enter")
    #expect(opened.view == .plot)
    #expect(Double(opened.run.snapshot.iteration) == chosen)
    let back = await opened.after("U")
    #expect(back.view == .figure)
    #expect(back.run.snapshot.iteration == 1)
    #expect(back.numbers(/▸ t = (\d+)/) == [chosen])
  }

  @Test func `goes from picture to picture with arrows, Tab and the mouse`() async throws {
    var state = try await AppState.clouds(size: Size(width: 100, height: 30)).after("8")
    let all = heads(state.frame()).map { Double($0.iteration) }
    #expect(state.numbers(/▸ t = (\d+)/) == [all[0]])
    #expect(await state.after("Right").numbers(/▸ t = (\d+)/) == [all[1]])
    #expect(await state.after("Right Left").numbers(/▸ t = (\d+)/) == [all[0]])
    #expect(await state.after("BTab").numbers(/▸ t = (\d+)/) == [all[all.count - 1]])
    #expect(await state.after("Left").notice?.isIdle == true)
    let click = Event.mouse(
      MouseEvent(.press(.left), at: Position(x: 60, y: 6)))
    _ = state.handle(click)
    #expect(state.numbers(/▸ t = (\d+)/) == [all[1]])
    _ = state.handle(click)
    #expect(state.view == .plot && Double(state.run.snapshot.iteration) == all[1])
  }

  @Test func `is told in a line for each picture`() async throws {
    let state = try await AppState.clouds().after("8")
    let told = try #require(View.figure.told).answer
    let lines = try told(state, []).lines
    let heads = heads(state.frame())
    #expect(lines.count == heads.count + 1)
    for (line, head) in zip(lines.dropFirst(), heads) {
      #expect(line == "t = \(head.iteration)   L \(head.objective.fixed(2).withTrueMinus)")
    }
  }

  @Test func `is of k-means where that is the model`() async throws {
    let state = try await AppState.clouds().after("m 8")
    #expect(state.frame().text.contains(/t = 0 +J \d/))
  }
}

/// Some seeds of starts.
enum FuzzedRuns {
  static let seeds: [UInt64] = [1, 2, 3, 4, 5]
}

@Suite struct `The iterations that tell a run` {
  @Test func `begin at the start, rise, and end at the end`() {
    for last in [0, 1, 2, 3, 5, 6, 7, 20, 114, 1000, 99_999] {
      for count in 1...12 {
        let chosen = ChosenIterations.numbers(to: last, count: count)
        #expect(chosen.count == min(count, last + 1))
        #expect(chosen == Set(chosen).sorted())
        #expect(chosen.last == last)
        if count > 1 { #expect(chosen.first == 0) }
        if count > 2, last > 0 { #expect(chosen[1] == 1) }
      }
    }
  }
}

@Suite struct `A pane alone` {
  /// Each pane that has a place on the screen, with the keys that show it and where it is then.
  @Test func `is the same part of the whole screen`() async throws {
    let cases: [(String, String, (Layout) -> Rect?)] = [
      ("plot", "Space Space", \.plot), ("numbers", "Space", \.numbers), ("table", "Space", \.table),
      ("trace", "Space Space e", \.trace), ("bound", "Space 2", \.view),
      ("posterior", "Space 3", \.view), ("update", "e 4", \.view), ("restarts", "5", \.view),
      ("basins", "- 6", \.view), ("race", "7 Space", \.view), ("figure-1", "Space 8", \.view),
      ("way-out", "G Escape 9", \.view),
    ]
    for (width, height) in [(80, 24), (160, 50)] {
      let start = try AppState.clouds(size: Size(width: width, height: height))
      for (name, keys, place) in cases {
        let state = await start.after(keys)
        let rect = try #require(place(state.layout), "\(name)")
        let pane = try #require(Pane.all.first { $0.name == name })
        var alone = Exploration(
          try AppState.clouds(size: rect.size))
        await alone.press(keys)
        try await alone.showAlone(pane)
        #expect(alone.frame() == state.frame().part(rect), "\(name) in \(width)x\(height)")
      }
    }
  }

  @Test func `has a name of its own, and the views are among them`() {
    #expect(Set(Pane.all.map(\.name)).count == Pane.all.count)
    for view in View.all { #expect(Pane.all.contains { $0.name == view.name }) }
  }

  @Test func `is drawn at any size`() async throws {
    for pane in Pane.all {
      for (width, height) in [(1, 1), (2, 40), (40, 2), (300, 90)] {
        let size = Size(width: width, height: height)
        // Few points and few runs: the picture is what is asked for.
        var state = try AppState.labelledClouds(of: 5, screen: size)
        state.choice.most = 2
        try state.restarts.change(by: -3)
        var alone = Exploration(state)
        await alone.press("Space")
        try await alone.showAlone(pane)
        #expect(alone.frame().size == size)
      }
    }
  }
}
