import TerminalCanvas

/// How the plot is drawn.
struct PlotOptions: Hashable, Sendable {
  /// What a point looks like.
  enum Drawing: Hashable, Sendable {
    /// One mark in each cell, with the shape of its component.
    case marks
    /// Braille dots, eight to a cell.
    case dots
  }

  /// What the user chose; otherwise few points are marks and many are dots.
  private var chosen: Drawing?
  /// What is drawn beside points, outlines and means.
  private var shown: Set<PlotOption> = [.tint]
  /// The radii that the user chose.
  private var chosenLevels: [Double]?
  /// How the axes are scaled; `nil` as it suits data and plot.
  private(set) var aspect: Viewport.Aspect?
  /// Which part of the plane is shown.
  var zoom = Zoom()

  /// The most points that are drawn as marks unless the user chooses.
  private static let fewPoints = 500
  /// The radii to choose from.
  private static let allLevels: [[Double]] = [[2], [1, 2], [1, 2, 3], [], [1]]

  /// What a point looks like when there are so many; without colours, only marks tell the
  /// components apart.
  func drawing(points: Int, hasColors: Bool) -> Drawing {
    chosen ?? (points <= Self.fewPoints || !hasColors ? .marks : .dots)
  }

  /// Marks in the place of dots, or dots in the place of marks.
  mutating func toggleDrawing(points: Int, hasColors: Bool) {
    chosen = drawing(points: points, hasColors: hasColors) == .marks ? .dots : .marks
  }

  /// Whether something is drawn beside points, outlines and means.
  func shows(_ option: PlotOption) -> Bool { shown.contains(option) }

  /// Draws something, or no longer.
  mutating func toggle(_ option: PlotOption) { shown.formSymmetricDifference([option]) }

  /// The radii of the ellipses, in standard deviations; one at first, as its inside is tinted.
  var levels: [Double] { chosenLevels ?? Self.allLevels[0] }

  /// The same without what is drawn of the components beside their means.
  var withoutOutlines: PlotOptions {
    var bare = self
    bare.chosenLevels = []
    bare.shown.subtract([.tint, .trails, .regions, .contours, .uncertainty])
    return bare
  }

  /// As it suits, then one scale, then fitted.
  mutating func nextAspect() {
    aspect = aspect == nil ? .equal : aspect == .equal ? .fitted : nil
  }

  /// The next choice of ellipses.
  mutating func nextLevels() {
    let index = Self.allLevels.firstIndex(of: levels) ?? 0
    chosenLevels = Self.allLevels[(index + 1) % Self.allLevels.count]
  }
}

/// Something about the plot that can be chosen: a line of the menu with a letter.
public enum PlotOption: Character, CaseIterable, Hashable, Sendable {
  /// What a point looks like.
  case marks = "m"
  /// Which ellipses are drawn.
  case ellipses = "e"
  /// The way that each mean has come.
  case trails = "t"
  /// Whose each part of the plane is.
  case regions = "r"
  /// Lines of equal density.
  case contours = "c"
  /// Colours mixed by responsibility.
  case blending = "b"
  /// Shading where the posterior is undecided.
  case uncertainty = "u"
  /// The inside of the ellipses.
  case tint = "i"
  /// The direction in which the end of a run is slow.
  case slow = "s"
  /// How the axes are scaled.
  case scales = "a"

  /// Why points on a line have no use for it, `nil` where they have one.
  var refusalOnALine: String? {
    switch self {
    case .marks, .trails, .regions, .blending, .slow: nil
    case .ellipses: "Points on a line have no ellipses: the curves show the components."
    case .contours: "Points on a line have no contours: the curve over them is p(x|θ)."
    case .uncertainty: "Points on a line have no shade: the strip below shows where q is undecided."
    case .tint: "Points on a line have no ellipses to tint: the curves show the components."
    case .scales: "Points on a line have one axis: there is no other to scale."
    }
  }

  /// What the option does.
  var help: String {
    switch self {
    case .marks: "points as marks or as dots"
    case .ellipses: "ellipses at 1, 2 or 3 standard deviations, or none"
    case .trails: "the way that each mean has come"
    case .regions: "regions: who is most responsible where"
    case .contours: "lines of equal density p(x|θ)"
    case .blending: "colours mixed by responsibility everywhere"
    case .uncertainty: "shade where the posterior is undecided"
    case .tint: "the ellipses' insides in a tint; off for slow lines"
    case .slow: "where a run has ended: arrows along its slow direction"
    case .scales: "both axes to one scale, or fitted to the plot"
    }
  }
}
