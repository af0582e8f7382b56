import Explorer
import TerminalCanvas

/// A lesson played from first to last key, for paper: what stands on the screen at each step.
struct LessonScenes {
  /// A picture, and what it says to those who can't see it.
  struct Picture {
    var frame: Frame
    var caption: Caption
  }

  /// What a question takes for an answer, and what is right.
  enum Answer: Hashable {
    /// One of some texts; the right one is counted from 0.
    case choice([String], right: Int)
    /// A number, which is right as this text says.
    case number(String)
    /// A place in the picture, which is right as this text says.
    case place(String)

    /// What is right, in words.
    var right: String {
      switch self {
      case .choice(let texts, let right): "\(right + 1). \(texts[right])"
      case .number(let text), .place(let text): text
      }
    }
  }

  /// A step as it is given.
  struct Scene {
    /// The step's number, counted from 1.
    var number: Int
    /// The question, and the picture that it is asked over.
    var question: (text: String, picture: Picture)?
    /// What the question takes for an answer, if that can be right or wrong.
    var answer: Answer?
    /// What there is to see after the keys.
    var caption: String
    /// The picture after the keys.
    var picture: Picture
    /// The step as it was written.
    var step: Lesson.Step
  }

  /// The lesson.
  var lesson: Lesson
  /// The steps, in order.
  var scenes: [Scene]

  /// The size of a picture in cells: that of a small terminal, which a sheet of paper has room for twice,
  /// without its line of keys.
  static let pictureSize = Size(width: 80, height: 23)

  /// The steps that ask something.
  var questionCount: Int { scenes.count { $0.question != nil } }

  /// Plays a lesson.
  ///
  /// - Throws: An error with a sentence when it can't begin.
  init(_ lesson: Lesson) async throws {
    let screen = Size(width: Self.pictureSize.width, height: Self.pictureSize.height + 1)
    var exploration = try lesson.exploration(
      size: screen,
      capabilities: Capabilities(
        colors: .direct, unicode: true, background: SVGTheme.light.backgroundColor))
    exploration.fit(picture: screen)
    exploration.prefer(Preferences(scheme: .light))
    var scenes: [Scene] = []
    for (index, step) in lesson.steps.enumerated() {
      if index > 0 { await exploration.goOn() }
      var question: (String, Picture)?
      if let moment = exploration.lessonMoment, moment.isAsking {
        question = (moment.text, exploration.picture)
        await exploration.goOn()
      }
      scenes.append(
        Scene(
          number: index + 1, question: question,
          answer: exploration.lessonMoment.flatMap(Answer.init),
          caption: exploration.lessonMoment?.text ?? step.caption, picture: exploration.picture,
          step: step))
    }
    self.lesson = lesson
    self.scenes = scenes
  }
}

extension LessonScenes.Answer {
  /// What is right where a step has shown it, if anything is.
  fileprivate init?(_ moment: Exploration.LessonMoment) {
    guard let right = moment.right else { return nil }
    switch moment.expected {
    case .choice(_, let number?): self = .choice(moment.choices, right: number)
    case .number: self = .number(right)
    case .point: self = .place(right)
    case .choice(_, nil), nil: return nil
    }
  }
}

extension Exploration {
  fileprivate mutating func goOn() async {
    await replay([.pageDown], perform: World.performReplayed)
  }

  fileprivate var picture: LessonScenes.Picture {
    LessonScenes.Picture(frame: app.frame(), caption: toldPicture)
  }
}
