extension String {
  /// The string as it may be shown in a terminal: no control characters, at most 60 characters.
  ///
  /// A name that comes from a file can hold anything, an escape sequence that rewrites the title of
  /// the window included.
  public var harmless: String {
    let start = prefix(60)
    return String(start).printable + (start.endIndex == endIndex ? "" : "...")
  }

  /// A path as it may be shown in a terminal: no control characters, and of a long one the last 60, for
  /// what tells a file from others is the end of its path.
  public var harmlessPath: String {
    count <= 60 ? printable : "..." + String(suffix(60)).printable
  }

  /// The string as it may be shown in a terminal, at its full length.
  ///
  /// Control, formatting (such as a change of writing direction) and line separating characters
  /// become `?`.
  public var printable: String {
    reduce(into: "") { result, character in
      if character.unicodeScalars.contains(where: \.isUnprintable) {
        result += "?"
      } else {
        result.append(character)
      }
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
