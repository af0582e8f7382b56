import Explorer
import MixtureEngine

extension LessonReader {
  /// What a step's question can be answered with, if it says so.
  ///
  /// - Throws: ``LessonError`` with the line of what is missing, unknown or of a wrong type.
  func answer(_ step: PlainTOML.Table, _ index: Int) throws -> Lesson.Expected? {
    let (choices, answer, tolerance) = (step["choices"], step["answer"], step["tolerance"])
    guard let first = choices ?? answer ?? tolerance else { return nil }
    guard step["question"] != nil else {
      throw problem(first.key.place, "\(first.key.text) needs a question beside it.")
    }
    if let choices {
      if let tolerance {
        throw problem(tolerance.key.place, "a choice has no tolerance: leave it out.")
      }
      return try choice(choices, answer)
    }
    guard let answer else {
      throw problem(first.key.place, "tolerance needs an answer beside it.")
    }
    guard let tolerance else {
      throw problem(
        answer.key.place,
        "an answer without choices needs a tolerance: how far off is right, such as 0.5.")
    }
    if case .array(let coordinates) = answer.value.content {
      return try point(coordinates, index, answer, tolerance)
    }
    return .number(
      try number(answer.value, inStep: index), tolerance: try halfWidth(tolerance.value))
  }

  private func choice(_ choices: PlainTOML.Entry, _ answer: PlainTOML.Entry?) throws
    -> Lesson.Expected
  {
    let place = choices.value.place
    guard case .array(let values) = choices.value.content, (2...9).contains(values.count) else {
      throw problem(place, "choices must be 2 to 9 texts in brackets, such as [\"yes\", \"no\"].")
    }
    var texts: [String] = []
    for value in values {
      guard let text = value.string, text.contains(where: { !$0.isWhitespace }) else {
        throw problem(value.place, "a choice must be a text in quotes that isn't empty.")
      }
      guard !texts.contains(text) else {
        throw problem(value.place, "the choice \(text.harmless) is there twice: remove one.")
      }
      texts.append(text)
    }
    guard let answer else { return .choice(among: texts, right: nil) }
    guard let number = answer.value.integer, (1...texts.count).contains(number) else {
      throw problem(
        answer.value.place,
        "answer must be the number of a choice, from 1 to \(texts.count); without it there is no "
          + "right one.")
    }
    return .choice(among: texts, right: number - 1)
  }

  private func point(
    _ coordinates: [PlainTOML.Value], _ index: Int, _ answer: PlainTOML.Entry,
    _ tolerance: PlainTOML.Entry
  ) throws -> Lesson.Expected {
    guard (1...2).contains(coordinates.count) else {
      throw problem(
        answer.value.place, "a point has two coordinates, or one where the points are on a line.")
    }
    guard case .array(let widths) = tolerance.value.content, widths.count == coordinates.count
    else {
      throw problem(
        tolerance.value.place,
        "the tolerance of a point has a number for each coordinate, such as [0.4, 5].")
    }
    let parts = try coordinates.map { try number($0, inStep: index) }
    let half = try widths.map(halfWidth)
    return .point(
      x: parts[0], y: parts.count == 2 ? parts[1] : nil,
      halfWidths: Point(x: half[0], y: half.count == 2 ? half[1] : 0))
  }

  private func halfWidth(_ value: PlainTOML.Value) throws -> Double {
    guard let number = value.number, number >= 0 else {
      throw problem(value.place, "a tolerance must be a number from 0 on, such as 0.5.")
    }
    return number
  }
}
