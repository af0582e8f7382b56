import Explorer
import MixtureData
import MixtureEngine
import TerminalCanvas

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A session's file, ready to be played.
struct SavedSession {
  private let name: String
  private let file: SessionFile

  /// Reads a session.
  ///
  /// - Throws: ``SessionError`` or ``DocumentError`` with a sentence.
  init(_ path: String) throws {
    name = path
    file = try SessionFile(Document.session.read(path), named: path)
  }

  /// Whether the points came from standard input, and have to be given there again.
  var readsStandardInput: Bool { file.data == "-" && file.input == nil && file.lesson == nil }

  /// The program at the opening and after each event.
  ///
  /// - Throws: An error with a sentence when data, settings or events don't fit.
  func states() async throws -> [Exploration] {
    let events = try file.sessionEvents(file: name)
    var exploration = try opening()
    var states = KeptStates(exploration)
    let meter = ProgressMeter(label: "playing \(name.harmless)")
    defer { meter.clear() }
    let total = events.reduce(0) { if case .ticks(let count) = $1 { $0 + count } else { $0 + 1 } }
    var done = 0
    await exploration.replay(events, perform: World.performReplayed) {
      states.add($0)
      done += 1
      meter.show(Double(done) / Double(max(done, total)))
    }
    return states.states
  }

  /// The program after the last event.
  ///
  /// - Throws: An error with a sentence when data, settings or events don't fit, or when it would go
  ///   on without end.
  func end() async throws -> Exploration {
    let events = try file.sessionEvents(file: name)
    var exploration = try opening()
    guard await exploration.replay(events, perform: World.performReplayed) else {
      throw SessionError(
        file: name,
        reason: "it asks for more than \(Exploration.mostUnrecordedIterations) iterations "
          + "without saying how far they went: save it again after fewer G.")
    }
    return exploration
  }

  private func opening() throws -> Exploration {
    let size = try file.openingSize(file: name)
    do {
      if let chain = try chain() {
        return try chain.exploration(size: size, capabilities: Capabilities())
      }
      if let lesson = try lesson() {
        try checkPoints(of: lesson)
        return try lesson.exploration(size: size, capabilities: Capabilities())
      }
      let data = try file.data(of: points(), file: name)
      return Exploration(
        try AppState(
          data: data, recipe: try file.recipe(over: data, file: name), catalogue: .builtIn,
          size: size))
    } catch let error as StartError {
      throw SessionError(file: name, reason: "settings: \(error)")
    }
  }

  /// The lesson that was given, from its text if that went along.
  private func lesson() throws -> Lesson? {
    guard let lesson = file.lesson else { return nil }
    guard let text = file.lessonText else { return try BuiltInLesson.named(lesson) }
    return try reader(of: text, called: lesson).lesson()
  }

  /// Refuses a lesson whose file of points has become another.
  private func checkPoints(of lesson: Lesson) throws {
    let count = try lesson.data().wholeCount
    guard file.lessonFolder != nil, count != file.points else { return }
    throw changedPoints(count)
  }

  private func changedPoints(_ count: Int) -> SessionError {
    SessionError(
      file: name,
      reason: "\(file.data.harmless) had \(file.points) points and has \(count) now: give the file "
        + "of that time.")
  }

  private func reader(of text: String, called lesson: String) throws -> LessonReader {
    try LessonReader(
      name: lesson, file: "\(name.harmless), lesson \(lesson.harmless)", text: Array(text.utf8),
      places: LessonPlaces(besideSession: name, lesson: file.lessonFolder))
  }

  /// The chain of lessons that was given, from the texts that went along.
  private func chain() throws -> ChainReader? {
    guard let title = file.lesson, let text = file.lessonText, var texts = file.lessonParts else {
      return nil
    }
    texts.reverse()
    let reader = try ChainReader(
      name: title, file: "\(name.harmless), lesson \(title.harmless)", text: Array(text.utf8)
    ) { part in
      guard let text = texts.popLast() else { throw tooFewLessons }
      return try self.reader(of: text, called: part)
    }
    guard !reader.parts.isEmpty, texts.isEmpty else { throw tooFewLessons }
    return reader
  }

  private var tooFewLessons: SessionError {
    SessionError(file: name, reason: "lessonParts must be the text of each part of the lesson.")
  }

  /// The points that the session was opened with.
  private func points() throws -> DataSet {
    guard (1...2).contains(file.columns.count) else {
      throw SessionError(file: name, reason: "columns must be two names, or one.")
    }
    guard var reading = ReadingOptions(arguments: file.reading ?? []) else {
      throw SessionError(file: name, reason: "reading must be options such as --separator comma.")
    }
    reading.columns = ColumnChoice(
      x: file.columns[0], y: file.columns.count == 2 ? file.columns[1] : nil)
    reading.labelColumn = file.labelColumn
    reading.weightColumn = file.weightColumn
    // Another file of that name may lie in a likelier place.
    var first: Result<DataSet, any Error>?
    for source in try sources() {
      let result = Result { try source.load(reading, exactly: true) }
      if case .success(let data) = result, data.points.count == file.points { return data }
      first = first ?? result
    }
    guard let data = try first?.get() else { preconditionFailure("there is always a source") }
    throw changedPoints(data.points.count)
  }

  /// Where the points may be now, the likeliest place first; there is at least one.
  private func sources() throws -> [DataSource] {
    guard case .file(let path) = DataSource(file.data) else { return [DataSource(file.data)] }
    if path == "-" {
      if let input = file.input {
        FileBytes.takeForStandardInput([UInt8](input))
      } else if isatty(STDIN_FILENO) == 1 {
        throw SessionError(
          file: name,
          reason: "its points came from standard input and are not in it: "
            + "give them again, as in emscope replay FILE < points.csv.")
      }
      return [.file(path: path)]
    }
    let found = places(of: path).filter { access($0, F_OK) == 0 }
    guard !found.isEmpty else {
      throw SessionError(
        file: name,
        reason: "its points are in \(path.harmless), which is not there: put that file beside it.")
    }
    return found.map { .file(path: $0) }
  }

  /// Where a file of points may be, the likeliest place first: beside the session as it was when
  /// that was saved, where it was typed, where it was then, and sent along with the session.
  private func places(of path: String) -> [String] {
    let folder = name.lastIndex(of: "/").map { String(name[...$0]) } ?? ""
    let last = path.split(separator: "/").last.map(String.init) ?? path
    return (path.hasPrefix("/") ? [path] : [folder + path, path])
      + (file.path.map { [$0] } ?? []) + [folder + last]
  }

  /// How far a relative difference may go before numbers count as different: other processors
  /// round differently.
  private static let tolerance = 1e-9

  /// What differs between the session's end and a program, in words.
  func differences(from exploration: Exploration) -> [String] {
    let outcome = SessionFile.Outcome(exploration.app.outcome)
    let saved = file.outcome
    var differences: [String] = []
    if outcome.model != saved.model {
      differences.append("the model is \(outcome.model), not \(saved.model.harmless)")
    }
    if outcome.iteration != saved.iteration {
      differences.append("the iteration is \(outcome.iteration), not \(saved.iteration)")
    }
    if !Self.agree(outcome.objective, saved.objective) {
      differences.append("the objective is \(outcome.objective), not \(saved.objective)")
    }
    let centres = zip(outcome.centres.joined(), saved.centres.joined())
    if outcome.centres.count != saved.centres.count || !centres.allSatisfy(Self.agree) {
      differences.append("the centres differ")
    }
    return differences
  }

  private static func agree(_ a: Double, _ b: Double) -> Bool {
    abs(a - b) <= tolerance * max(abs(a), abs(b), 1e-300)
  }
}
