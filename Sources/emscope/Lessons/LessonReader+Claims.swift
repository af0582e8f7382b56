import Explorer
import MixtureData

/// What a lesson says of numbers: names in its texts, and claims.
extension LessonReader {
  /// A claim of a step, and its line.
  typealias Claim = (claim: LessonClaim, line: Int)

  /// The claims of a step, counted from 0.
  ///
  /// - Throws: ``LessonError`` for the first that can't be read.
  func claims(ofStep index: Int) throws -> [Claim] {
    let step = text.tables[index]
    let answer = try answer(ofStep: index)
    guard let entry = step["claims"] else { return [] }
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

  /// What a step has as its answer: a number, or two for a point, under the names that claims have for
  /// them; nothing where it has none.
  ///
  /// - Throws: ``LessonError`` when it can't be read.
  func answer(ofStep index: Int) throws -> [String: StateExpression] {
    guard let entry = text.tables[index]["answer"] else { return [:] }
    if case .array(let values) = entry.value.content {
      guard (1...2).contains(values.count) else {
        throw problem(entry.value.place, "a point is [x, y], or [x] on a line.")
      }
      let parts = try values.map { try number($0, inStep: index) }
      return Dictionary(uniqueKeysWithValues: zip(["answer.x", "answer.y"], parts))
    }
    return ["answer": try number(entry.value, inStep: index)]
  }

  /// A number, or a text with an expression in braces.
  func number(_ value: PlainTOML.Value, inStep index: Int) throws -> StateExpression {
    switch value.content {
    case .integer(let number): return StateExpression(Double(number))
    case .float(let number): return StateExpression(number)
    case .string(let string):
      guard string.hasPrefix("{"), string.hasSuffix("}"), string.count > 2 else { break }
      let expression = try reading(at: value.place) { () throws(StateExpression.Fault) in
        try StateExpression(String(string.dropFirst().dropLast()))
      }
      try check(expression.names, asked: false, inStep: index, at: value.place)
      return expression
    case .boolean, .array: break
    }
    throw problem(
      value.place,
      "an answer is a number, or a text such as \"{logLikelihood}\" for one of the state.")
  }

  /// Reads the names in a text of a step.
  ///
  /// - Throws: ``LessonError`` for the first that there isn't.
  func checkNames(_ entry: PlainTOML.Entry, inStep index: Int) throws {
    let values: [PlainTOML.Value] =
      if case .array(let values) = entry.value.content { values } else { [entry.value] }
    for value in values {
      guard let string = value.string else { continue }
      let text = try reading(at: value.place) { () throws(StateExpression.Fault) in
        try LessonText(string)
      }
      try check(
        text.names, asked: ["question", "choices"].contains(entry.key.text), inStep: index,
        at: value.place)
    }
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
