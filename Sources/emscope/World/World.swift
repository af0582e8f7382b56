import Explorer
import MixtureData
import Synchronization
import TerminalCanvas

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Does what the application asks of files.
enum World {
  /// Performs an effect for a user; the answer, if any, goes back to the application.
  static func perform(_ effect: Effect) -> Answer? {
    switch effect {
    case .load(let request): load(request)
    case .save(let format, let moment): save(format, moment)
    default: nil
    }
  }

  /// Performs an effect of keys that nobody presses at present: files are read, none is written.
  static func performReplayed(_ effect: Effect) -> Answer? {
    if case .save(let format, _) = effect { return .withheld(format.fileName) }
    return perform(effect)
  }

  /// Reads a data set.
  static func load(_ request: DataRequest) -> Answer {
    do {
      guard var reading = ReadingOptions(arguments: request.options) else {
        return .failed(
          "The options \(request.options.joined(separator: " ").harmless) mean nothing.")
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

  /// The files that are being written.
  private static let unfinished = Mutex<[String]>([])

  /// Says which files the program's end cut short, if any.
  static func tellUnfinished() {
    for name in unfinished.withLock({ $0 }) {
      StandardError.write("emscope: \(name) could not be written before the end.\n")
    }
  }

  /// Where files are written, from the home folder on if it is in there.
  private static var folder: String {
    let place = FileManager.default.currentDirectoryPath
    let home = FileManager.default.homeDirectoryForCurrentUser.path
    let short =
      place == home || place.hasPrefix(home + "/") ? "~" + place.dropFirst(home.count) : place
    return short.printable
  }

  /// Writes a file.
  static func save(_ format: SaveFormat, _ moment: Moment) -> Answer {
    unfinished.withLock { $0.append(format.fileName) }
    defer {
      unfinished.withLock { names in
        if let index = names.firstIndex(of: format.fileName) { names.remove(at: index) }
      }
    }
    do {
      let name = try NewFile.write(
        format.text(moment), stem: format.stem, ending: format.ending)
      return .saved("\(name) in \(folder)", remark: format.remark(moment))
    } catch {
      return .failed("\(error)")
    }
  }
}

extension Catalogue {
  /// What this program offers.
  static let builtIn = Catalogue(
    dataSets: BuiltInDataSet.all.map { DataOffer($0.name, $0.summary) },
    saveFormats: SaveFormat.all, lessons: BuiltInLesson.offers, chains: BuiltInChain.offers,
    command: { $0.wayBack })
}
