extension String {
  /// The string as it may be shown in a terminal: no control characters, at most 60 characters.
  ///
  /// A name that comes from a file can hold anything, an escape sequence that rewrites the title of
  /// the window included. Control, formatting (such as a change of writing direction) and line
  /// separating characters become `?`.
  public var harmless: String {
    let start = prefix(60)
    return String(start).printable + (start.endIndex < endIndex ? "..." : "")
  }

  /// The string with a `?` in the place of every control, formatting and line separating character.
  public var printable: String {
    reduce(into: "") { result, character in
      result += character.unicodeScalars.contains { $0.isUnprintable } ? "?" : String(character)
    }
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
