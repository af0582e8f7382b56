import MixtureEngine
import TerminalCanvas

extension View {
  /// Small multiples of the run on screen.
  static let figure = View(
    "figure-1", "figure 1: the run in a few pictures", at: .screen,
    bindings: [
      Binding([.space, .pageDown], "the next pictures, iteration by iteration", hint: nextPage) {
        state throws(Notice) in try state.turnPictures(by: 1)
      },
      Binding([.pageUp, .backspace], "earlier pictures") { state throws(Notice) in
        try state.turnPictures(by: -1)
      },
      choosing([.left], "the picture before") { number, _ in number - 1 },
      choosing([.up], "the picture above") { number, columns in number - columns },
      choosing([.down], "the picture below") { number, columns in number + columns },
      choosing([.right], "the picture after") { number, _ in number + 1 },
      Binding([.tab], "the next picture, around the end") { state throws(Notice) in
        try state.chooseNextPicture(by: 1)
      },
      Binding([.backTab], "the picture before, around the start") { state throws(Notice) in
        try state.chooseNextPicture(by: -1)
      },
      Binding(
        [.enter], "go to the chosen iteration, in the plot", hint: Hint(2, "open it")
      ) { state throws(Notice) in try state.openPicture() },
      FigureState.work.resuming,
    ],
    pictureHints: hintsAwayFromTheRun,
    showsRun: false, status: { $0.figureStatus },
    work: FigureState.work,
    clicked: { state, cell throws(Notice) in
      guard let size = state.layout.view?.size,
        let number = state.figurePane(size: size).number(at: cell, size: size)
      else { return nil }
      // A second click opens the picture.
      if number == state.chosenPicture { try state.openPicture() }
      state.figure.chosen = number
      return nil
    },
    told: Telling { state, _ in state.figurePane(size: state.screen.size).told }
  ) { $0.figurePane(size: $1).frame(size: $1) }

  private static let nextPage = Hint(0) { state in
    let page = state.figurePage
    guard page.number < page.last else { return nil }
    return page.number == 0 ? "all in turn" : "next \(page.next)"
  }

  private static func choosing(
    _ keys: [Key], _ help: String, _ next: @escaping @Sendable (Int, Int) -> Int
  ) -> Binding {
    Binding(keys, help, hint: Hint(1) { $0.picture(next) == nil ? nil : "picture" }) {
      state throws(Notice) in
      guard let number = state.picture(next) else {
        throw .idle("There is no picture that way; Tab goes through all of them.")
      }
      state.figure.chosen = number
    }
  }
}

/// The pictures of a run.
struct FigureState: ViewState {
  /// The chosen picture, counted from 0.
  var chosen = 0
  /// Which pictures: 0 for a few that tell the whole run, then all of its iterations in turn.
  var page = 0
  /// The run on screen as far as its end.
  var whole = Background<WholeRun>()

  /// The work that takes the run to its end, beside the run on screen.
  static let work = BackgroundWork(\AppState.figure.whole, question: { $0.wholeRun })
}

/// How a run goes on to its end.
struct WholeRun: BackgroundQuestion {
  /// What tells the run from others.
  var stage: Identity
  /// The run as far as it is known, at rest.
  var run: Run

  static func == (a: WholeRun, b: WholeRun) -> Bool { a.stage == b.stage }

  /// About how many responsibilities are worked out before an interruption is heard.
  private static let batch = 20_000_000
  /// The most batches between two reports, each of which is drawn: at first there are fewer.
  private static let most = 10

  func answer(
    knowing known: Run?, only positions: Set<Int>?, progress: (Run) -> Void
  ) async -> Run {
    let far = positions?.max()
    let iterations = max(
      1, Self.batch / max(1, run.points.count * run.model.componentCount))
    var whole = known ?? run
    var (batches, batchToReport) = (0, 1)
    while !Task.isCancelled, !whole.isComplete, far.map({ $0 > whole.lastIteration }) ?? true {
      let next = whole.lastIteration + iterations
      whole = whole.extended(to: min(next, far ?? next))
      whole.rest()
      batches += 1
      if batches == batchToReport {
        progress(whole)
        batchToReport += min(batches, Self.most)
      }
      await Task.yield()
    }
    return whole
  }

  func positions(in answer: Run) -> [Int] { [answer.lastIteration] }

  func isComplete(_ answer: Run) -> Bool { answer.isComplete }

  func keeps(_ answer: Run, to earlier: WholeRun) -> Run? { nil }
}

extension AppState {
  /// The pictures of the run.
  var figure: FigureState {
    get { views[FigureState.self] }
    set { views[FigureState.self] = newValue }
  }

  /// The run whose end is still to be found, where it isn't known.
  fileprivate var wholeRun: WholeRun? {
    let stage = session.course.last
    guard !stage.run.isComplete else { return nil }
    var run = stage.run
    run.rest()
    return WholeRun(stage: stage.identity, run: run)
  }

  /// The run on screen with all that is known of its history.
  fileprivate var knownRun: Run {
    let stage = session.course.last
    guard figure.whole.question?.stage == stage.identity, let answer = figure.whole.answer,
      answer.history.count > stage.run.history.count
    else { return stage.run }
    return answer
  }

  /// The iterations that have pictures in a pane of a size.
  private func pictured(_ run: Run, in size: Size) -> [Int] {
    let count = FigurePane.most(in: size)
    let page = min(figure.page, lastPage(of: run, size: count))
    guard page > 0 else { return ChosenIterations.numbers(to: run.lastIteration, count: count) }
    let first = (page - 1) * count
    return Array(first...min(run.lastIteration, first + count - 1))
  }

  /// The last page of a run's pictures: 0 where all of them have room at once.
  private func lastPage(of run: Run, size: Int) -> Int {
    run.lastIteration < size ? 0 : run.lastIteration / size + 1
  }

  /// Which of how many pages is on screen, and how many pictures the next one has.
  fileprivate var figurePage: (number: Int, last: Int, next: Int) {
    let (run, size) = (knownRun, FigurePane.most(in: layout.view?.size ?? screen.size))
    let last = lastPage(of: run, size: size)
    let number = min(figure.page, last)
    return (number, last, min(size, run.lastIteration + 1 - number * size))
  }

  fileprivate mutating func turnPictures(by step: Int) throws(Notice) {
    let page = figurePage
    guard page.last > 0 else { throw .idle("All of the run's iterations have their picture here.") }
    guard (0...page.last).contains(page.number + step) else {
      throw .idle(
        step > 0
          ? "These are the run's last iterations; PgUp goes back."
          : "This is the whole run in a few pictures; Space shows all, in turn.")
    }
    (figure.page, figure.chosen) = (page.number + step, 0)
  }

  fileprivate func figurePane(size: Size) -> FigurePane {
    let run = knownRun
    let iterations = pictured(run, in: size)
    return figure(of: run, at: iterations, chosen: min(figure.chosen, iterations.count - 1))
  }

  /// The iterations on screen.
  private var iterationsOnScreen: [Int] {
    pictured(knownRun, in: layout.view?.size ?? screen.size)
  }

  /// The number of the chosen picture.
  fileprivate var chosenPicture: Int { min(figure.chosen, iterationsOnScreen.count - 1) }

  /// The number of the picture that lies some way from the chosen one, given the number of columns.
  fileprivate func picture(_ next: (Int, Int) -> Int) -> Int? {
    guard let size = layout.view?.size else { return nil }
    let count = iterationsOnScreen.count
    let number = next(chosenPicture, FigurePane.columns(of: count, in: size))
    return (0..<count).contains(number) ? number : nil
  }

  fileprivate mutating func chooseNextPicture(by step: Int) throws(Notice) {
    let count = iterationsOnScreen.count
    guard count > 1 else { throw .idle("There is only one picture.") }
    figure.chosen = (chosenPicture + step + count) % count
  }

  /// Goes to the chosen iteration, in the plot.
  fileprivate mutating func openPicture() throws(Notice) {
    let iteration = iterationsOnScreen[chosenPicture]
    session.show(knownRun.at(iteration: iteration))
    try show(.plot)
    notice = .news("iteration \(iteration) of the run; U goes back to where you were")
  }

  /// What the pictures are, and how far the run is known.
  fileprivate var figureStatus: String? {
    let run = knownRun
    guard run.isComplete else {
      return figure.whole.goesOn
        ? "to the end of the run: iteration \(run.lastIteration) so far; any key stops"
        : "the run as far as iteration \(run.lastIteration): r goes on to its end"
    }
    let page = figurePage
    guard page.number > 0 else {
      return "the run from its start to its end: Enter goes to the chosen iteration"
    }
    let numbers = iterationsOnScreen
    return "iterations \(numbers[0]) to \(numbers[numbers.count - 1]) of \(run.lastIteration), "
      + "page \(page.number) of \(page.last): Enter goes to the chosen one"
  }
}
