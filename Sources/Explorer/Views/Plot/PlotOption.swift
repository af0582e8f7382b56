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

  /// What the option does.
  var help: String {
    switch self {
    case .marks: "points as marks or as dots"
    case .ellipses: "ellipses at 1, 2 or 3 standard deviations, or none"
    case .trails: "the way that each mean has come"
    case .regions: "regions: who is most responsible where"
    case .contours: "lines of equal density p(x|θ)"
    case .blending: "colours mixed by responsibility, ? where undecided"
    case .uncertainty: "shade where the posterior is undecided"
    }
  }
}
