import Explorer
import MixtureData
import MixtureEngine
import TerminalCanvas

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A session's record as a file, and back.
extension SessionFile {
  /// The file of a record.
  init(_ record: SessionRecord) {
    var settings = Settings(record.recipe)
    settings.holdOut = record.holdOut
    self.init(
      data: record.dataName, path: DataSource(record.dataName).wholePath,
      input: record.dataName == "-" ? Self.standardInput : nil,
      columns: [record.columns.x] + (record.columns.y.map { [$0] } ?? []),
      labelColumn: record.labelColumn, weightColumn: record.weightColumn,
      reading: record.reading.isEmpty ? nil : record.reading,
      points: record.pointCount, lesson: record.lesson,
      lessonText: record.lessonText, lessonParts: record.lessonParts, settings: settings,
      size: [record.size.width, record.size.height], events: record.events.map(\.text),
      outcome: Outcome(record.outcome))
    lessonFolder = record.lessonFolder
  }

  /// What was read from standard input, if it is little enough to go along.
  private static var standardInput: Data? {
    FileBytes.ofStandardInput.flatMap { $0.count <= largestInput ? Data($0) : nil }
  }

  /// What whoever saves this should know of playing it, if anything.
  var remark: String? {
    if (try? sessionEvents(file: data)) == nil { return "it is too long to be replayed" }
    return data == "-" && input == nil ? "replay needs the points on standard input again" : nil
  }

  /// What happened, in order.
  ///
  /// - Throws: ``SessionError`` that names the event at fault.
  func sessionEvents(file: String) throws -> [SessionEvent] {
    var ticks = 0
    return try events.enumerated().map { index, text in
      func fault(_ reason: String) -> SessionError {
        SessionError(file: file, reason: "event \(index + 1), \(text.harmless), \(reason)")
      }
      guard let event = SessionEvent(text: text) else { throw fault("means nothing.") }
      switch event {
      case .resize(let size) where size.width * size.height > Self.largestScreen:
        throw fault("is no size of a screen.")
      case .ticks(let count):
        ticks += count
        guard ticks <= Self.mostTicks else {
          throw fault("goes on for too long; a session has at most \(Self.mostTicks) ticks.")
        }
      default: break
      }
      return event
    }
  }

  /// The screen's size at the opening.
  func openingSize(file: String) throws -> Size {
    guard size.count == 2, size.allSatisfy({ (1...10_000).contains($0) }),
      size[0] * size[1] <= Self.largestScreen
    else {
      throw SessionError(
        file: file, reason: "size must be columns and rows, at most \(Self.largestScreen) cells.")
    }
    return Size(width: size[0], height: size[1])
  }

  /// The most cells of a screen: more than any display has room for.
  private static let largestScreen = 1_000_000
  /// The most ticks: more than eight hours of the fastest run.
  private static let mostTicks = 1_000_000
}

extension SessionFile.Outcome {
  /// The outcome of a record.
  init(_ outcome: SessionRecord.Outcome) {
    self.init(
      model: outcome.model, iteration: outcome.iteration, objective: outcome.objective,
      centres: outcome.centres.map { [$0.x, $0.y] })
  }
}

extension DataSource {
  /// The whole path of a file; `nil` for a built-in data set and for standard input.
  fileprivate var wholePath: String? {
    guard case .file(let path) = self, path != "-" else { return nil }
    return URL(fileURLWithPath: path).standardizedFileURL.path
  }
}
