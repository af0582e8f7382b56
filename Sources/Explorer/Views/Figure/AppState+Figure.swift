import MixtureEngine
import TerminalCanvas

extension AppState {
  /// What is on screen, in words: the data, the model, the start.
  var figureTitle: String {
    let stage = session.course.last
    return "\(titlePane.name) N=\(data.points.count)  \(stage.modelText)  \(stage.originText)"
  }

  /// The same with the run at the end of an iteration that `run` has.
  ///
  /// - Parameter run: The run on screen, with as much of its history as is wanted.
  func showing(_ run: Run, at iteration: Int) -> AppState {
    var state = self
    state.session.show(run.at(iteration: iteration))
    return state
  }

  /// The plot at some iterations of the run on screen.
  ///
  /// - Parameters:
  ///   - run: The run on screen, with a history that has the iterations.
  ///   - title: What the pictures are of, where nothing else says so.
  func figure(
    of run: Run, at iterations: [Int], chosen: Int? = nil, title: String? = nil
  ) -> FigurePane {
    let pictures = iterations.map { iteration in
      let state = showing(run, at: iteration)
      return FigurePane.Picture(snapshot: state.run.snapshot, plot: state.plotPane)
    }
    return FigurePane(pictures: pictures, chosen: chosen, title: title, theme: screen.theme)
  }
}

extension Exploration {
  /// The plot at some moments of the run on screen, side by side.
  ///
  /// - Parameters:
  ///   - moments: The moments, in the order in which they are drawn; at least one.
  ///   - size: The size of the picture in cells.
  /// - Returns: The picture, and what it says to those who can't see it.
  /// - Throws: A sentence where the run has no such iteration or the size no room for so many.
  public func figure(
    of moments: [RunMoment], size: Size
  ) throws(PictureRefusal) -> (frame: Frame, caption: Caption) {
    let most = FigureGrid.most(in: Size(width: size.width, height: size.height - 2))
    guard moments.count <= most, size.width >= FigureGrid.least.width,
      size.height >= FigureGrid.least.height + 2
    else {
      throw PictureRefusal(
        "\(moments.count) pictures don't fit into \(size.width)x\(size.height): each needs "
          + "\(FigureGrid.least.width)x\(FigureGrid.least.height).")
    }
    let (run, iterations) = try app.run.reaching(moments)
    let figure = app.screen.spelled {
      app.figure(of: run, at: iterations, title: " " + app.figureTitle)
    }
    return (app.screen.shown { figure.frame(size: size) }, caption(of: figure.pictures))
  }

  /// What pictures of the run say to those who can't see them.
  private func caption(of pictures: [FigurePane.Picture]) -> Caption {
    app.screen.spelled {
      Caption(
        title: app.figureTitle,
        description: "The plot at "
          + pictures.map { "t = \($0.snapshot.iteration) (\($0.objective))" }
          .joined(separator: ", ") + ".")
    }
  }

  /// The plot and the trace at some moments of the run on screen, one after the other.
  ///
  /// - Parameters:
  ///   - moments: The moments; `nil` for the whole run in at most ``mostOfAnAnimation`` pictures.
  ///   - size: The size of the pictures in cells.
  /// - Returns: The pictures, for how many seconds each is seen — the first and the last one longer
  ///   than the others — and what all say to those who can't see them.
  /// - Throws: A sentence where the run has no such iteration, or the size no room for a plot.
  public func animation(
    of moments: [RunMoment]?, size: Size
  ) throws(PictureRefusal) -> (frames: [Frame], seconds: [Double], caption: Caption) {
    guard size.width >= FigureGrid.least.width, size.height >= FigureGrid.least.height + 2 else {
      throw PictureRefusal(
        "\(size.width)x\(size.height) is too small to play a run: it needs "
          + "\(FigureGrid.least.width)x\(FigureGrid.least.height + 2).")
    }
    var (run, iterations) = try app.run.reaching(moments ?? [.end])
    if moments == nil {
      iterations = ChosenIterations.numbers(
        to: run.lastIteration, count: Self.mostOfAnAnimation)
    }
    let frames = iterations.map { iteration in
      app.screen.shown {
        AnimationPane(state: app.showing(run, at: iteration)).frame(size: size)
      }
    }
    let usual = frames.count > 20 ? 0.4 : 0.8
    var seconds = Array(repeating: usual, count: frames.count)
    seconds[0] = 1.2
    seconds[frames.count - 1] = 3
    let ends = [iterations[0], iterations[iterations.count - 1]]
    return (frames, seconds, caption(of: app.figure(of: run, at: ends).pictures))
  }

  /// How many pictures an animation of a whole run has at most.
  public static let mostOfAnAnimation = 40
}

/// One picture of an animation: what it is of, t and L, the plot, and the trace so far.
struct AnimationPane {
  var state: AppState

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    let theme = state.screen.theme
    let picture = FigurePane.Picture(snapshot: state.run.snapshot, plot: state.plotPane)
    let (title, rest) = frame.bounds.split(top: 1)
    let (trace, plot) = rest.split(bottom: 1)
    let progress = "t = \(picture.snapshot.iteration)   \(picture.objective) "
    let (right, left) = title.split(right: max(28, progress.count))
    frame.fill(title, with: Cell(" ", style: theme.style(.title)))
    frame.write(" " + state.figureTitle, in: left, style: theme.style(.title))
    frame.write(progress, in: right, alignment: .right, style: theme.style(.title))
    frame.paste(picture.plot.frame(size: plot.size), at: plot.origin)
    frame.paste(state.tracePane.frame(size: trace.size), at: trace.origin)
    return frame
  }
}
