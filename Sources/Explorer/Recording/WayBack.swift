/// What brings somebody where a session is.
public enum WayBack: Hashable, Sendable {
  /// A command line, and what has to be known of where it leads there, if anything.
  case command(String, remark: String?)
  /// None, with the sentence that says why.
  case none(String)
}
