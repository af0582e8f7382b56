import Explorer
import MixtureData

/// What a lesson says of numbers: names in its texts, and claims.
extension LessonReader {
  /// A claim of a step, and its line.
  typealias Claim = (claim: LessonClaim, line: Int)

  /// The claims of a step, counted from 0.
  ///
  /// - Parameter answer: What is right there; claims have its numbers.
  /// - Throws: ``LessonError`` for the first that can't be read.
  func claims(ofStep index: Int, answer: Lesson.Expected?) throws -> [Claim] {
    let answer = answer?.numbers ?? [:]
    guard let entry = text.tables[index]["claims"] else { return [] }
    guard case .array(let values) = entry.value.content else {
      throw problem(
        entry.value.place, "claims must be an array of texts, as in [\"gap = 0 +- 1e-9\"].")
    }
    return try values.map { value in
      guard let string = value.string else {
        throw problem(value.place, "a claim must be a text in quotes, as in \"gap = 0 +- 1e-9\".")
      }
      let claim = try reading(at: value.place, knowing: Array(answer.keys)) {
        () throws(StateExpression.Fault) in
        try LessonClaim(string, where: answer)
      }
      try check(claim.names, asked: false, inStep: index, at: value.place)
      return (claim, value.place.line)
    }
  }

  /// A number, or a text with an expression in braces.
  func number(_ value: PlainTOML.Value, inStep index: Int) throws -> StateExpression {
    if let number = value.number { return StateExpression(number) }
    guard let string = value.string, string.hasPrefix("{"), string.hasSuffix("}"),
      string.count > 2
    else {
      throw problem(
        value.place,
        "an answer is a number, or a text such as \"{logLikelihood}\" for one of the state.")
    }
    let expression = try reading(at: value.place) { () throws(StateExpression.Fault) in
      try StateExpression(String(string.dropFirst().dropLast()))
    }
    try check(expression.names, asked: false, inStep: index, at: value.place)
    return expression
  }

  /// A text of a step, whether it is asked before the keys, and where it stands.
  typealias StepText = (text: LessonText, isAsked: Bool, place: PlainTOML.Place)

  /// The texts of a step, counted from 0, that can name numbers.
  ///
  /// - Throws: ``LessonError`` for the first that can't be read, or that has a name that there isn't.
  func texts(ofStep index: Int) throws -> [StepText] {
    var texts: [StepText] = []
    for (key, isAsked) in [("question", true), ("choices", true), ("caption", false)] {
      for value in text.tables[index][key]?.value.elements ?? [] {
        guard let string = value.string else { continue }
        let text = try reading(at: value.place) { () throws(StateExpression.Fault) in
          try LessonText(string)
        }
        try check(text.names, asked: isAsked, inStep: index, at: value.place)
        texts.append((text, isAsked, value.place))
      }
    }
    return texts
  }

  /// Refuses names of moments that are still to come where they are read.
  private func check(
    _ names: [StateName], asked isAsked: Bool, inStep index: Int, at place: PlainTOML.Place
  ) throws {
    let present = isAsked ? index - 1 : index
    for name in names {
      switch name.moment {
      case .now: continue
      case .previous where index > 0 || text.tables[index]["question"] != nil: continue
      case .previous:
        throw problem(place, "\(name.text): there is no step before the first one.")
      case .step(let step) where step <= present: continue
      case .step(let step):
        throw problem(place, "\(name.text): step \(step + 1) isn't over there.")
      }
    }
  }

  private func reading<Value>(
    at place: PlainTOML.Place, knowing names: [String] = [],
    _ read: () throws(StateExpression.Fault) -> Value
  ) throws -> Value {
    do throws(StateExpression.Fault) {
      return try read()
    } catch {
      let sentence = error.sentence(knowing: names) { nearestName(to: $0, among: $1) }
      throw problem(place, sentence)
    }
  }
}
