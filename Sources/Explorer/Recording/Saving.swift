import MixtureEngine
import TerminalCanvas

/// What the world offers: data sets to open, and forms in which things can be saved.
public struct Catalogue: Sendable {
  /// The data sets that can be chosen.
  public var dataSets: [DataOffer]
  /// The forms in which something can be saved, in the order of the menu.
  public var saveFormats: [SaveFormat]
  /// The lessons that can be given, in the order of the menu.
  public var lessons: [LessonOffer]
  /// The chains of lessons that can be given; read when they are listed, not when the program begins.
  public var chains: [LessonChain] { readChains() }
  /// Makes the command line that brings one where a session is.
  public var command: (@Sendable (SessionRecord) -> WayBack)?

  private let readChains: @Sendable () -> [LessonChain]

  /// An offer of the world.
  public init(
    dataSets: [DataOffer] = [], saveFormats: [SaveFormat] = [], lessons: [LessonOffer] = [],
    chains: @autoclosure @escaping @Sendable () -> [LessonChain] = [],
    command: (@Sendable (SessionRecord) -> WayBack)? = nil
  ) {
    self.command = command
    self.dataSets = dataSets
    self.saveFormats = saveFormats
    self.lessons = lessons
    readChains = chains
  }
}

/// A lesson that can be given.
public struct LessonOffer: Sendable {
  /// The name in the menu.
  public var name: String
  /// What it teaches, in a line; read when it is listed.
  public var summary: String { readSummary() }
  /// The lesson and its data, both from within the program.
  public var open: @Sendable () throws -> (Lesson, DataSet)
  /// Its place in the chain that is given, if it is offered as a part of one.
  var place: ChainPlace?
  /// The lesson as it was left, where that is what is offered.
  var left: LeftLesson?

  private let readSummary: @Sendable () -> String

  /// An offer from its parts.
  public init(
    _ name: String, _ summary: @autoclosure @escaping @Sendable () -> String,
    open: @escaping @Sendable () throws -> (Lesson, DataSet)
  ) {
    self.name = name
    readSummary = summary
    self.open = open
  }
}

/// A data set that can be chosen, with a line about it.
public struct DataOffer: Sendable {
  /// The name in the menu.
  public var name: String
  /// A few words about it.
  public var summary: String
  /// What is asked for when it is chosen.
  public var request: DataRequest
  /// Whether it is always the same, whatever was last read of it.
  var isFixed = true

  /// An offer; unless given, the request is for the name.
  public init(_ name: String, _ summary: String, request: DataRequest? = nil) {
    self.name = name
    self.summary = summary
    self.request = request ?? DataRequest(name)
  }
}

extension Catalogue {
  /// Offers data from elsewhere too, before the others, as they were last read.
  mutating func offer(_ data: DataSet) {
    let own = dataSets.firstIndex { $0.request.source == data.source }
    guard own.map({ !dataSets[$0].isFixed }) ?? true, let table = data.table else { return }
    var offer = DataOffer(
      String(data.name.split(separator: "/").last ?? ""),
      "\(data.columnNames.joined(separator: " and ")), \(data.points.count) points",
      request: DataRequest(data.source, table, taking: table.taken))
    offer.isFixed = false
    if let own {
      dataSets[own] = offer
    } else {
      dataSets.insert(offer, at: 0)
    }
  }
}

/// A form in which something on the screen can be saved.
public struct SaveFormat: Sendable {
  /// The name in the menu.
  public var name: String
  /// A few words about it.
  public var summary: String
  /// The file's name without number and ending.
  public var stem: String
  /// The file's ending.
  public var ending: String
  /// The file's name, where no other has it yet.
  public var fileName: String { "\(stem).\(ending)" }
  /// What the file says.
  public var text: @Sendable (Moment) throws -> String
  /// What whoever saves should know of the file, if anything: a clause after its name.
  public var remark: @Sendable (Moment) -> String?

  /// A form from its parts.
  public init(
    _ name: String, _ summary: String, stem: String, ending: String,
    remark: @escaping @Sendable (Moment) -> String? = { _ in nil },
    text: @escaping @Sendable (Moment) throws -> String
  ) {
    self.name = name
    self.summary = summary
    self.stem = stem
    self.ending = ending
    self.text = text
    self.remark = remark
  }
}

/// All that can be saved of a moment.
public struct Moment: Sendable {
  /// The session, to play again.
  public var session: SessionRecord
  /// The screen.
  public var frame: Frame
  /// Which background its colours are made for.
  public var scheme: Theme.Scheme
  /// What the screen says to those who can't see it.
  public var caption: Caption
  /// The data.
  public var data: DataSet
  /// The run where it stands.
  public var run: Run
  /// The recipe of the run; a start that isn't in it by rule and seed is given.
  public var recipe: RunRecipe
  /// Where the run's first state came from, in words.
  public var origin: String
}

extension AppState {
  /// All that can be saved at present.
  var moment: Moment {
    Moment(
      session: record, frame: frame(), scheme: screen.theme.scheme, caption: caption,
      data: session.data, run: session.run, recipe: session.course.last.explicitRecipe,
      origin: session.course.last.originText)
  }
}
