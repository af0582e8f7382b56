import MixtureEngine
import TerminalCanvas

/// What the world offers: data sets to open, and forms in which things can be saved.
public struct Catalogue: Sendable {
  /// The data sets that can be chosen, with a line about each.
  public var dataSets: [(name: String, summary: String)]
  /// The forms in which something can be saved, in the order of the menu.
  public var saveFormats: [SaveFormat]

  /// An offer of the world.
  public init(
    dataSets: [(name: String, summary: String)] = [], saveFormats: [SaveFormat] = []
  ) {
    self.dataSets = dataSets
    self.saveFormats = saveFormats
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
  /// What the file says.
  public var text: @Sendable (Moment) throws -> String

  /// A form from its parts.
  public init(
    _ name: String, _ summary: String, stem: String, ending: String,
    text: @escaping @Sendable (Moment) throws -> String
  ) {
    self.name = name
    self.summary = summary
    self.stem = stem
    self.ending = ending
    self.text = text
  }
}

/// All that can be saved of a moment.
public struct Moment: Sendable {
  /// The session, to play again.
  public var session: SessionRecord
  /// The screen.
  public var frame: Frame
  /// The data.
  public var data: DataSet
  /// The run where it stands.
  public var run: Run
  /// The recipe of the run.
  public var recipe: RunRecipe
}

extension AppState {
  /// All that can be saved at present.
  var moment: Moment {
    Moment(
      session: record, frame: frame(), data: session.data, run: session.run,
      recipe: session.recipe)
  }
}
