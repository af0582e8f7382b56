import MixtureEngine
import TerminalCanvas

/// A guided demonstration: a data set, settings, and steps of keys with what to say about them.
public struct Lesson: Sendable {
  /// One step: perhaps a question, then keys, then what they show.
  public struct Step: Hashable, Sendable {
    /// Asked before the keys are pressed, so that the audience can predict.
    public var question: String?
    /// What it can be answered with, and what is right.
    public var answer: Lesson.Expected?
    /// The keys that the step presses.
    public var keys: [Key]
    /// What there is to see, shown after the keys.
    public var caption: String
    /// What the speaker should know, for their eyes alone.
    public var notes: String?

    /// A step of a lesson.
    public init(
      question: String? = nil, answer: Lesson.Expected? = nil, keys: [Key] = [], caption: String,
      notes: String? = nil
    ) {
      self.question = question
      self.answer = answer
      self.keys = keys
      self.caption = caption
      self.notes = notes
    }
  }

  /// The name that starts the lesson.
  public var name: String
  /// What it is called on screen.
  public var title: String
  /// One line that says what it teaches.
  public var summary: String
  /// The data set's name.
  public var dataName: String
  /// The data, where no name says which they are.
  public var material: DataSet?
  /// The recipe of the run.
  public var recipe: RunRecipe
  /// The steps, in order; the first one is on screen when the lesson begins.
  public var steps: [Step]
  /// The text that it was read from, if it was; a saved session takes it along.
  public var text: String?
  /// What the speaker should know of it as a whole.
  public var notes: String?
  /// The folder of the files that it names, if it names some.
  public var folder: String?

  /// A lesson of at least one step.
  public init(
    name: String, title: String, summary: String, dataName: String, recipe: RunRecipe,
    steps: [Step], text: String? = nil, notes: String? = nil
  ) {
    self.name = name
    self.title = title
    self.summary = summary
    self.dataName = dataName
    self.recipe = recipe
    self.steps = steps
    self.text = text
    self.notes = notes
  }
}

extension Lesson {
  /// A key of a step that a lesson should not press there.
  public struct Misplaced: Hashable, Sendable {
    /// What is wrong with a key.
    public enum Fault: Hashable, Sendable {
      /// It changes nothing on the screen.
      case idle
      /// It ends the program.
      case quits
      /// It would write a file each time.
      case saves
    }

    /// The step, counted from 0.
    public var step: Int
    /// The key.
    public var key: Key
    /// What is wrong.
    public var fault: Fault
  }

  /// Plays the lesson from first to last key.
  ///
  /// - Parameters:
  ///   - data: The lesson's data.
  ///   - catalogue: What the world offers where the lesson is given.
  ///   - perform: Does what an effect asks of the world (files).
  /// - Throws: ``StartError`` when the lesson's K doesn't fit the data.
  public func play(
    over data: DataSet, catalogue: Catalogue = Catalogue(),
    perform: (Effect) -> Answer? = { _ in nil }
  ) async throws -> Play {
    var exploration = try Exploration(lesson: self, data: data, catalogue: catalogue)
    var play = Play(beginning: exploration.app)
    var shown = exploration.app.frame()
    for (index, step) in steps.enumerated() {
      for key in step.keys {
        let before = shown
        var agenda = Agenda()
        agenda.add(exploration.app.obey(key))
        var saves = false
        let goesOn = await exploration.finish(&agenda) { effect in
          if case .save = effect { saves = true }
          return perform(effect)
        }
        guard goesOn else {
          play.misplaced.append(Misplaced(step: index, key: key, fault: .quits))
          return play
        }
        let isIdle = exploration.app.notice?.isIdle ?? false
        shown = exploration.app.frame()
        if saves || isIdle || shown == before {
          play.misplaced.append(
            Misplaced(step: index, key: key, fault: saves ? .saves : .idle))
        }
      }
      play.ends.append(exploration.app)
    }
    return play
  }

  /// What a lesson comes to when it is played.
  public struct Play: Sendable {
    /// The keys that it should not press, in order.
    public fileprivate(set) var misplaced: [Misplaced] = []
    /// The application at the beginning.
    private let beginning: AppState
    /// The application at the end of each step that was played.
    fileprivate var ends: [AppState] = []

    fileprivate init(beginning: AppState) { self.beginning = beginning }

    /// The number of a name in a step.
    ///
    /// - Parameters:
    ///   - name: The name.
    ///   - step: The step that has it, counted from 0.
    ///   - isAsked: Whether it stands in what is asked, before the keys.
    public func read(_ name: StateName, in step: Int, asked isAsked: Bool = false) -> Reading {
      let end = Step.Name(name: name, isAsked: isAsked).step(in: step)
      guard end < ends.count else { return .missing("step \(end + 1) isn't over") }
      return name.path.read(in: end < 0 ? beginning : ends[end])
    }
  }
}
