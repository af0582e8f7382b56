import Explorer
import MixtureData
import TerminalCanvas

/// Does what the application asks of files.
enum World {
  /// Performs an effect; the answer, if any, goes back to the application.
  static func perform(_ effect: Effect) -> Action? {
    switch effect {
    case .load(let name): load(name)
    case .save(let artifact): save(artifact)
    default: nil
    }
  }

  private static func load(_ name: String) -> Action {
    do {
      return .loaded(try DataSource(name).load())
    } catch {
      return .failed("\(error)")
    }
  }

  private static func save(_ artifact: Artifact) -> Action {
    do {
      return .saved(
        try NewFile.write(artifact.text(), stem: artifact.stem, ending: artifact.ending))
    } catch {
      return .failed("\(error)")
    }
  }
}
