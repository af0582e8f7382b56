import MixtureEngine
import TerminalCanvas

/// Something that line mode can be asked for in a word.
struct Question: Sendable {
  /// What answers it: the words behind the question's own say more closely what is wanted.
  typealias Answer = @Sendable (AppState, ArraySlice<String>) throws(Notice) -> Told

  /// The words that ask it; the first one is its name.
  let names: [String]
  /// What may stand behind the word, for the help.
  let argument: String?
  /// What it answers, for the help.
  let summary: String
  /// The answer.
  let answer: Answer

  init(
    _ names: String..., argument: String? = nil, about summary: String,
    answer: @escaping Answer
  ) {
    self.names = names
    self.argument = argument
    self.summary = summary
    self.answer = answer
  }

  /// Every question, in the order of the help.
  static let all: [Question] =
    [state, status, parameters, formulas, trace, ledger, labels, dial, data]
    + View.all.compactMap(\.question) + [view, menu, hand, keys, help]

  /// The question of a word, if there is one.
  static func named(_ word: String) -> Question? {
    let word = word.lowercased()
    return all.first { $0.names.contains(word) }
  }
}

extension View {
  /// What is told of the view, asked by its name.
  var question: Question? { told.map { Question(of: self, $0) } }
}

extension Question {
  fileprivate init(of view: View, _ telling: View.Telling) {
    names = [view.name] + telling.otherNames
    argument = telling.argument
    summary = view.summary
    answer = telling.answer
  }
}

extension ArraySlice<String> {
  /// How many lines of a table are wanted: all, a number, or so many if nothing is said.
  func count(usually usual: Int) throws(Notice) -> Int {
    guard let word = first else { return usual }
    if word.lowercased() == "all" { return Question.mostLines }
    guard let count = Int(word), count > 0 else {
      throw .refusal("Give a number of lines, or all.")
    }
    return Swift.min(count, Question.mostLines)
  }
}

extension Question {
  /// How many lines of a table are told at most.
  static let mostLines = 10_000
  /// How many are told if nothing is said.
  static let usualLines = 10
}
