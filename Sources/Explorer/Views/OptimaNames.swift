import MixtureEngine

/// Which of the optima that the restarts, the map of the basins and the rules have found are one, and the
/// places by which they are named: an optimum keeps its name as long as the problem is the same.
struct OptimaNames: ViewState {
  /// The recipe of the runs but for their starts, and the points.
  private var problem: (recipe: RunRecipe, points: PointSet)?
  /// The optima that have a name, in the order of their names.
  private var named: [Optimum] = []
  /// For each optimum of the restarts its place among all.
  fileprivate var restarts: [Int] = []
  /// For each optimum of the map its place among all.
  fileprivate var basins: [Int] = []
  /// For each optimum that is the best of a rule its place among all.
  fileprivate var rules: [Int] = []
  /// Where those on the map lie.
  fileprivate var neighbours: MapNeighbours?

  /// Names what has been found of a problem.
  ///
  /// - Parameters:
  ///   - runs: The optima of the restarts.
  ///   - map: The map of the basins.
  ///   - bests: The optima that are the best of a rule.
  ///   - recipe: The recipe of the runs but for their starts.
  ///   - points: The data.
  ///   - isSettled: Whether nothing goes on that may find more, and no mean is in hand whose map is soon
  ///     another; new names are kept from then on.
  fileprivate mutating func name(
    _ runs: [Optimum], _ map: BasinMap?, _ bests: [Optimum], of recipe: RunRecipe,
    over points: PointSet, isSettled: Bool
  ) {
    if problem?.recipe != recipe || problem?.points != points {
      (problem, named) = ((recipe, points), [])
    }
    let mapped = map?.optima ?? []
    let places = Optima.places(of: [runs, mapped, bests], after: named, over: points)
    (restarts, basins, rules) = (places[0], places[1], places[2])
    neighbours = map.map { MapNeighbours(on: $0, numbers: places[1]) }
    guard isSettled else { return }
    let new = zip(restarts + basins + rules, runs + mapped + bests).filter { $0.0 >= named.count }
    named += Dictionary(new, uniquingKeysWith: { first, _ in first })
      .sorted { $0.key < $1.key }.map(\.value)
  }
}

extension AppState {
  /// How the optima of the restarts look.
  var restartsLook: OptimaLook { look(\.restarts) }

  /// How the optima on the map of the basins look.
  var basinsLook: OptimaLook { look(\.basins) }

  /// How the optima look that are the best of a rule.
  var rulesLook: OptimaLook { look(\.rules) }

  private func look(_ places: KeyPath<OptimaNames, [Int]>) -> OptimaLook {
    let names = views[OptimaNames.self]
    return OptimaLook(
      places: names[keyPath: places], neighbours: names.neighbours,
      colors: screen.theme.optima.count)
  }

  /// Names what restarts, basins and rules have found of the run's problem, once any of them has found more.
  mutating func nameOptima() {
    let (runs, map, points) = (restarts.runs, basins.map, session.data.points)
    let comparison = rules.comparison
    let recipe = recipe.leavingStartAside
    let areAsked = runs.question.map {
      $0.plan.recipe.leavingStartAside == recipe && $0.plan.points == points
    }
    let areCompared = comparison.question.map {
      $0.recipe.leavingStartAside == recipe && $0.points == points
    }
    let isAsked = map.question.map { $0.recipe == recipe && $0.points == points }
    views[OptimaNames.self].name(
      areAsked ?? false ? restarts.optima : [], isAsked ?? false ? map.answer : nil,
      areCompared ?? false ? comparison.answer?.bests ?? [] : [],
      of: recipe, over: points,
      isSettled: !runs.goesOn && !map.goesOn && !comparison.goesOn && heldMean == nil)
  }
}
