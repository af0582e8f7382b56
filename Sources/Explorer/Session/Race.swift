import MixtureEngine

/// In what the other run of a race differs: one thing, so that one sees what it does.
enum Rival: Sendable {
  /// Another seed of the same rule.
  case seed
  /// Another starting rule.
  case rule(StartingRule)
  /// Another model from the same start.
  case kind(ModelKind)
  /// Another structure of the covariances from the same start.
  case structure(CovarianceStructure)
  /// Another algorithm from the same start.
  case algorithm(Climber)

  /// All rivals of a run with these settings, in the order of the menu.
  static func all(of recipe: RunRecipe, over points: PointSet) -> [Rival] {
    [.seed]
      + ModelKind.all(over: points).filter { $0.id != recipe.kind.id }.map(Rival.kind)
      + recipe.kind.structures(over: points).filter { $0 != recipe.structure }.map(Rival.structure)
      + StartingRule.all.filter { $0.id != recipe.rule.id }.map(Rival.rule)
      + Climber.all.filter {
        // Under a prior EM alone climbs.
        recipe.standingPrior == .none && $0 != recipe.climber && recipe.kind.takes($0)
      }.map(Rival.algorithm)
  }

  /// What it is called in the menu.
  var name: String {
    switch self {
    case .seed: "another seed"
    case .kind(let kind): "model: \(kind.title)"
    case .structure(let structure): "covariances: \(structure.name)"
    case .algorithm(let climber): "algorithm: \(climber.title)"
    case .rule(let rule): "start: \(rule.name)"
    }
  }

  /// In what it differs, for the menu.
  var summary: String {
    switch self {
    case .seed: "the same rule, drawn anew"
    case .kind(let kind): kind.summary
    case .structure: "the same start, another structure"
    case .rule(let rule): rule.summary
    case .algorithm(let climber): climber.summary
    }
  }

  /// The recipe of the other run.
  func recipe(against recipe: RunRecipe) -> RunRecipe {
    var rival = recipe
    switch self {
    case .seed:
      rival.seed &+= 1
      rival.givenStart = nil
    case .rule(let rule):
      rival.rule = rule
      rival.givenStart = nil
    case .kind(let kind): rival = rival.with(kind: kind)
    case .structure(let structure): rival.structure = structure
    case .algorithm(let climber): rival.algorithm = climber
    }
    return rival
  }
}

/// The other run of a race, beside the one that the keys act on.
struct Race: Sendable {
  /// The other run.
  var rival: Course
  /// Whether it stands at the left, because the sides were changed.
  var isRivalLeft = false
  /// The numbers of the components at the right, like those at the left.
  private var match: (left: RunRecipe, right: RunRecipe, numbers: [Int])?

  /// A race against a run.
  ///
  /// - Parameters:
  ///   - rival: The other run.
  ///   - course: The run that is raced.
  ///   - points: The data.
  init(_ rival: Course, against course: Course, over points: PointSet, isRivalLeft: Bool) {
    (self.rival, self.isRivalLeft) = (rival, isRivalLeft)
    let (left, right) = isRivalLeft ? (rival, course) : (course, rival)
    guard let reference = Self.end(of: left, over: points),
      let model = Self.end(of: right, over: points)
    else { return }
    match = (
      left.first.recipe, right.first.recipe,
      ClusterNumbers(like: reference, over: points).numbers(of: model)
    )
  }

  /// The numbers by which the components of the run at the right are those at the left that claim the
  /// same points at the end; nothing where a run has begun anew since, or its end is far.
  func numbers(left: Course, right: Course) -> [Int] {
    guard let match, match.left == left.first.recipe, match.right == right.first.recipe
    else { return [] }
    return match.numbers
  }

  /// Where a run ends, if that takes no longer to find out than a key may.
  private static func end(of course: Course, over points: PointSet) -> (any LatentLabelModel)? {
    var recipe = course.first.recipe
    recipe.stopping.iterationLimit = min(recipe.stopping.iterationLimit, 1_000)
    guard points.count * recipe.components <= 3_000 else { return course.first.start }
    return recipe.outcome(over: points)?.model
  }
}
