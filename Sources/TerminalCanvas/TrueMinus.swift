extension String {
  /// The text of a number with a true minus sign in the place of the hyphen before it.
  ///
  /// Where only ASCII can be shown it is spelled as a hyphen again.
  public var withTrueMinus: String { hasPrefix("-") ? "−" + dropFirst() : self }
}
