import Explorer
import MixtureData
import TerminalCanvas

/// Does what the application asks of files.
enum World {
  /// Performs an effect; the answer, if any, goes back to the application.
  static func perform(_ effect: Effect) -> Answer? {
    switch effect {
    case .load(let request): load(request)
    case .save(let format, let moment): save(moment, as: format)
    default: nil
    }
  }

  private static func load(_ request: DataRequest) -> Answer {
    do {
      guard var reading = ReadingOptions(arguments: request.options) else {
        return .failed("The options \(request.options.joined(separator: " ")) mean nothing.")
      }
      if let columns = request.columns {
        reading.columns = ColumnChoice(x: columns.x, y: columns.y)
        reading.labelColumn = columns.label
        reading.weightColumn = columns.weight
      }
      return .loaded(
        try DataSource(request.source).load(reading, exactly: request.columns != nil))
    } catch {
      return .failed("\(error)")
    }
  }

  private static func save(_ moment: Moment, as format: SaveFormat) -> Answer {
    do {
      return .saved(
        try NewFile.write(format.text(moment), stem: format.stem, ending: format.ending))
    } catch {
      return .failed("\(error)")
    }
  }
}

extension Catalogue {
  /// What this program offers.
  static let builtIn = Catalogue(
    dataSets: BuiltInDataSet.all.map { DataOffer($0.name, $0.summary) }, saveFormats: SaveFormat.all
  )
}
