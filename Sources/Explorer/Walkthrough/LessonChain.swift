/// Lessons that are given one after the other, such as those of a lecture.
public struct LessonChain: Sendable {
  /// One of the lessons, and what it is called in the chain.
  public struct Part: Sendable {
    /// What it is called: a page of the lecture, for one.
    public var title: String
    /// The lesson.
    public var lesson: LessonOffer

    /// A part.
    public init(_ title: String, _ lesson: LessonOffer) {
      self.title = title
      self.lesson = lesson
    }
  }

  /// What a chain was read from; a saved session takes it along.
  public struct Texts: Hashable, Sendable {
    /// The chain's own text.
    public var chain: String
    /// The texts of its lessons, in order.
    public var lessons: [String]

    /// The texts of a chain.
    public init(chain: String, lessons: [String]) {
      self.chain = chain
      self.lessons = lessons
    }
  }

  /// The name that starts the chain.
  public var name: String
  /// What it is called.
  public var title: String
  /// One line that says what it is about.
  public var summary: String
  /// The parts, in order; at least one.
  public var parts: [Part]
  /// What it was read from.
  public var texts: Texts?
  /// The whole path of the folder with the files that its lessons name, if it is a file of one's own.
  public var folder: String?
  /// The part that is given, or was given last, counted from 0.
  var current = 0

  /// A chain of at least one part.
  public init(
    name: String, title: String, summary: String, parts: [Part], texts: Texts? = nil
  ) {
    self.name = name
    self.title = title
    self.summary = summary
    self.parts = parts
    self.texts = texts
  }

  /// The parts as lessons that know their places.
  var offers: [LessonOffer] {
    parts.enumerated().map { index, part in
      var offer = part.lesson
      offer.place = ChainPlace(index: index, count: parts.count, title: part.title)
      return offer
    }
  }
}

/// The place of a lesson in a chain.
struct ChainPlace: Hashable, Sendable {
  /// Counted from 0.
  var index: Int
  var count: Int
  /// What the part is called.
  var title: String

  /// The place in words.
  var name: String { "part \(index + 1) of \(count): \(title)" }
}

extension AppState {
  /// The lesson that follows another: in a chain the next part, or else the next of those that are
  /// offered.
  func lesson(after name: String, at place: ChainPlace?) -> LessonOffer? {
    let (offers, index) =
      place.map { (chain?.offers ?? [], $0.index) }
      ?? (catalogue.lessons, catalogue.lessons.firstIndex { $0.name == name } ?? Int.max - 1)
    return offers.indices.contains(index + 1) ? offers[index + 1] : nil
  }

  /// The part of the chain before a place.
  func lesson(before place: ChainPlace?) -> LessonOffer? {
    guard let place, place.index > 0, let offers = chain?.offers else { return nil }
    return offers[place.index - 1]
  }
}

/// A lesson as it was left for the one that follows, to be come back to.
final class LeftLesson: Sendable {
  let lesson: GuidedLesson
  /// The application, at rest.
  let app: AppState

  init(_ lesson: GuidedLesson, _ app: AppState) {
    (self.lesson, self.app) = (lesson, app)
  }

  /// The lesson as the menu offers it, to be taken up again.
  var offer: LessonOffer {
    let lesson = lesson
    var offer = LessonOffer(
      lesson.lesson.name, "the lesson that was left: \(lesson.heading), \(lesson.place)"
    ) { [app] in (lesson.lesson, app.data) }
    offer.left = self
    return offer
  }
}
