/// What the texts of a lesson say, with the numbers of the moments that they are about.
///
/// A number of the present is read from the application; one of a step that was left, or that the
/// user's own keys have led away from, is kept.
struct LessonMoments: Sendable {
  /// A text of a step.
  enum Kind: Hashable, Sendable {
    /// Asked before the keys.
    case question
    /// Said after them.
    case caption
  }

  private let steps: [Lesson.Step]
  /// What each of their texts reads as; one that is no text of this kind is shown as it is.
  private let texts: [String: LessonText]
  /// The names that each step has.
  private let names: [[Lesson.Step.Name]]
  /// The numbers at the ends of steps, counted from 0; −1 is before the first.
  private var kept: [Int: [StatePath: Reading]] = [:]

  init(of steps: [Lesson.Step]) {
    self.steps = steps
    let texts = Dictionary(
      steps.flatMap(\.texts).compactMap { text in
        (try? LessonText(text)).map { (text, $0) }
      }, uniquingKeysWith: { first, _ in first })
    self.texts = texts
    names = steps.map { $0.names(in: texts) }
  }

  /// Keeps the numbers of the end of a step.
  mutating func keep(_ step: Int, of app: AppState) {
    var readings: [StatePath: Reading] = [:]
    for (index, names) in names.enumerated() {
      for name in names where name.step(in: index) == step && readings[name.name.path] == nil {
        readings[name.name.path] = name.name.path.read(in: app)
      }
    }
    kept[step] = readings
  }

  /// Forgets the numbers of steps whose ends are still to come, or are at present.
  mutating func forget(from step: Int) {
    kept = kept.filter { $0.key < step }
  }

  /// A text with its numbers.
  ///
  /// - Parameters:
  ///   - kind: Which text.
  ///   - index: The step, counted from 0.
  ///   - app: The application as it is.
  ///   - present: The step at whose end it is.
  func text(_ kind: Kind, of index: Int, now app: AppState, atEndOf present: Int) -> String {
    let step = steps[index]
    let text = kind == .question ? step.question ?? step.caption : step.caption
    return filled(text, isAsked: kind == .question, in: index, now: app, atEndOf: present)
  }

  /// A text with its numbers; the parameters are those of ``read(_:isAsked:in:now:atEndOf:)``.
  func filled(
    _ text: String, isAsked: Bool, in index: Int, now app: AppState, atEndOf present: Int
  ) -> String {
    guard let read = texts[text] else { return text }
    return read.filled { self.read($0, isAsked: isAsked, in: index, now: app, atEndOf: present) }
  }

  /// The number of a name in a step.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - isAsked: Whether it is part of what is asked, before the keys.
  ///   - index: The step, counted from 0.
  ///   - app: The application as it is.
  ///   - present: The step at whose end it is.
  func read(
    _ name: StateName, isAsked: Bool, in index: Int, now app: AppState, atEndOf present: Int
  ) -> Reading {
    let step = Lesson.Step.Name(name: name, isAsked: isAsked).step(in: index)
    if let reading = kept[step]?[name.path] { return reading }
    return step == present ? name.path.read(in: app) : .missing("that step isn't over")
  }
}

extension Lesson.Step {
  /// A name in a text of a step.
  struct Name: Hashable, Sendable {
    /// The name.
    var name: StateName
    /// Whether it is part of what is asked, before the keys.
    var isAsked: Bool

    /// The step of whose end the number is, counted from 0; −1 is before the first.
    ///
    /// - Parameter index: The step that has the name.
    func step(in index: Int) -> Int {
      switch name.moment {
      case .now: isAsked ? index - 1 : index
      case .previous: index - 1
      case .step(let number): number
      }
    }
  }

  /// Its texts: the question, the choices and the caption.
  fileprivate var texts: [String] { [question, caption].compactMap(\.self) + choices }

  private var choices: [String] { answer?.choices ?? [] }

  /// Every name in its texts and in its answer.
  ///
  /// - Parameter texts: What the texts read as.
  fileprivate func names(in texts: [String: LessonText]) -> [Name] {
    func names(_ found: [StateName], isAsked: Bool) -> [Name] {
      found.map { Name(name: $0, isAsked: isAsked) }
    }
    return ([question].compactMap(\.self) + choices).flatMap {
      names(texts[$0]?.names ?? [], isAsked: true)
    } + names(texts[caption]?.names ?? [], isAsked: false)
      + names(answer?.numbers.values.flatMap(\.names) ?? [], isAsked: false)
  }
}
