#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A session as a file: how it was opened, everything that happened, and where it ended.
public struct SessionFile: Codable, Equatable, Sendable {
  /// The name of the format.
  public var format: String
  /// The version of the format; a program reads its own and earlier ones.
  public var version: Int
  /// The data set that was opened: a built-in name, a file as it was typed, or `-` for standard
  /// input.
  public var data: String
  /// The whole path of a file, for a session that is moved away from it.
  public var path: String?
  /// What came from standard input, unless it was more than ``largestInput``; in base 64.
  public var input: Data?
  /// The coordinates' columns, two names, or one for points on a line.
  public var columns: [String]
  /// The labels' column, if there is one.
  public var labelColumn: String?
  /// What was said of the table beside its columns, as words of a command line.
  public var reading: [String]?
  /// The weights' column, if the points have some.
  public var weightColumn: String?
  /// How many points there were.
  @WholeNumber public var points: Int
  /// The lesson that was given, if any.
  public var lesson: String?
  /// The text of that lesson, so that it can be given where there is no such file; sessions of
  /// emscope 1.0 have none.
  public var lessonText: String?
  /// The texts of the lessons in order, where a chain of them was given; `lessonText` is the chain's.
  public var lessonParts: [String]?
  /// The whole path of the folder in which the lesson had the files that it names, if it names some.
  public var lessonFolder: String?
  /// The settings at the opening.
  public var settings: Settings
  /// Columns and rows of the screen at the opening.
  public var size: [Int]
  /// The events in order, as words.
  public var events: [String]
  /// Where the session ended.
  public var outcome: Outcome

  /// Settings by name, as the command line spells them.
  public struct Settings: Codable, Equatable, Sendable {
    /// The kind of model.
    public var model: String
    /// The structure of the covariances.
    public var covariance: String
    /// The number of components.
    @WholeNumber public var components: Int
    /// The starting rule.
    public var start: String
    /// The seed of the start.
    @WholeNumber public var seed: UInt64
    /// The tolerance of a run.
    public var tolerance: Double
    /// The most iterations of a run.
    @WholeNumber public var iterations: Int
    /// A start that was given in the place of rule and seed.
    public var given: StartParameters?
    /// The share of the known labels that EM is told, if it is told any.
    public var observeLabels: Double?
    /// The share of the points that is held out, if any is.
    public var holdOut: Double?
    /// The floor under the variances, if there is one.
    public var varianceFloor: Double?
    /// Whether lengths are those of z-scores.
    public var standardize: Bool?
    /// The algorithm that climbs, where it is not EM.
    public var algorithm: String?
    /// The covariances of a start that is means alone, unless they are the usual ones.
    public var startCovariance: String?
    /// The weights of a start that is means alone, unless they are the usual ones.
    public var startWeights: String?
    /// How many short runs the rule that makes some makes, unless that is the usual number.
    public var shortRuns: WholeNumber<Int>?
    /// How many iterations each of them has, unless that is the usual number.
    public var shortIterations: WholeNumber<Int>?
    /// The prior of means and covariances, if there is one.
    public var prior: String?
    /// The same share as sessions of emscope 1.0 name it.
    private var holdLabels: Double?

    /// The share of the known labels that EM is told, by whichever name, if it is told any.
    var observedShare: Double? { observeLabels ?? holdLabels }

    /// Settings from their names and numbers.
    public init(
      model: String, covariance: String, components: Int, start: String, seed: UInt64,
      tolerance: Double, iterations: Int, given: StartParameters?, observeLabels: Double?,
      varianceFloor: Double? = nil, algorithm: String? = nil
    ) {
      self.model = model
      self.covariance = covariance
      self.components = components
      self.start = start
      self.seed = seed
      self.tolerance = tolerance
      self.iterations = iterations
      self.given = given
      self.observeLabels = observeLabels
      self.varianceFloor = varianceFloor
      self.algorithm = algorithm
    }
  }

  /// Where a run stands.
  public struct Outcome: Codable, Equatable, Sendable {
    /// The kind of the model.
    public var model: String
    /// The iteration.
    @WholeNumber public var iteration: Int
    /// L in nats, or −J in the hard limit.
    public var objective: Double
    /// The centres of the components as [x, y].
    public var centres: [[Double]]

    /// An outcome from its numbers.
    public init(model: String, iteration: Int, objective: Double, centres: [[Double]]) {
      self.model = model
      self.iteration = iteration
      self.objective = objective
      self.centres = centres
    }
  }

  /// The name of the format in the field `format`.
  public static let formatName = "emscope-session"
  /// The version that this program writes.
  public static let currentVersion = 1

  /// The most bytes of standard input that go along: some hundred thousand points.
  public static let largestInput = 4 << 20

  /// A file of the current version.
  public init(
    data: String, path: String? = nil, input: Data? = nil, columns: [String],
    labelColumn: String?, weightColumn: String? = nil, reading: [String]? = nil, points: Int,
    lesson: String?, lessonText: String? = nil, lessonParts: [String]? = nil,
    settings: Settings, size: [Int], events: [String], outcome: Outcome
  ) {
    format = Self.formatName
    version = Self.currentVersion
    self.data = data
    self.path = path
    self.input = input
    self.columns = columns
    self.labelColumn = labelColumn
    self.reading = reading
    self.weightColumn = weightColumn
    self.points = points
    self.lesson = lesson
    self.lessonText = lessonText
    self.lessonParts = lessonParts
    self.settings = settings
    self.size = size
    self.events = events
    self.outcome = outcome
  }
}

extension SessionFile {
  /// The file's text, as JSON.
  public func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }

  /// Reads a session from a file's bytes.
  ///
  /// - Parameters:
  ///   - bytes: The whole file, JSON.
  ///   - name: The file as it was typed, for messages.
  /// - Throws: ``SessionError`` with a sentence.
  public init(_ bytes: [UInt8], named name: String) throws {
    struct Head: Decodable {
      var format: String
      var version: Int
    }
    let decoder = JSONDecoder()
    let data = Data(bytes)
    guard let head = try? decoder.decode(Head.self, from: data),
      head.format == Self.formatName
    else { throw SessionError(file: name, reason: "this is no session that emscope saved.") }
    guard head.version <= Self.currentVersion else {
      throw SessionError(
        file: name,
        reason: "the session has format \(head.version), and this emscope reads up to "
          + "\(Self.currentVersion): use a newer emscope.")
    }
    guard head.version >= 1 else {
      throw SessionError(
        file: name, reason: "version is \(head.version); the first one was 1.")
    }
    do {
      self = try decoder.decodeByEntry(SessionFile.self, from: data)
    } catch let error as DecodingError {
      let isStart = error.keys.contains { $0.stringValue == "given" }
      throw SessionError(
        file: name, reason: error.sentence(shape: isStart ? StartParameters.shape(2) : nil))
    }
  }
}

/// A session file that can't be used.
public struct SessionError: Error, Equatable, CustomStringConvertible {
  /// The file as it was typed.
  public var file: String
  /// The mistake.
  public var reason: String

  /// An error with a sentence.
  public init(file: String, reason: String) {
    self.file = file
    self.reason = reason
  }

  /// The file and the sentence.
  public var description: String { "\(file.harmless): \(reason)" }
}
