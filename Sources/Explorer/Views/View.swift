import MixtureEngine
import TerminalCanvas

/// A picture that can be shown: all that the program has to know of it.
///
/// Its line in ``all`` gives it its digit, its lines in the help and in the menu, its keys, its
/// background work and its clicks.
public struct View: Sendable {
  /// Where a view stands on a screen without room beside the plot.
  enum Place: Hashable, Sendable {
    /// The plot alone.
    case none
    /// In the place of the numbers, beside the plot.
    case side
    /// In the place of plot and numbers.
    case whole
    /// In the place of everything between title and status line; on a very wide screen in the larger
    /// part, with the plot beside it.
    case large
    /// In the place of everything between title and status line, on any screen.
    case screen
  }

  /// What a click into the view does; the cell is counted from the view's upper left one.
  typealias Click = @Sendable (inout AppState, Position) throws(Notice) -> Effect?

  /// The name, as the menu and the command line have it.
  public let name: String
  /// What it shows, for the help.
  public let summary: String
  /// Where it stands on a small screen.
  let place: Place
  /// Its letter in the menu of the views, where it has no digit and its first letter is taken.
  let letter: Character?
  /// The keys that it has of its own; they go before those of the picture.
  let keys: KeyTable
  /// The picture's keys that its line of keys names, with what they do here; the usual ones for
  /// `nil`.
  let pictureHints: [(key: Key, hint: Hint)]?
  /// Whether it shows the run that the keys step, also where there is no room for the plot.
  let showsRun: Bool
  /// Whether a data set drawn from θ can take the place of the data in it.
  let showsDrawnData: Bool
  /// What the line of status says, where it isn't about the run.
  let status: @Sendable (AppState) -> String?
  /// What opening it does.
  let opened: @Sendable (inout AppState) throws(Notice) -> Void
  /// What leaving it does.
  let closed: @Sendable (inout AppState) -> Void
  /// What it works on in the background, if anything.
  let work: BackgroundWork?
  /// What a click into it does.
  let clicked: Click
  /// What dragging over the view does; the cell is counted from the view's upper left one.
  let dragged: @Sendable (inout AppState, Position) -> Void
  /// What a click on a point of the plot does while it is shown.
  let plotClicked: @Sendable (inout AppState, Position, Point) -> Void
  /// What it adds to the plot.
  let marked: @Sendable (AppState, inout PlotPane) -> Void
  /// Where plots stand inside it, in a view of a size.
  let plots: @Sendable (Size) -> [Rect]
  /// How it is told in words; `nil` where it shows nothing beside what is told of the run.
  let told: Telling?
  /// The picture.
  let frame: @Sendable (AppState, Size) -> Frame

  /// A view; whatever isn't said is as in a view that only shows.
  ///
  /// - Parameter bindings: Its own keys, in the order of the help.
  init(
    _ name: String, _ summary: String, at place: Place, letter: Character? = nil,
    bindings: [Binding] = [],
    pictureHints: [(key: Key, hint: Hint)]? = nil, showsRun: Bool = true,
    showsDrawnData: Bool = false,
    status: @escaping @Sendable (AppState) -> String? = { _ in nil },
    opened: @escaping @Sendable (inout AppState) throws(Notice) -> Void = { _ in },
    closed: @escaping @Sendable (inout AppState) -> Void = { _ in },
    work: BackgroundWork? = nil, clicked: @escaping Click = { _, _ in nil },
    dragged: @escaping @Sendable (inout AppState, Position) -> Void = { _, _ in },
    plotClicked: @escaping @Sendable (inout AppState, Position, Point) -> Void = { _, _, _ in },
    marked: @escaping @Sendable (AppState, inout PlotPane) -> Void = { _, _ in },
    plots: @escaping @Sendable (Size) -> [Rect] = { _ in [] }, told: Telling? = nil,
    frame: @escaping @Sendable (AppState, Size) -> Frame
  ) {
    self.name = name
    self.summary = summary
    self.place = place
    self.letter = letter
    keys = KeyTable("In the \(name)", bindings)
    self.pictureHints = pictureHints
    self.showsRun = showsRun
    self.showsDrawnData = showsDrawnData
    self.status = status
    self.opened = opened
    self.closed = closed
    self.work = work
    self.clicked = clicked
    self.dragged = dragged
    self.plotClicked = plotClicked
    self.marked = marked
    self.plots = plots
    self.told = told
    self.frame = frame
  }
}

extension View {
  /// How a view is told in words.
  struct Telling: Sendable {
    /// The words that ask it beside the view's name.
    var otherNames: [String] = []
    /// What may stand behind the word, for the help.
    var argument: String?
    /// What is told.
    let answer: Question.Answer
  }
}

extension View {
  /// Every view, in the order of the digits.
  public static let all: [View] = [
    plot, bound, posterior, update, restarts, basins, race, figure, wayOut,
    landscape, jensen, seeding, choiceOfK, rules,
  ]

  /// Its digit, or beyond the digits its letter, usually the first of its name, as the menu of the
  /// views has it; not j or k, which move in a list.
  var sign: Character {
    let number = (View.all.firstIndex(of: self) ?? 0) + 1
    return Key(digit: number) == nil ? letter ?? name.first ?? " " : Character("\(number)")
  }

  /// The keys that open it: its digit, or the menu of the views and its letter there.
  public var openingKeys: [Key] {
    sign.isNumber ? [.character(sign)] : [.character("V"), .character(sign)]
  }

  /// The next view, around the end.
  var next: View {
    let index = View.all.firstIndex(of: self) ?? 0
    return View.all[(index + 1) % View.all.count]
  }
}

extension View {
  /// The picture's keys that a view names which doesn't show the run.
  static let hintsAwayFromTheRun: [(key: Key, hint: Hint)] = [
    (.character("x"), Hint(4, "new start")), (.character("i"), Hint(5, "rule")),
    (.character("1"), Hint(6, "plot")), (.character("?"), Hint(7, "help")),
    (.character("q"), Hint(8, "quit")),
  ]
}

/// Views are known by their names.
extension View: Equatable {
  /// Whether two views have one name.
  public static func == (a: View, b: View) -> Bool { a.name == b.name }
}

extension AppState {
  /// Shows a view, after what leaving the last one and opening this one do.
  mutating func show(_ chosen: View) throws(Notice) {
    let before = view
    view.closed(&self)
    view = chosen
    if plot.world != nil, !chosen.showsDrawnData {
      putDrawnDataAway()
      notice = .news("\(data.name) again, as it is: points drawn from θ are for the plot alone")
    }
    try chosen.opened(&self)
    if before == chosen {
      notice = .idle("This is the \(chosen.name); v is the next view, V lists them.")
    } else if Layout.isWide(screen.size), [.plot, .bound].contains(before),
      [.plot, .bound].contains(chosen)
    {
      notice = .news("On a screen of this size the bound stands beside the plot.")
    }
  }

  /// Whether the run on screen can be seen, or only what was made of others.
  var showsRun: Bool { view.showsRun || layout.plot != nil }

  /// Shows a run at its start, in the plot.
  mutating func showRun(_ recipe: RunRecipe, from origin: Origin = .recipe) throws(Notice) {
    let isThere = session.isAtStart && session.recipe == recipe
    if !isThere { try session.begin(recipe, from: origin) }
    if layout.plot == nil {
      try show(.plot)
    } else if isThere {
      throw .idle("This run is on the screen already, at its start.")
    }
  }
}
