/// A key of the keyboard, as a terminal is able to tell it.
public enum Key: Hashable, Sendable {
  /// A key that types a character; the space bar is `.character(" ")`.
  case character(Character)
  /// A letter, or one of `@[\]^_`, held with Control; letters are in lower case.
  case control(Character)
  /// An arrow.
  case up, down, left, right
  /// A key of the block above the arrows.
  case home, end, pageUp, pageDown, insert, delete
  /// A key that would move on, go back or leave.
  case enter, escape, tab, backTab, backspace
  /// A function key, from 1 on.
  case function(Int)

  /// The space bar.
  public static let space = Key.character(" ")
}
