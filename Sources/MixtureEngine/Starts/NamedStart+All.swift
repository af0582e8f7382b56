extension NamedStart {
  /// Every named start, by data set; found by restarts over many seeds.
  public static let all: [NamedStart] = oldFaithful + iris + penguins + twoPairs + overlapping

  private static let oldFaithful = [
    NamedStart(
      data: "old-faithful", components: 2, character: .good, rule: .randomPoints, seed: 3,
      summary: "One point from each group: nine iterations do."),
    NamedStart(
      data: "old-faithful", components: 2, character: .slow, rule: .randomPoints, seed: 81,
      summary: "Two points from one group: one mean must cross the gap first."),
    NamedStart(
      data: "old-faithful", components: 2, character: .stuck, rule: .randomPoints, seed: 43,
      summary: "One component keeps both groups, the other a handful of points in one of them."),
    NamedStart(
      data: "old-faithful", components: 2, character: .collapsing, rule: .outlier, seed: 1,
      summary: "A narrow component on the farthest point shrinks until nothing is left of it."),
    NamedStart(
      data: "old-faithful", components: 3, character: .good, rule: .randomPoints, seed: 3,
      summary: "The best of five optima, which one run in ten reaches."),
    NamedStart(
      data: "old-faithful", components: 3, character: .stuck, rule: .randomPoints, seed: 1,
      summary: "The worst of five optima: two components share one group to little use."),
    NamedStart(
      data: "old-faithful", components: 3, character: .collapsing, rule: .randomBox, seed: 16,
      summary: "Two means begin at the data's edge, and one is left with two points or fewer."),
  ]

  private static let iris = [
    NamedStart(
      data: "iris", components: 3, character: .good, rule: .randomPoints, seed: 49,
      summary: "The best optimum that is no spike, in 34 iterations."),
    NamedStart(
      data: "iris", components: 3, character: .slow, rule: .kMeansPlusPlus, seed: 25,
      summary: "The same optimum, five times as late: two species overlap."),
    NamedStart(
      data: "iris", components: 3, character: .stuck, rule: .randomPoints, seed: 18,
      summary: "One wide component covers two species, 75 nats below the best."),
    NamedStart(
      data: "iris", components: 3, character: .collapsing, rule: .randomPoints, seed: 110,
      summary: "One component comes to hold only petals 0.2 cm wide: ties on a line."),
  ]

  private static let penguins = [
    NamedStart(
      data: "penguins", components: 3, character: .good, rule: .randomPoints, seed: 162,
      summary: "One component for each species, in 35 iterations."),
    NamedStart(
      data: "penguins", components: 3, character: .slow, rule: .randomPoints, seed: 158,
      summary: "The same optimum after a plateau of hundreds of iterations."),
    NamedStart(
      data: "penguins", components: 3, character: .stuck, rule: .randomPoints, seed: 10,
      summary: "Two species share one component, 35 nats below the best."),
    NamedStart(
      data: "penguins", components: 3, character: .collapsing, rule: .randomPoints, seed: 199,
      summary: "After 186 iterations one component holds only bills 17.0 mm deep: ties."),
  ]

  private static let twoPairs = [
    NamedStart(
      data: "two-pairs", components: 4, character: .good, rule: .farthestFirst, seed: 9,
      summary: "Points far from each other: one mean for each cluster at once."),
    NamedStart(
      data: "two-pairs", components: 4, character: .slow, rule: .randomPoints, seed: 62,
      summary: "A mean has to travel, and does so in small steps."),
    NamedStart(
      data: "two-pairs", components: 4, character: .stuck, rule: .principalAxis, seed: 1,
      summary: "Slices along the long axis cut each pair upright, and EM never turns them."),
    NamedStart(
      data: "two-pairs", components: 4, character: .collapsing, rule: .randomPoints, seed: 50,
      summary: "No trick is needed: random points alone lead a component onto a few points."),
  ]

  private static let overlapping = [
    NamedStart(
      data: "overlapping", components: 3, character: .good, rule: .smallEM, seed: 72,
      summary: "The best of ten short runs is most of the way already."),
    NamedStart(
      data: "overlapping", components: 3, character: .slow, rule: .randomPoints, seed: 87,
      summary: "Clusters that run together: hundreds of steps, each gaining next to nothing."),
    NamedStart(
      data: "overlapping", components: 3, character: .stuck, rule: .farthestFirst, seed: 6,
      summary: "Means on the outermost points: the run ends far below the best optimum."),
    NamedStart(
      data: "overlapping", components: 3, character: .collapsing, rule: .outlier, seed: 1,
      summary: "A narrow component on the farthest point shrinks until nothing is left of it."),
  ]
}
