import Explorer
import MixtureData
import MixtureEngine
import TerminalCanvas

/// A session's record as a file, and back.
extension SessionFile {
  /// The file of a record.
  init(_ record: SessionRecord) {
    self.init(
      data: record.dataName, columns: [record.columns.x, record.columns.y],
      labelColumn: record.labelColumn, weightColumn: record.weightColumn,
      reading: record.reading.isEmpty ? nil : record.reading,
      points: record.pointCount, lesson: record.lesson,
      settings: Settings(record.recipe),
      size: [record.size.width, record.size.height], events: record.events.map(\.text),
      outcome: Outcome(record.outcome))
  }

  /// What happened, in order.
  ///
  /// - Throws: ``SessionError`` that names the event that means nothing.
  func sessionEvents(file: String) throws -> [SessionEvent] {
    try events.enumerated().map { index, text in
      guard let event = SessionEvent(text: text) else {
        throw SessionError(
          file: file, reason: "event \(index + 1), \(text.harmless), means nothing.")
      }
      return event
    }
  }

  /// The screen's size at the opening.
  func openingSize(file: String) throws -> Size {
    guard size.count == 2, size.allSatisfy({ (0...10_000).contains($0) }) else {
      throw SessionError(file: file, reason: "size must be columns and rows.")
    }
    return Size(width: size[0], height: size[1])
  }
}

extension SessionFile.Outcome {
  /// The outcome of a record.
  init(_ outcome: SessionRecord.Outcome) {
    self.init(
      model: outcome.model, iteration: outcome.iteration, objective: outcome.objective,
      centres: outcome.centres.map { [$0.x, $0.y] })
  }
}
