import RealModule
import TerminalCanvas

/// Arithmetic over numbers of the state, such as `logLikelihood - previous.logLikelihood`.
///
/// It has `+ - * /`, parentheses, numbers, names, and the functions of ``functions``.
public struct StateExpression: Hashable, Sendable {
  fileprivate indirect enum Node: Hashable, Sendable {
    case number(Double)
    case name(StateName)
    case negation(Node)
    case operation(Unicode.Scalar, Node, Node)
    case call(String, Node)
  }

  /// What is wrong with a text that is no expression.
  public enum Fault: Error, Hashable, Sendable {
    /// It has a name that nothing has.
    case unknown(String)
    /// It is written wrong, as the sentence says.
    case malformed(String)
  }

  private let root: Node
  /// The expression as it was written.
  public let text: String

  /// The functions that it can have, each of one number.
  public static let functions = ["abs", "exp", "log", "sqrt"]

  /// Reads an expression.
  ///
  /// - Parameters:
  ///   - text: The expression.
  ///   - meanings: What further names stand for, where it is written.
  /// - Throws: ``Fault`` with a sentence, or with the name that nothing has.
  public init(_ text: String, where meanings: [String: StateExpression] = [:]) throws(Fault) {
    var reader = ExpressionReader(text, meanings.mapValues(\.root))
    root = try reader.whole()
    let start = text.drop(while: \.isWhitespace)
    self.text = String(start.reversed().drop(while: \.isWhitespace).reversed())
  }

  /// An expression that is a number.
  public init(_ number: Double) {
    root = .number(number)
    text = number.significant(15)
  }

  /// The names in it.
  public var names: [StateName] { root.names }

  /// What it comes to.
  ///
  /// - Parameter read: Reads the number of a name.
  public func evaluate(_ read: (StateName) -> Reading) -> Reading {
    if case .name(let name) = root { return read(name) }
    var text: ((Double) -> String) = { $0.significant(4) }
    // What is made of sums of one kind is written like them.
    if let paths = root.summands, let decimals = paths.compactMap({ Self.decimals(read($0)) }).max()
    {
      text = { $0.fixed(decimals) }
    }
    switch root.value(read) {
    case .success(let value) where value.isFinite: return .known(value, text)
    case .success: return .missing("\(self.text) is no finite number")
    case .failure(let absence): return absence.reading
    }
  }

  /// How many digits the screen writes after the point of a number.
  private static func decimals(_ reading: Reading) -> Int? {
    guard case .known(_, let text) = reading, !text.contains("e") else { return nil }
    return text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0
  }
}

/// Why an expression has no value: one of its names has none.
private struct Absence: Error {
  var reading: Reading
}

extension StateExpression.Fault {
  /// The mistake in a sentence.
  ///
  /// - Parameters:
  ///   - meanings: Further names that have a meaning there.
  ///   - nearest: The known name that is most like a mistyped one, if one is.
  public func sentence(
    knowing meanings: [String] = [], nearest: (String, [String]) -> String?
  ) -> String {
    switch self {
    case .malformed(let sentence): return sentence
    case .unknown(let name):
      let known = StateName.suggestion(for: name, nearest: nearest) ?? nearest(name, meanings)
      let hint =
        known.map { "did you mean \($0)?" } ?? "'emscope lesson --names' lists the names there are."
      return "there is no number called \(name): \(hint)"
    }
  }
}

extension StateExpression.Node {
  fileprivate var names: [StateName] {
    switch self {
    case .number: []
    case .name(let name): [name]
    case .negation(let node), .call(_, let node): node.names
    case .operation(_, let a, let b): a.names + b.names
    }
  }

  /// The names of which it is a sum or difference, all of one number; `nil` for anything else.
  fileprivate var summands: [StateName]? {
    switch self {
    case .name(let name): return [name]
    case .negation(let node): return node.summands
    case .operation("+", let a, let b), .operation("-", let a, let b):
      guard let left = a.summands, let right = b.summands else { return nil }
      return left[0].path == right[0].path ? left + right : nil
    case .number, .operation, .call: return nil
    }
  }

  fileprivate func value(_ read: (StateName) -> Reading) -> Result<Double, Absence> {
    switch self {
    case .number(let number): return .success(number)
    case .name(let name):
      let reading = read(name)
      return reading.value.map { .success($0) } ?? .failure(Absence(reading: reading))
    case .negation(let node): return node.value(read).map { -$0 }
    case .call(let function, let node):
      return node.value(read).map { value in
        switch function {
        case "abs": abs(value)
        case "exp": .exp(value)
        case "log": .log(value)
        default: value.squareRoot()
        }
      }
    case .operation(let sign, let a, let b):
      return a.value(read).flatMap { left in
        b.value(read).map { right in
          switch sign {
          case "+": left + right
          case "-": left - right
          case "*": left * right
          default: left / right
          }
        }
      }
    }
  }
}

/// Reads an expression from left to right.
private struct ExpressionReader {
  private let text: [Unicode.Scalar]
  private var index = 0
  private var depth = 0

  /// The deepest that parentheses and signs are nested.
  private static let mostDepth = 50
  /// The longest expression.
  private static let mostScalars = 1000

  private let meanings: [String: StateExpression.Node]

  init(_ text: String, _ meanings: [String: StateExpression.Node]) {
    self.text = Array(text.unicodeScalars.prefix(Self.mostScalars + 1))
    self.meanings = meanings
  }

  mutating func whole() throws(StateExpression.Fault) -> StateExpression.Node {
    guard text.count <= Self.mostScalars else {
      throw .malformed("an expression has at most \(Self.mostScalars) characters.")
    }
    let node = try sum()
    guard next == nil else { throw misplaced }
    return node
  }

  /// The scalar behind the blanks.
  private var next: Unicode.Scalar? {
    mutating get {
      while index < text.count, text[index].properties.isWhitespace { index += 1 }
      return index < text.count ? text[index] : nil
    }
  }

  private var misplaced: StateExpression.Fault {
    mutating get {
      guard let next else {
        return .malformed("an expression ends too early: a number or a name is missing.")
      }
      return .malformed(
        "\(next.properties.isWhitespace || next.value < 0x20 ? "?" : "\(next)") is not expected in an "
          + "expression: it has numbers, names, + - * / and ( ).")
    }
  }

  private mutating func sum() throws(StateExpression.Fault) -> StateExpression.Node {
    var node = try product()
    while let sign = next, "+-−".unicodeScalars.contains(sign) {
      index += 1
      node = .operation(sign == "+" ? "+" : "-", node, try product())
    }
    return node
  }

  private mutating func product() throws(StateExpression.Fault) -> StateExpression.Node {
    var node = try factor()
    while let sign = next, sign == "*" || sign == "/" {
      index += 1
      node = .operation(sign, node, try factor())
    }
    return node
  }

  private mutating func factor() throws(StateExpression.Fault) -> StateExpression.Node {
    guard depth < Self.mostDepth else {
      throw .malformed("an expression is nested at most \(Self.mostDepth) deep.")
    }
    depth += 1
    defer { depth -= 1 }
    guard let first = next else { throw misplaced }
    if first == "-" || first == "−" {
      index += 1
      return .negation(try factor())
    }
    if first == "(" { return try parenthesis() }
    if ("0"..."9").contains(first) || first == "." { return try number() }
    guard isLetter(first) else { throw misplaced }
    return try name()
  }

  private mutating func parenthesis() throws(StateExpression.Fault) -> StateExpression.Node {
    index += 1
    let node = try sum()
    guard next == ")" else { throw next == nil ? .malformed("a ) is missing.") : misplaced }
    index += 1
    return node
  }

  private mutating func number() throws(StateExpression.Fault) -> StateExpression.Node {
    var word = ""
    while index < text.count {
      let scalar = text[index]
      let isExponent = scalar == "e" || scalar == "E"
      let isSign = (scalar == "+" || scalar == "-") && (word.last == "e" || word.last == "E")
      guard ("0"..."9").contains(scalar) || scalar == "." || isExponent || isSign else { break }
      word.unicodeScalars.append(scalar)
      index += 1
    }
    guard let number = Double(word), number.isFinite else {
      throw .malformed("\(word) is no number.")
    }
    return .number(number)
  }

  private mutating func name() throws(StateExpression.Fault) -> StateExpression.Node {
    var word = ""
    while index < text.count {
      let scalar = text[index]
      guard isLetter(scalar) || ("0"..."9").contains(scalar) || scalar == "." else { break }
      word.unicodeScalars.append(scalar)
      index += 1
    }
    if next == "(" {
      guard StateExpression.functions.contains(word) else {
        throw .malformed(
          "\(word) is no function: there are \(StateExpression.functions.joined(separator: ", ")).")
      }
      return .call(word, try parenthesis())
    }
    if let meaning = meanings[word] { return meaning }
    guard let name = StateName(word) else { throw .unknown(word) }
    return .name(name)
  }

  private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || scalar == "_"
  }
}
