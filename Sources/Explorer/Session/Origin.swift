import MixtureEngine

/// Where the first state of a stage came from, so that iteration 0 never claims to be another one.
enum Origin: Hashable, Sendable {
  /// Rule and seed of the recipe.
  case recipe
  /// A start with a name of its own.
  case named(String)
  /// The start that the data are opened with, by its name.
  case usual(String)
  /// A start from a file.
  case file
  /// What was placed by hand.
  case hand
  /// A place on the map of basins.
  case map
  /// A split-and-merge move from where a run had ended.
  case move(SplitMergeMove)
  /// A run in another model, or with another structure, that had come so far.
  case run(of: String, iteration: Int)
  /// A run that goes on with a floor under every variance.
  case floor(iteration: Int)
  /// A run that goes on with a prior.
  case prior(iteration: Int)
  /// A run of which one component was begun anew.
  case reseeded(component: Int, iteration: Int)
  /// A run whose identical components were pushed apart.
  case nudged(iteration: Int)

  /// Whether the recipe alone gives this state again.
  var isInRecipe: Bool {
    switch self {
    case .recipe, .named: true
    case .usual, .file, .hand, .map, .move, .run, .floor, .prior, .reseeded, .nudged: false
    }
  }

  /// Whether it is a run in another model or with another structure.
  var isOfRun: Bool {
    if case .run = self { true } else { false }
  }

  /// The origin with the name of the start that the data are opened with, where a recipe has that one.
  func named(as recipe: RunRecipe, in data: DataSet) -> Origin {
    guard self == .recipe, let usual = data.usualModel, recipe.given == usual.start else {
      return self
    }
    return .usual(usual.startName)
  }

  /// It in the title, after the model; a number is that of the iterations that led there.
  func text(_ recipe: RunRecipe) -> String {
    switch self {
    case .recipe: "\(recipe.startText) seed \(recipe.seed)"
    case .named(let name): name
    case .usual(let name): name
    case .file: "given start"
    case .hand: "start by hand"
    case .map: "start from the map"
    case .move(let move): "\(move.mergedText) merged, \(move.splitText) split"
    case .run(let name, let iteration): "from \(name) after \(iteration)"
    case .floor(let iteration): "floored after \(iteration)"
    case .prior(let iteration): "with a prior after \(iteration)"
    case .reseeded(let component, let iteration):
      "component \(component + 1) reinitialized after \(iteration)"
    case .nudged(let iteration): "nudged after \(iteration)"
    }
  }
}
