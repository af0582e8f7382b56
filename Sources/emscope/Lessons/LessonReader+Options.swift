import Explorer
import MixtureData
import MixtureEngine

/// The options of the command line that a lesson has as keys, and what it says of their mistakes.
extension LessonReader {
  /// What a key takes that is an option of the command line.
  enum Kind {
    case text, whole, number, flag, lineOrNone, texts, file
  }

  static let options: [(key: String, kind: Kind)] = [
    ("label-column", .text), ("weight-column", .text), ("tosses", .whole), ("separator", .text),
    ("decimal", .text), ("gap", .texts), ("header", .lineOrNone), ("hold-out", .number),
    ("algorithm", .text), ("start-covariance", .text), ("start-weights", .text),
    ("short-runs", .whole), ("short-iterations", .whole), ("start-file", .file),
    ("iterations", .whole), ("tolerance", .number), ("observe-labels", .number),
    ("variance-floor", .number), ("standardize", .flag), ("prior", .text),
  ]

  /// Refuses what a lesson always refused, in the words that it had for it.
  func checkChoices() throws {
    _ = try choice("start", among: StartChoice.names, called: \.self, "starting rule")
    _ = try choice("model", among: ModelKind.known, called: \.name, "model")
    _ = try choice("covariance", among: CovarianceStructure.named, called: \.name, "structure")
    if let entry = text.top["seed"], (entry.value.integer ?? -1) < 0 {
      throw problem(entry.value.place, "seed must be a whole number from 0 on.")
    }
  }

  /// The words of the command line that the keys stand for.
  func arguments() throws -> [String] {
    var words: [String] = []
    for key in ["start", "model", "covariance"] {
      if let value = text.top[key]?.value.string { words.append("--\(key)=\(value)") }
    }
    if let seed = text.top["seed"]?.value.integer { words.append("--seed=\(seed)") }
    for (key, kind) in Self.options {
      guard let entry = text.top[key] else { continue }
      words += try values(entry, kind).map { "--\(key)\($0)" }
    }
    return words
  }

  /// What stands behind an option, once for each time that it is given.
  private func values(_ entry: PlainTOML.Entry, _ kind: Kind) throws -> [String] {
    let value = entry.value
    switch kind {
    case .text: return ["=\(try string(entry) ?? "")"]
    case .file:
      let name = try string(entry) ?? ""
      guard name != "-", !name.isEmpty, !name.contains("\0") else {
        throw problem(value.place, "\(entry.key.text) must be the name of a file.")
      }
      return ["=\(places.path(of: name))"]
    case .flag:
      guard case .boolean(let isSet) = value.content else {
        throw problem(value.place, "\(entry.key.text) must be true or false.")
      }
      return isSet ? [""] : []
    case .whole:
      guard let number = value.integer else {
        throw problem(value.place, "\(entry.key.text) must be a whole number.")
      }
      return ["=\(number)"]
    case .number:
      guard let number = value.number else {
        throw problem(value.place, "\(entry.key.text) must be a number.")
      }
      return ["=\(number)"]
    case .lineOrNone:
      guard let word = value.word else {
        throw problem(value.place, "\(entry.key.text) must be the number of a line, or \"none\".")
      }
      return ["=\(word)"]
    case .texts:
      return try value.elements.map { value in
        guard let text = value.word ?? value.number.map({ "\($0)" }) else {
          throw problem(value.place, "\(entry.key.text) must be a text, or an array of texts.")
        }
        return "=\(text)"
      }
    }
  }

  /// Does something that the command line does too, and says what is wrong with the line of the key
  /// that it is about.
  ///
  /// - Parameters:
  ///   - entry: The key that it is about where the sentence names none.
  ///   - isPrefixed: Whether the sentence lacks file and line.
  func located<Value>(
    at entry: PlainTOML.Entry?, prefixed isPrefixed: Bool = true, _ body: () throws -> Value
  ) throws -> Value {
    do {
      return try body()
    } catch let error as LessonError {
      throw error
    } catch  where !isPrefixed {
      throw CommandError("\(error)")
    } catch {
      let isStart = error is StartFileError || error is DocumentError
      throw located(
        Opening.message(for: error), else: isStart ? text.top["start-file"] : entry)
    }
  }

  /// A sentence of the command line with the line of the first key that it is about, in which options
  /// are keys.
  func located(_ message: String, else entry: PlainTOML.Entry? = nil) -> LessonError {
    var sentence = message
    var place: PlainTOML.Place?
    let keys = Self.options.map(\.key) + ["start", "model", "covariance", "seed", "columns"]
    for key in keys.sorted(by: { $0.count > $1.count }) where sentence.contains("--\(key)") {
      sentence = sentence.replacing("--\(key)", with: key)
      place = text.top[key]?.value.place ?? place
    }
    if let range = sentence.firstRange(of: "-k ") {
      sentence.replaceSubrange(range, with: "components ")
      place = place ?? text.top["components"]?.value.place
    }
    return LessonError(
      file: file, line: (place ?? columnPlace(in: sentence) ?? entry?.value.place)?.line ?? 1,
      sentence: sentence)
  }

  /// The place of the column that a sentence is about, if it is about one.
  private func columnPlace(in sentence: String) -> PlainTOML.Place? {
    for key in ["weight-column", "label-column", "columns"] {
      guard let value = text.top[key]?.value else { continue }
      let isAboutIt = value.elements.compactMap(\.word).contains { name in
        return ["'\(name.harmless)'", "column \(name.harmless)"].contains { sentence.contains($0) }
      }
      if isAboutIt { return value.place }
    }
    return nil
  }
}
