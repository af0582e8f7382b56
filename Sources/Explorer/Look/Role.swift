/// What a thing on the screen is; the theme says how it looks.
enum Role: Hashable, Sendable {
  /// Ordinary text.
  case text
  /// Text that may be overlooked.
  case muted
  /// The line of title.
  case title
  /// A key that can be pressed.
  case key
  /// A number that matters.
  case value
  /// Something that wants attention: a collapse, a warning.
  case alert
  /// Axes and their ticks.
  case axis
  /// Component k, counted from 0: its points and its outline.
  case component(Int)
  /// The number of component k inside its region.
  case region(Int)
  /// The way that the mean of component k has come.
  case trail(Int)
  /// An optimum, counted from 0 for the best.
  case optimum(Int)
  /// Lines of equal density.
  case contour
  /// The mean of component k, a mark on top of everything.
  case mean(Int)
  /// The way of a component's mean in an M-step.
  case arrow(Int)
  /// Points that have no component yet.
  case unassigned
  /// The log-likelihood L.
  case likelihood
  /// The lower bound F.
  case bound
  /// What the cursor or the menu points at.
  case selection
}
