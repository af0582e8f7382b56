extension String {
  /// The string as it may be shown in a terminal: no control characters, at most 60 characters.
  ///
  /// A name that comes from a file can hold anything, an escape sequence that rewrites the title of
  /// the window included. Control, formatting (such as a change of writing direction) and line
  /// separating characters become `?`.
  public var harmless: String {
    var result = ""
    for (position, character) in self.enumerated() {
      guard position < 60 else { return result + "..." }
      result += character.unicodeScalars.contains { $0.isUnprintable } ? "?" : String(character)
    }
    return result
  }
}

extension Unicode.Scalar {
  fileprivate var isUnprintable: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      true
    default: false
    }
  }
}
