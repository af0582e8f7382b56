import MixtureData

/// Something that is read from TOML about lessons; a mistake is said with file and line.
protocol LessonTOML {
  /// What messages call the file.
  var file: String { get }
}

extension LessonTOML {
  /// The text of an entry, if it is there.
  ///
  /// - Throws: ``LessonError`` when it is of another type.
  func string(_ entry: PlainTOML.Entry?) throws -> String? {
    guard let entry else { return nil }
    guard let string = entry.value.string else {
      throw problem(entry.value.place, "\(entry.key.text) must be a text in quotes.")
    }
    return string
  }

  /// Refuses keys that nothing has a use for.
  ///
  /// - Throws: ``LessonError`` for the first that isn't known.
  func check(_ keys: [PlainTOML.Key], known: [String]) throws {
    for key in keys where !known.contains(key.text) {
      throw problem(key.place, unknown("key", key.text, known))
    }
  }

  /// The sentence about a name that there isn't, with the nearest or with all that there are.
  func unknown(_ what: String, _ name: String, _ known: [String]) -> String {
    let hint =
      nearestName(to: name, among: known).map { "did you mean \($0)?" }
      ?? "known are \(known.joined(separator: ", "))."
    return "there is no \(what) \(name.harmless): \(hint)"
  }

  /// A mistake at a place.
  func problem(_ place: PlainTOML.Place, _ sentence: String) -> LessonError {
    LessonError(file: file, line: place.line, sentence: sentence)
  }
}

/// The text of a file about lessons.
struct LessonDocument: LessonTOML {
  let file: String
  let text: PlainTOML

  /// Reads a file's text.
  ///
  /// - Throws: ``LessonError`` when it can't be read.
  init(_ bytes: [UInt8], file: String) throws {
    self.file = file
    do {
      text = try PlainTOML(bytes)
    } catch let problem as PlainTOML.Problem {
      throw LessonError(file: file, line: problem.place.line, sentence: problem.sentence)
    }
  }
}
