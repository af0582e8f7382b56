import MixtureEngine

extension Recipe {
  /// Data that a mixture of Gaussians describes well, each with one thing that matters.
  static let gaussians = [
    Recipe(
      "well-separated", title: "Well separated",
      summary: "three round clusters: every method agrees", components: 3, seed: 1,
      parts: [
        ("a", 100, .round(0, 0, deviation: 1)),
        ("b", 100, .round(8, 0, deviation: 1)),
        ("c", 100, .round(4, 7, deviation: 1)),
      ]),
    Recipe(
      "overlapping", title: "Overlapping",
      summary: "three clusters run together: slow convergence",
      components: 3, seed: 2,
      parts: [
        ("a", 100, .round(0, 0, deviation: 1)),
        ("b", 100, .round(2.4, 0, deviation: 1)),
        ("c", 100, .round(1.2, 2.1, deviation: 1)),
      ],
      starts: [
        ShownStart(
          3, .good, .smallEM, seed: 72,
          "Short runs go before. A little more is known: L = -1017.3226, random-points seed 944."),
        ShownStart(
          3, .slow, .randomPoints, seed: 87,
          "Clusters that run together: hundreds of steps, each gaining next to nothing."),
        ShownStart(
          3, .stuck, .farthestFirst, seed: 6,
          "Means on the outermost points: the run ends 6 nats below the best known."),
        ShownStart(
          3, .collapsing, .outlier, seed: 1,
          "A narrow component on the farthest point shrinks until nothing is left of it."),
      ]),
    Recipe(
      "anisotropic", title: "Anisotropic",
      summary: "three long clusters: k-means cuts them across", components: 3, seed: 3,
      parts: [
        ("a", 100, .gaussian(mean: Point(x: 0, y: 0), along: 2.5, across: 0.4, angle: 40)),
        ("b", 100, .gaussian(mean: Point(x: 2, y: -1.5), along: 2.5, across: 0.4, angle: 40)),
        ("c", 100, .gaussian(mean: Point(x: -2, y: 1.5), along: 2.5, across: 0.4, angle: 40)),
      ]),
    Recipe(
      "unequal-variance", title: "Unequal variance",
      summary: "small to wide: k-means robs the wide cluster",
      components: 3, seed: 4,
      parts: [
        ("small", 100, .round(-4, 0, deviation: 0.3)),
        ("middling", 100, .round(0, 3, deviation: 0.8)),
        ("wide", 100, .round(2, -2, deviation: 2.2)),
      ]),
    Recipe(
      "unequal-weights", title: "Unequal weights",
      summary: "240, 45 and 15 points: is the small one found?",
      components: 3, seed: 5,
      parts: [
        ("large", 240, .round(0, 0, deviation: 1)),
        ("medium", 45, .round(4.5, 0.5, deviation: 0.7)),
        ("tiny", 15, .round(2.5, 4, deviation: 0.4)),
      ]),
    Recipe(
      "mouse", title: "Mouse",
      summary: "a head and two ears: k-means shifts the borders",
      components: 3, seed: 6,
      parts: [
        ("head", 200, .round(5, 5, deviation: 1)),
        ("left ear", 60, .round(2.6, 7.6, deviation: 0.45)),
        ("right ear", 60, .round(7.4, 7.6, deviation: 0.45)),
      ]),
    Recipe(
      "two-pairs", title: "Two pairs",
      summary: "two pairs far apart: three means in one get stuck",
      components: 4, seed: 7,
      parts: [
        ("upper left", 75, .round(0, 3, deviation: 0.6)),
        ("lower left", 75, .round(0, 0, deviation: 0.6)),
        ("upper right", 75, .round(14, 3, deviation: 0.6)),
        ("lower right", 75, .round(14, 0, deviation: 0.6)),
      ],
      starts: [
        ShownStart(
          4, .good, .farthestFirst, seed: 9,
          "Points far from each other: one mean for each cluster at once."),
        ShownStart(
          4, .slow, .randomPoints, seed: 62,
          "A mean has to cross between clusters, and does so in small steps."),
        ShownStart(
          4, .stuck, .principalAxis, seed: 1,
          "Slices along the long axis cut each pair upright, and EM never turns them."),
        ShownStart(
          4, .collapsing, .randomPoints, seed: 50,
          "No trick is needed: random points alone lead a component onto a few points."),
      ]),
    Recipe(
      "parallel", title: "Parallel",
      summary: "two long clusters side by side: stuck, or slow?",
      components: 2, seed: 22,
      parts: [
        ("lower", 150, .gaussian(mean: Point(x: 0, y: -1), along: 5, across: 0.6, angle: 0)),
        ("upper", 150, .gaussian(mean: Point(x: 0, y: 1), along: 5, across: 0.6, angle: 0)),
      ],
      starts: [
        ShownStart(
          2, .good, .kMeansPlusPlus, seed: 5,
          "One mean in each cluster: EM parts them lengthwise at once."),
        ShownStart(
          2, .slow, .kMeans, seed: 1,
          "k-means cuts both clusters across; the plateau that follows passes for the end."),
      ]),
  ]
}
