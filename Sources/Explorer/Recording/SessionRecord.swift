import MixtureEngine
import TerminalCanvas

/// A session from its opening to now: all that is needed to play it again and to compare.
public struct SessionRecord: Sendable {
  /// The data set that was opened: a built-in name or a file.
  public var dataName: String
  /// The coordinates' columns.
  public var columns: (x: String, y: String?)
  /// The labels' column, if there is one.
  public var labelColumn: String?
  /// What was said of the table beside its columns, as words of a command line.
  public var reading: [String]
  /// The weights' column, if the points have some.
  public var weightColumn: String?
  /// How many points there were, those that were held out among them.
  public var pointCount: Int
  /// The share of the points that was held out at the opening, if any was.
  public var holdOut: Double?
  /// The settings at the opening.
  public var recipe: RunRecipe
  /// The lesson that was given, if any.
  public var lesson: String?
  /// The text of the lesson's file, if it is known.
  public var lessonText: String?
  /// The texts of the lessons, where a chain of them was given.
  public var lessonParts: [String]?
  /// The whole path of the folder with the files that the lesson names, if it names some.
  public var lessonFolder: String?
  /// The screen's size at the opening.
  public var size: Size
  /// Everything that happened since.
  public var events: [SessionEvent]
  /// The keys that lead there from the opening, without those that asked for the record.
  public var keys: [Key]
  /// Why no keys alone lead there, if that is so.
  public var obstacle: String?
  /// Whether the keys lead there on a screen of the same size alone, as placing by hand goes by cells.
  public var dependsOnSize: Bool
  /// Where the session ended.
  public var outcome: Outcome

  /// Where a run stands, as numbers that can be compared.
  public struct Outcome: Sendable {
    /// The kind of the model.
    public var model: String
    /// The iteration.
    public var iteration: Int
    /// L in nats, or −J in the hard limit.
    public var objective: Double
    /// The centres of the components.
    public var centres: [Point]

    /// The outcome of a run.
    public init(model: String, iteration: Int, objective: Double, centres: [Point]) {
      self.model = model
      self.iteration = iteration
      self.objective = objective
      self.centres = centres
    }
  }

  /// A record from its parts, as a file gives them.
  public init(
    dataName: String, columns: (x: String, y: String?), labelColumn: String?,
    weightColumn: String? = nil, reading: [String] = [], pointCount: Int, holdOut: Double? = nil,
    recipe: RunRecipe, lesson: String?, lessonText: String? = nil,
    lessonParts: [String]? = nil, size: Size, events: [SessionEvent],
    keys: [Key] = [], obstacle: String? = nil, dependsOnSize: Bool = false, outcome: Outcome
  ) {
    self.dataName = dataName
    self.columns = columns
    self.labelColumn = labelColumn
    self.reading = reading
    self.weightColumn = weightColumn
    self.pointCount = pointCount
    self.holdOut = holdOut
    self.recipe = recipe
    self.lesson = lesson
    self.lessonText = lessonText
    self.lessonParts = lessonParts
    self.size = size
    self.events = events
    self.keys = keys
    self.obstacle = obstacle
    self.dependsOnSize = dependsOnSize
    self.outcome = outcome
  }
}
