import MixtureEngine
import Testing

@Suite struct `Numbers that cannot be used` {
  private static let points = Sample.threeClouds.points
  private static let means = [Point(x: 0, y: 0), Point(x: 1, y: 1)]
  private static let round: [Covariance2] = [.isotropic(1), .isotropic(1)]

  private func expect(_ sentence: String, from work: () async throws -> Void) async {
    let error = await #expect(throws: InvalidInput.self) { try await work() }
    #expect(error?.description == sentence)
  }

  @Test func `are named where they are coordinates`() async {
    await expect("there are 2 first coordinates, but 1 second ones.") {
      _ = try PointSet(validating: [1, 2], [3])
    }
    await expect("point 2 is (nan, 4.0), but coordinates are numbers of at most 1e+151.") {
      _ = try PointSet(validating: [1, .nan], [3, 4])
    }
    await expect("point 1 is (1.0, -inf), but coordinates are numbers of at most 1e+151.") {
      _ = try PointSet(validating: [Point(x: 1, y: -.infinity)])
    }
    await expect("point 1 is (1e+152, 0.0), but coordinates are numbers of at most 1e+151.") {
      _ = try PointSet(validating: [1e152], [0])
    }
    await expect("the second coordinates vary by less than 1e-151; rescale the points.") {
      _ = try PointSet(validating: [1, 2, 3], [0, 1e-152, 0])
    }
    await expect("the first coordinates vary by less than 1e-151; rescale the points.") {
      _ = try PointSet(validating: [1e-300, 2e-300])
    }
    #expect(throws: Never.self) { try PointSet(validating: [1e-300, 1e-300], [0, 1e-150]) }
    let many = (0..<2_000_000).map { $0 % 2 == 0 ? 1e151 : -1e151 }
    await expect("the squares of so many large coordinates overflow; rescale the points.") {
      _ = try PointSet(validating: many, many)
    }
  }

  @Test func `are named where they are parameters`() async {
    func mixture(
      _ weights: [Double], _ means: [Point] = Self.means, _ covariances: [Covariance2] = Self.round,
      _ structure: CovarianceStructure = .full
    ) throws {
      _ = try GaussianMixture(
        weights: weights, means: means, covariances: covariances, structure: structure)
    }
    await expect("the weights sum to 0.75, not to one.") { try mixture([0.5, 0.25]) }
    await expect("the weight of component 1 is -0.5, not a share of one.") {
      try mixture([-0.5, 1.5])
    }
    await expect("the weight of component 2 is nan, not a share of one.") {
      try mixture([0.5, .nan])
    }
    await expect(
      "there are 1 weights, 2 means and 2 covariances; give one of each for each component."
    ) { try mixture([1]) }
    await expect("a model has 1 to 255 components, not 0.") { try mixture([], [], []) }
    await expect("the mean of component 2 is (nan, 0.0).") {
      try mixture([0.5, 0.5], [Point(x: 0, y: 0), Point(x: .nan, y: 0)])
    }
    for wrong in [
      Covariance2(xx: .nan, xy: 0, yy: 1), Covariance2(xx: 1, xy: 2, yy: 1), .isotropic(0),
      .isotropic(-1), .isotropic(.infinity),
    ] {
      await expect("the covariance of component 2 is not positive definite.") {
        try mixture([0.5, 0.5], Self.means, [.isotropic(1), wrong])
      }
    }
    await expect("the variance of round components is a positive number, not -1.0.") {
      try mixture([0.5, 0.5], Self.means, Self.round, .fixedSpherical(variance: -1))
    }
    await expect("k-means has 1 to 255 centres, not 0.") { _ = try KMeans(validating: []) }
    await expect("centre 1 is (nan, 0.0).") {
      _ = try KMeans(validating: [Point(x: .nan, y: 0)])
    }
    let one = StartingRule.stacked.start(over: Self.points, components: 1, seed: 0)
    await expect("degrees of freedom are a positive number, not 0.0.") {
      _ = try StudentMixture(validating: one, degreesOfFreedom: 0)
    }
  }

  /// What is wrong with a recipe over which points, and the sentence that says so.
  private static let recipes: [(RunRecipe, PointSet, String)] = [
    (RunRecipe(), PointSet([]), "there are no points to fit."),
    (
      RunRecipe(components: 0), points,
      "0 components cannot be fitted to 100 points; ask for 1 to 100."
    ),
    (
      RunRecipe(components: 101), points,
      "101 components cannot be fitted to 100 points; ask for 1 to 100."
    ),
    (
      RunRecipe(observed: ObservedLabels([0, 1])), points,
      "there are 2 labels for 100 points; give one for each, or leave it empty."
    ),
    (
      RunRecipe(observed: ObservedLabels([UInt8?](repeating: 7, count: 100))), points,
      "the label of point 1 is component 8, but there are only 2; use more components or leave the "
        + "label empty."
    ),
    (
      RunRecipe(stopping: StoppingRule(tolerance: .nan)), points,
      "a tolerance and a limit of iterations are numbers that are not negative."
    ),
    (
      RunRecipe(varianceFloor: .nan), points,
      "a floor under the variances is a positive number, not nan."
    ),
    (
      RunRecipe(structure: .fixedSpherical(variance: .nan)), points,
      "the variance of round components is a positive number, not nan."
    ),
    (
      RunRecipe(
        components: 3,
        givenStart: StartingRule.stacked.start(over: points, components: 2, seed: 0)), points,
      "the given start has 2 components, but 3 are asked for."
    ),
  ]

  @Test(arguments: recipes.indices)
  func `are named before anything is run`(index: Int) async {
    let (recipe, points, sentence) = Self.recipes[index]
    await expect(sentence) { _ = try Run(recipe, over: points) }
    await expect(sentence) { _ = try await Restarts(of: recipe, over: points, count: 3) }
    await expect(sentence) { _ = try await BasinMap(of: recipe, over: points) }
    // The choice of K leaves aside a start of another K, and labels of components that are not there.
    if recipe.givenStart == nil, !sentence.hasPrefix("the label of") {
      await expect(sentence) {
        _ = try await ChoiceOfK(
          of: recipe, among: recipe.components...recipe.components, over: points)
      }
      await expect(sentence) {
        _ = try GaussianMixture.fit(
          points, components: recipe.components, structure: recipe.structure,
          observed: recipe.observed, stopping: recipe.stopping,
          varianceFloor: recipe.varianceFloor)
      }
    }
  }

  @Test func `are named where they are labels`() async {
    await expect("there are 1 labels, but 2 points have a component.") {
      _ = try Agreement(validating: [0], components: [0, 1])
    }
    await expect("labels are counted from 0.") {
      _ = try Agreement(validating: [-1], components: [0])
    }
    await expect("components are counted from 0 to 255.") {
      _ = try Agreement(validating: [nil], components: [256])
    }
  }

  @Test func `are named where they count runs, components or cells`() async {
    let points = Self.points
    await expect("-1 runs cannot be done; ask for 0 or more.") {
      _ = try await Restarts(of: RunRecipe(), over: points, count: -1)
    }
    await expect("a fit needs at least one start.") {
      _ = try GaussianMixture.fit(points, components: 2, starts: 0)
    }
    await expect("component 2 cannot be swept: there are 2, counted from 0.") {
      _ = try await BasinMap(of: RunRecipe(), over: points, sweeping: 2)
    }
    await expect("a map has rows and columns.") {
      _ = try await BasinMap(of: RunRecipe(), over: points, columns: 0)
    }
    await expect("101 components cannot be fitted to 100 points; ask for 1 to 100.") {
      _ = try await ChoiceOfK(of: RunRecipe(), among: 1...101, over: points)
    }
    await expect("there are no points to fit.") {
      let start = StartingRule.stacked.start(over: points, components: 2, seed: 0)
      _ = try Run(validating: start, over: PointSet([]))
    }
    await expect("the rule one chose 1 components where 2 were asked for.") {
      let rule = StartingRule(name: "one", summary: "whatever K") { points, _, _ in
        .start(means: [points.mean], over: points)
      }
      _ = try Run(RunRecipe(rule: rule), over: points)
    }
  }
}
