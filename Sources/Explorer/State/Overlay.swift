/// What lies over the picture.
enum Overlay: Hashable, Sendable {
  /// The keys; scrolled down by a number of lines.
  case help(scroll: Int)
  /// A list to choose from.
  case menu(Menu)
  /// What happened in the mathematics, and what can be done about it.
  case card(Card)
}
