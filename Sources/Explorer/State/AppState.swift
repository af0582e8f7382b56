import MixtureEngine
import TerminalCanvas

/// The whole application as a value: actions change it, frames are drawn from it.
public struct AppState: Sendable {
  /// The data on screen.
  public internal(set) var data: DataSet
  /// The data sets that can be chosen, with a line about each.
  let catalogue: [Menu.Item]
  /// What the terminal can show.
  var capabilities: Capabilities
  /// How roles look.
  var theme: Theme
  /// The size of the screen.
  public internal(set) var size: Size

  /// The stretches of the session; the last one is on screen.
  var stages: [Stage]
  /// What the picture shows.
  var view = View.plot
  /// What lies over it.
  var overlay: Overlay?
  /// Whether the run goes on by itself.
  var pace = Pace.paused
  /// How fast.
  var speed = Speed()
  /// How the points are drawn.
  var plotOptions = PlotOptions()
  /// Whether the updates are shown as formulas.
  var showsFormulas = false
  /// The lesson that is given, if any.
  var lesson: LessonState?
  /// The view of the posterior.
  var posterior = PosteriorState()
  /// The button of the mouse that is held down on the plot, if one is.
  var grip: Grip?
  /// How the session was opened.
  var opening: Opening
  /// Everything that happened since.
  var log: [SessionEvent] = []
  /// The first component in the view of the M-step's arithmetic.
  var firstUpdate = 0
  /// The view of the restarts.
  var restarts = RestartsState()
  /// The view of the basins.
  var basins = BasinsState()
  /// Which part of the data the plot shows.
  var labelling = Labelling.inferred
  /// The other run, once there was a race.
  var race: RaceState?
  /// The start that is being placed by hand.
  var hand: HandState?
  /// What stands against what the user asked for, until the next key.
  var message: String?
  /// What went as the user asked, where the picture doesn't show it, until the next key.
  var notice: String?

  /// The application at the start of a run.
  ///
  /// - Throws: ``StartError`` when K doesn't fit the data.
  public init(
    data: DataSet, recipe: RunRecipe, catalogue: [(name: String, summary: String)] = [],
    capabilities: Capabilities = Capabilities(), size: Size = Size(width: 80, height: 24)
  ) throws {
    self.data = data
    self.catalogue = catalogue.map { Menu.Item(name: $0.name, summary: $0.summary) }
    self.capabilities = capabilities
    theme = Theme(colors: capabilities.colors)
    self.size = size
    opening = Opening(data: data, recipe: recipe, size: size)
    stages = [try Stage(recipe: recipe, over: data.points)]
  }

  /// The stretch on screen.
  var stage: Stage {
    get { stages[stages.count - 1] }
    _modify { yield &stages[stages.count - 1] }
  }

  /// The run on screen.
  public var run: Run { stage.run }

  /// The settings on screen.
  public var recipe: RunRecipe { stage.recipe }

  /// How long the loop may wait before the next tick; `nil` when nothing goes on by itself.
  public var tickInterval: Duration? {
    switch pace {
    case .paused: nil
    case .running: speed.interval
    case .toEnd: .zero
    }
  }
}

/// Why a run can't begin.
public enum StartError: Error, Hashable, Sendable, CustomStringConvertible {
  /// K is not between 1 and what the data allows.
  case components(Int, most: Int)
  /// The start leaves a component with nothing to stand on.
  case collapsed(component: Int)

  /// A sentence that says what to do.
  public var description: String {
    switch self {
    case .components(0, let most):
      "One component has to stay: choose a number from 1 to \(most)."
    case .components(let k, let most):
      "\(k) components don't fit: choose a number from 1 to \(most)."
    case .collapsed(let component):
      "The start leaves component \(component + 1) without points: choose another start."
    }
  }
}

extension Stage {
  /// A stage at the start of a run.
  init(recipe: RunRecipe, over points: PointSet) throws(StartError) {
    let most = min(points.count, Stage.mostComponents)
    let count = recipe.givenStart?.componentCount ?? recipe.components
    guard (1...max(1, most)).contains(count), most > 0 else {
      throw .components(count, most: most)
    }
    self.recipe = recipe
    self.recipe.components = count
    do throws(Collapse) {
      start = self.recipe.start(over: points)
      run = try self.recipe.run(over: points)
    } catch {
      throw .collapsed(component: error.component)
    }
  }

  /// The most components that can be told apart on a screen.
  static let mostComponents = 64
}
