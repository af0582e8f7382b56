/// What the picture shows.
public enum View: Int, CaseIterable, Hashable, Sendable {
  /// The points, the components, the axes.
  case plot = 1

  /// The view's name in titles and in the help.
  var title: String {
    switch self {
    case .plot: "plot"
    }
  }
}
