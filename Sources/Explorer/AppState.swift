import MixtureEngine
import TerminalCanvas

/// The whole application as a value: keys change it, frames are drawn from it.
///
/// Each part owns itself and is changed by its own methods; this type holds them together.
public struct AppState: Sendable {
  /// The data and the run over them.
  @Boxed var session: Session
  /// What the picture shows.
  var view = View.plot
  /// What each view remembers.
  @Boxed var views = ViewStates()
  /// What lies over the picture, if anything.
  var overlay: (any Overlay)?
  /// The start that is being placed by hand, if one is.
  var hand: HandState?
  /// What was placed by hand and left without a start, and over which data.
  var handAside: (hand: HandState, data: Identity)?
  /// How all of it is shown.
  var screen: Screen
  /// A sentence for the user, until the next key.
  var notice: Notice?
  /// How the session was opened, and everything that happened since.
  @Boxed var recording: Recording
  /// What keys have changed, to be taken back.
  var undo = Undo()
  /// What the world offers.
  var catalogue: Catalogue
  /// What lessons were opened over, at rest, once they were left; the latest first.
  var parked: [AppState] = []
  /// The lesson that was left last, to be taken up again.
  var leftLesson: LeftLesson?
  /// The chain of lessons that is given, or was given last.
  var chain: LessonChain?

  /// The application at the start of a run.
  ///
  /// - Parameters:
  ///   - data: The data.
  ///   - recipe: Model, start and stopping.
  ///   - startName: The name of the start, where it has one.
  ///   - catalogue: What the world offers.
  ///   - capabilities: What the terminal can show.
  ///   - size: The screen's size in cells.
  /// - Throws: ``StartError`` when K doesn't fit the data.
  public init(
    data: DataSet, recipe: RunRecipe, startName: String? = nil, catalogue: Catalogue = Catalogue(),
    capabilities: Capabilities = Capabilities(), size: Size = Size(width: 80, height: 24)
  ) throws {
    let origin = startName.map { Origin.named($0) } ?? .recipe
    session = try Session(recipe, from: origin, over: data)
    screen = Screen(capabilities, size: size)
    recording = Recording(data: data, recipe: recipe, size: size)
    self.catalogue = catalogue
    self.catalogue.offer(data)
    notice = readingNotice
  }

  /// The data on screen.
  public var data: DataSet { session.data }

  /// The run on screen.
  public var run: Run { session.run }

  /// The recipe of the run on screen.
  public var recipe: RunRecipe { session.recipe }
}

extension AppState {
  /// The state at rest and what it has parked itself, for a lesson to be opened over.
  var parking: [AppState] {
    var left = resting
    (left.overlay, left.hand, left.notice, left.parked) = (nil, nil, nil, [])
    left.leftLesson = nil
    return [left] + parked
  }

  /// Goes back to something that a lesson was opened over, and puts this in its place.
  mutating func returnToParked(_ number: Int) {
    guard parked.indices.contains(number) else { return }
    var state = parked[number].awake
    var left = parking
    left.remove(at: number + 1)
    (state.recording, state.screen, state.parked) = (recording, screen, left)
    (state.catalogue, state.chain, state.leftLesson) = (catalogue, chain, leftLesson)
    state.notice = .news("back at the run from before the lesson, as it was")
    self = state
  }
}

extension AppState {
  /// The same state with nothing in it that can be derived again, to be kept among many.
  var resting: AppState {
    var state = self
    state.session.rest()
    if state.plot.keptWorld != nil { state.plot.keptWorld = nil }
    return state
  }

  /// The same state, ready to be shown and to go on.
  var awake: AppState {
    var state = self
    state.session.wake()
    return state
  }
}
