import TerminalCanvas

/// The program in lines: reads the names of keys, or a question in a word, and answers in sentences.
///
/// It presses keys in the same program and asks the same panes as the screen does.
public struct Teller: Sendable {
  /// The program.
  public private(set) var exploration: Exploration
  /// The known name that is most like a mistyped one.
  private let nearest: @Sendable (String, [String]) -> String?

  /// A teller of a program.
  ///
  /// - Parameters:
  ///   - exploration: The program.
  ///   - nearest: The known name that is most like a mistyped one, if one is.
  public init(
    _ exploration: Exploration,
    nearest: @escaping @Sendable (String, [String]) -> String? = { _, _ in nil }
  ) {
    self.exploration = exploration
    self.nearest = nearest
  }

  private var app: AppState { exploration.app }

  /// The question after what a lesson says, which the application knows nothing of.
  static let narration = "lesson"

  /// What there is at first.
  public var opening: String {
    spelled {
      narration + Question.all[0].told(of: app) + Told("help lists what can be asked.")
    }
  }

  /// What a lesson, or whatever else leads through the program, says at present.
  private var narration: Told { exploration.walkthrough?.told(beside: app) ?? Told() }

  /// Obeys or answers a line; whatever its keys set going comes to its end.
  ///
  /// - Parameters:
  ///   - line: Names of keys, as a session has them, or a question.
  ///   - perform: Does what an effect asks of the world (files).
  /// - Returns: The answer in lines, each with its end; `nil` at the end of the program.
  public mutating func hear(
    _ line: String, perform: (Effect) -> Answer? = { _ in nil }
  ) async -> String? {
    let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let first = words.first else { return "" }
    if words.count == 1, first.lowercased() == "quit" { return nil }
    if words.count == 1, first.lowercased() == Self.narration {
      let told = narration
      return spelled { told.lines.isEmpty ? Told("No lesson is given: T lists them.") : told }
    }
    if let question = Question.named(first) {
      return spelled { question.told(of: app, words.dropFirst()) }
    }
    let keys: [Key]
    do {
      keys = try Key.keys(named: line)
    } catch {
      return spelled { Told(complaint(of: error.name)) }
    }
    let before = narration
    guard let remarks = await press(keys, perform: perform) else { return nil }
    return spelled { remarks + (narration == before ? Told() : narration) + present }
  }

  /// What is said after keys: what lies over the picture, or else what was done and comes next, how
  /// far the run is, and what is shown in the place of the plot.
  private var present: Told {
    if let overlay = app.toldOverlay {
      return app.notice == nil ? overlay : app.toldStatus + overlay
    }
    let told = app.toldStatus + app.toldProgress
    if let hand = app.toldHand { return told + hand }
    return app.view == .plot ? told : told + ((try? app.toldView()) ?? Told())
  }

  /// Presses keys, one after the other.
  ///
  /// - Returns: What was said on the way, or `nil` at the end of the program.
  private mutating func press(_ keys: [Key], perform: (Effect) -> Answer?) async -> Told? {
    var remarks = Told()
    for (number, key) in keys.enumerated() {
      if app.binding(of: key) == nil, exploration.walkthrough?.move(for: key, in: app) == nil {
        remarks += Told("\(key.name) does nothing here: keys lists those that do.")
        continue
      }
      guard await exploration.press(key, perform: perform) else { return nil }
      if number < keys.count - 1, let notice = app.notice {
        remarks += Told("\(key.name): \(notice.text)")
      }
    }
    return remarks
  }

  private func complaint(of name: String) -> String {
    if Question.named(name) != nil { return "\(name) is a question: give it a line of its own." }
    let shown = name.count > 40 ? name.prefix(40) + "..." : name[...]
    let names = Question.all.flatMap(\.names) + [Self.narration, "quit"]
    let known = names + Key.longNames
    let guess = nearest(name, known.map { $0.lowercased() }).flatMap { guess in
      known.first { $0.lowercased() == guess }.map { "; did you mean \($0)?" }
    }
    return "There is no key or question '\(shown)'"
      + (guess ?? ": keys lists the keys, help the questions.")
  }

  private func spelled(_ told: () -> Told) -> String {
    let spelling = app.screen.spelling
    return Spelling.$current.withValue(spelling == .letters ? .told : spelling) { told().text }
  }
}

extension Question {
  /// The answer, or why there is none.
  fileprivate func told(of state: AppState, _ words: ArraySlice<String> = []) -> Told {
    do throws(Notice) {
      return try answer(state, words)
    } catch {
      return Told(error.text)
    }
  }
}

extension Exploration {
  /// Presses a key; whatever it sets going, a run that goes on by itself included, comes to its end.
  ///
  /// - Returns: Whether the program goes on.
  fileprivate mutating func press(_ key: Key, perform: (Effect) -> Answer?) async -> Bool {
    var event = Event.key(key)
    repeat {
      var agenda = Agenda()
      agenda.add(handle(event))
      guard await finish(&agenda, perform: perform) else { return false }
      event = .tick
    } while tickInterval != nil
    return true
  }
}
