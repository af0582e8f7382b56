import MixtureEngine
import TerminalCanvas

/// Something that can be saved from the screen.
public enum Artifact: Sendable {
  /// The session, to play again.
  case session(SessionRecord)
  /// The screen as it is.
  case picture(Frame, PictureFormat)
  /// The run's numbers.
  case numbers(Run, RunRecipe, data: DataSet, NumbersFormat)

  /// The forms of a picture.
  public enum PictureFormat: String, CaseIterable, Sendable {
    case svg, txt, ansi
  }

  /// The forms of the numbers.
  public enum NumbersFormat: String, CaseIterable, Sendable {
    /// Everything, as `emscope fit` prints it.
    case json
    /// Weights, means and covariances.
    case parameters
    /// The objective at each iteration.
    case trace
    /// The component of each point.
    case assignments
    /// The responsibilities of each point.
    case responsibilities
  }
}

extension AppState {
  /// Opens the list of what can be saved.
  mutating func openSaving() {
    pace = .paused
    overlay = .menu(
      Menu(purpose: .save, title: "Save", items: Saving.items.map(\.item), selection: 0))
  }

  /// What to save for an item of the list.
  func artifact(named name: String) -> Artifact? {
    var closed = self
    closed.overlay = nil
    return Saving.items.first { $0.item.name == name }?.artifact(closed)
  }
}

/// The list of what can be saved.
private struct Saving: Sendable {
  var item: Menu.Item
  var artifact: @Sendable (AppState) -> Artifact

  init(
    _ name: String, _ summary: String, _ artifact: @escaping @Sendable (AppState) -> Artifact
  ) {
    item = Menu.Item(name: name, summary: summary)
    self.artifact = artifact
  }

  static let items = [
    Saving("session", "the keys so far, to play again") { .session($0.record) },
    Saving("picture", "the screen as SVG, for slides") { .picture($0.frame(), .svg) },
    Saving("text", "the screen as plain text") { .picture($0.frame(), .txt) },
    Saving("colours", "the screen as text with ANSI colours") { .picture($0.frame(), .ansi) },
    Saving("results", "all numbers as JSON") { $0.numbers(.json) },
    Saving("parameters", "weights, means and covariances as CSV") { $0.numbers(.parameters) },
    Saving("trace", "the objective at each iteration as CSV") { $0.numbers(.trace) },
    Saving("assignments", "the component of each point as CSV") { $0.numbers(.assignments) },
    Saving("responsibilities", "q of each point as CSV") { $0.numbers(.responsibilities) },
  ]
}

extension AppState {
  fileprivate func numbers(_ format: Artifact.NumbersFormat) -> Artifact {
    .numbers(run, recipe, data: data, format)
  }
}
