import MixtureEngine

extension BuiltInDataSet {
  /// The measured data sets, in the order of the list; the first is opened when none is named.
  static let measured = [
    BuiltInDataSet(
      "old-faithful", title: "Old Faithful",
      summary: "a geyser: length of an eruption, wait for the next",
      source: "Azzalini & Bowman 1990; Härdle 1991",
      columns: ColumnChoice(x: "eruption_minutes", y: "waiting_minutes"), components: 2,
      starts: [
        ShownStart(
          2, .good, .randomPoints, seed: 3,
          "One point from each group: 9 iterations do."),
        ShownStart(
          2, .slow, .randomPoints, seed: 81,
          "Two points from one group: one mean must cross the gap first."),
        ShownStart(
          2, .stuck, .randomPoints, seed: 43,
          "One component keeps both groups, the other a handful of points in one of them."),
        ShownStart(
          2, .collapsing, .outlier, seed: 1,
          "A narrow component on the farthest point shrinks until nothing is left of it."),
        ShownStart(
          3, .good, .randomPoints, seed: 3,
          "The best known optimum; fewer than 1 in 10 random starts reach it."),
        ShownStart(
          3, .stuck, .randomPoints, seed: 1,
          "Two components share one group to little use, 13 nats below the best known."),
        ShownStart(
          3, .collapsing, .randomBox, seed: 16,
          "Two means begin at the data's edge, and one is left with two points or fewer."),
      ],
      table: { PackageResources.old_faithful_csv }),
    BuiltInDataSet(
      "iris", title: "Iris petals", summary: "petals of three species, two alike, many ties",
      source: "Anderson 1935; Fisher 1936",
      columns: ColumnChoice(x: "petal_length_cm", y: "petal_width_cm"), labelColumn: "species",
      components: 3,
      starts: [
        ShownStart(
          3, .good, .randomPoints, seed: 49,
          "The best optimum that is no spike, in 34 iterations."),
        ShownStart(
          3, .slow, .kMeansPlusPlus, seed: 25,
          "The same optimum, five times as late: two species overlap."),
        ShownStart(
          3, .stuck, .randomPoints, seed: 18,
          "One wide component covers two species, 76 nats below the best."),
        ShownStart(
          3, .collapsing, .randomPoints, seed: 110,
          "One component comes to hold only petals 0.2 cm wide: ties on a line."),
      ],
      table: { PackageResources.iris_csv }),
    BuiltInDataSet(
      "penguins", title: "Palmer penguins",
      summary: "bills of three species, two rows missing",
      source: "Gorman, Williams & Fraser 2014",
      columns: ColumnChoice(x: "bill_length_mm", y: "bill_depth_mm"), labelColumn: "species",
      components: 3,
      starts: [
        ShownStart(
          3, .good, .randomPoints, seed: 162,
          "One component for each species, in 35 iterations."),
        ShownStart(
          3, .slow, .randomPoints, seed: 158,
          "The same optimum after a plateau of hundreds of iterations."),
        ShownStart(
          3, .stuck, .randomPoints, seed: 10,
          "Two species share one component, 35 nats below the best."),
        ShownStart(
          3, .collapsing, .randomPoints, seed: 199,
          "After 186 iterations one component holds only bills 17.0 mm deep: ties."),
      ],
      table: { PackageResources.penguins_csv }),
    BuiltInDataSet(
      "fiji-earthquakes", title: "Earthquakes near Fiji",
      summary: "epicentres along two plate boundaries: no ellipses",
      source: "Harvard PRIM-H, J. Woodhouse",
      columns: ColumnChoice(x: "longitude", y: "latitude"), components: 4,
      table: { PackageResources.fiji_earthquakes_csv }),
    BuiltInDataSet(
      "coins", title: "Two coins", summary: "heads of ten tosses; which of two coins is hidden",
      source: "Do & Batzoglou 2008", columns: ColumnChoice(x: "heads"), labelColumn: "coin",
      components: 2, tosses: 10, startingHeads: [6, 5], table: { PackageResources.coins_csv }),
  ]
}
