import MixtureEngine
import TerminalCanvas

/// A guided demonstration: a data set, settings, and steps of keys with what to say about them.
public struct Lesson: Sendable {
  /// One step: perhaps a question, then keys, then what they show.
  public struct Step: Hashable, Sendable {
    /// Asked before the keys are pressed, so that the audience can predict.
    public var question: String?
    /// The keys that the step presses.
    public var keys: [Key]
    /// What there is to see, shown after the keys.
    public var caption: String
    /// What the speaker should know, for their eyes alone.
    public var notes: String?

    /// A step of a lesson.
    public init(question: String? = nil, keys: [Key] = [], caption: String, notes: String? = nil) {
      self.question = question
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
  /// The recipe of the run.
  public var recipe: RunRecipe
  /// The steps, in order; the first one is on screen when the lesson begins.
  public var steps: [Step]
  /// The text that it was read from, if it was; a saved session takes it along.
  public var text: String?
  /// What the speaker should know of it as a whole.
  public var notes: String?

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

  /// Plays the lesson from first to last key and answers the keys that it should not press.
  ///
  /// - Parameters:
  ///   - data: The lesson's data.
  ///   - catalogue: What the world offers where the lesson is given.
  ///   - perform: Does what an effect asks of the world (files).
  /// - Throws: ``StartError`` when the lesson's K doesn't fit the data.
  public func misplacedKeys(
    over data: DataSet, catalogue: Catalogue = Catalogue(),
    perform: (Effect) -> Answer? = { _ in nil }
  ) async throws -> [Misplaced] {
    var exploration = try Exploration(lesson: self, data: data, catalogue: catalogue)
    var misplaced: [Misplaced] = []
    for (index, step) in steps.enumerated() {
      for key in step.keys {
        let before = exploration.frame()
        var agenda = Agenda()
        agenda.add(exploration.app.obey(key))
        var saves = false
        let goesOn = await exploration.finish(&agenda) { effect in
          if case .save = effect { saves = true }
          return perform(effect)
        }
        guard goesOn else {
          return misplaced + [Misplaced(step: index, key: key, fault: .quits)]
        }
        let isIdle = exploration.app.notice?.isIdle ?? false
        if saves || isIdle || exploration.frame() == before {
          misplaced.append(Misplaced(step: index, key: key, fault: saves ? .saves : .idle))
        }
      }
    }
    return misplaced
  }
}
