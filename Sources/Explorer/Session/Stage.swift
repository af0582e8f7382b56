import MixtureEngine

/// One stretch of a session that was made from one recipe.
///
/// Switching the model in place opens a new stage; stepping back beyond its start returns to the
/// stage before, exactly as it was left.
struct Stage: Sendable {
  /// The recipe of the run.
  var recipe: RunRecipe
  /// Where a starting rule or a user put the components, or `nil` where the stage goes on from
  /// another one.
  var start: GaussianMixture?
  /// The run.
  var run: Run

  /// The most components that can be told apart on a screen.
  static let mostComponents = 64
}

extension Stage {
  /// A stage at the start of a run.
  init(_ recipe: RunRecipe, over points: PointSet) throws(StartError) {
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
