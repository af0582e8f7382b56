import MixtureEngine

extension Recipe {
  /// Data that a mixture of Gaussians describes badly, or only just.
  static let misfits = [
    Recipe(
      "near-collinear", title: "Near-collinear",
      summary: "almost one line: covariances close to singular", components: 2,
      seed: 8,
      parts: [
        ("lower", 150, .gaussian(mean: Point(x: -3, y: -2), along: 1.2, across: 0.01, angle: 33)),
        ("upper", 150, .gaussian(mean: Point(x: 3, y: 2), along: 1.2, across: 0.01, angle: 34)),
      ]),
    Recipe(
      "outliers", title: "Outliers",
      summary: "eight strays: a component alone on one collapses",
      components: 2, seed: 9,
      parts: [
        ("a", 140, .round(0, 0, deviation: 1)),
        ("b", 140, .round(5, 3, deviation: 1)),
        ("stray", 8, .box(from: Point(x: -15, y: -15), to: Point(x: 20, y: 20))),
      ]),
    Recipe(
      "moons", title: "Moons",
      summary: "two crescents: no two ellipses fit", components: 2,
      seed: 10,
      parts: [
        ("upper", 150, .arc(centre: Point(x: 0, y: 0), radius: 1, from: 0, to: 180, noise: 0.08)),
        (
          "lower", 150,
          .arc(centre: Point(x: 1, y: 0.4), radius: 1, from: 180, to: 360, noise: 0.08)
        ),
      ]),
    Recipe(
      "rings", title: "Rings",
      summary: "ring around ring: one centre, two sizes", components: 2,
      seed: 11,
      parts: [
        ("inner", 100, .arc(centre: Point(x: 0, y: 0), radius: 1, from: 0, to: 360, noise: 0.1)),
        ("outer", 200, .arc(centre: Point(x: 0, y: 0), radius: 3, from: 0, to: 360, noise: 0.1)),
      ]),
    Recipe(
      "crossing-lines", title: "Crossing lines",
      summary: "two lines that cross: made for a mixture of lines", components: 2,
      seed: 12,
      parts: [
        ("rising", 150, .line(from: Point(x: 0, y: 0), to: Point(x: 10, y: 8), noise: 0.25)),
        ("falling", 150, .line(from: Point(x: 0, y: 7), to: Point(x: 10, y: 1), noise: 0.25)),
      ]),
    Recipe(
      "no-clusters", title: "No clusters",
      summary: "an evenly filled square: nothing to be found", components: 3,
      seed: 13,
      parts: [("square", 300, .box(from: Point(x: 0, y: 0), to: Point(x: 10, y: 10)))]),
  ]
}
