/// A text of the manual, in which some words are to be typed as they are and some stand for others.
struct ManualText: ExpressibleByStringInterpolation {
  /// A part of the text, and how it is set.
  enum Part {
    /// As the text around it.
    case plain(String)
    /// Typed as it is.
    case literal(String)
    /// Stands for what the user chooses.
    case placeholder(String)
  }

  var parts: [Part]

  init(_ parts: Part...) { self.parts = parts }

  /// Several things that are typed as they are, with commas between.
  init(literals: [String]) {
    parts = literals.enumerated().flatMap { index, word -> [Part] in
      index == 0 ? [.literal(word)] : [.plain(", "), .literal(word)]
    }
  }

  init(stringLiteral text: String) { parts = [.plain(text)] }
}
