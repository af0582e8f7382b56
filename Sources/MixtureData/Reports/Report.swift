import MixtureEngine

/// A result of a command, for people and for programs.
///
/// A report says what it found in these forms alone; ``ReportFormat/all`` makes files of them.
public protocol Report: Sendable {
  /// The report for people.
  var text: String { get }
  /// The report as one JSON object.
  var json: JSON { get }
}

/// A report that can be told as one table.
public protocol TabularReport: Report {
  /// The table, its numbers with as many digits as they need to read back exactly.
  var table: TextTable { get }
}

/// A way to write a report, with its name on the command line and the ending of its files.
///
/// A further format is one more value in ``all``: every command and its help know it then.
public struct ReportFormat: Sendable {
  /// The name, as the command line spells it.
  public let name: String
  /// The ending of a file's name, without the dot.
  public let ending: String
  /// A few words that say what the format holds.
  public let summary: String
  private let form: Form

  private enum Form {
    case whole(@Sendable (any Report) -> String)
    case table(@Sendable (TextTable) -> String)
  }

  /// A format that holds a whole report.
  public init(
    _ name: String, ending: String, summary: String,
    whole write: @escaping @Sendable (any Report) -> String
  ) {
    self.name = name
    self.ending = ending
    self.summary = summary
    form = .whole(write)
  }

  /// A format that holds one table.
  public init(
    _ name: String, ending: String, summary: String,
    table write: @escaping @Sendable (TextTable) -> String
  ) {
    self.name = name
    self.ending = ending
    self.summary = summary
    form = .table(write)
  }

  /// Whether the format holds one table and nothing else.
  public var isOneTable: Bool { if case .table = form { true } else { false } }

  /// Whether reports of a type can be written in this format.
  public func suits(_ type: any Report.Type) -> Bool {
    !isOneTable || type is any TabularReport.Type
  }

  /// The text of a file with a report, `nil` if the format needs a table and the report has none.
  public func text(of report: any Report) -> String? {
    switch form {
    case .whole(let write): write(report)
    case .table(let write): (report as? any TabularReport).map { write($0.table) }
    }
  }
}

extension ReportFormat {
  /// Every format, the one for people first.
  public static let all: [ReportFormat] = [
    ReportFormat("table", ending: "txt", summary: "for people", whole: { $0.text }),
    ReportFormat("json", ending: "json", summary: "all numbers", whole: { $0.json.document }),
    ReportFormat("csv", ending: "csv", summary: "one table", table: { $0.csv }),
  ]

  /// The format where none is named.
  public static let standard = all[0]
}

extension DataSet {
  /// The data in a report for people: one line, and one for each note.
  var heading: String {
    let points = points.count == 1 ? "1 point" : "\(points.count) points"
    let rows = skippedRows == 1 ? "row" : "rows"
    let gaps = weightColumn == nil ? "with gaps" : "with gaps or of weight zero"
    let skipped = skippedRows == 0 ? "" : " (\(skippedRows) \(rows) \(gaps) left out)"
    let weights =
      weightColumn.map { ", weights \($0) (total \(self.points.totalWeight.significant(10)))" }
      ?? ""
    let held = heldOut.map { " and \($0.points.count) held out" } ?? ""
    let first =
      "\(name): \(points)\(held), \(columnNames.joined(separator: " and "))\(weights)\(skipped)"
    return ([first] + notes.map { "  " + $0 }).joined(separator: "\n")
  }

  /// What the points' weights are called and their sum; nothing where each point counts once.
  var weightMembers: [JSON.Member] {
    weightColumn.map { column in
      [
        .init(
          "weights",
          .object([
            .init("column", .string(column)), .init("total", .number(points.totalWeight)),
          ]))
      ]
    } ?? []
  }
}

extension RunRecipe {
  /// What the rule of the start was told beside the seed, as members of a report.
  ///
  /// `startCovariance` and `startWeights` are `null` where the start has its own; `shortRuns` and
  /// `shortIterations` are there for the rule that makes short runs.
  var startMembers: [JSON.Member] {
    let isOpen = givenStart == nil && rule.beginsFromMeans
    let shortMembers: [JSON.Member] = [
      .init("shortRuns", .integer(shortRuns.count)),
      .init("shortIterations", .integer(shortRuns.iterations)),
    ]
    return [
      .init("startCovariance", isOpen ? .string(startCovariance.name) : .null),
      .init("startWeights", isOpen ? .string(startWeights.name) : .null),
    ] + (givenStart == nil && rule == .smallEM ? shortMembers : [])
  }

  /// Data and model as the first members of a report.
  func members(over dataSet: DataSet) -> [JSON.Member] {
    [
      .init("dataset", .string(dataSet.name)),
      .init("points", .integer(dataSet.points.count)),
    ] + (dataSet.heldOut.map { [.init("heldOutPoints", .integer($0.points.count))] } ?? []) + [
      .init("skippedRows", .integer(dataSet.skippedRows)),
      .init("notes", .array(dataSet.notes.map { .string($0) })),
      .init("columns", .array(dataSet.columnNames.map { .string($0) })),
    ] + dataSet.weightMembers + [
      .init("model", .string(kind.name)),
      .init("covariance", structureName.map { .string($0) } ?? .null),
    ] + standardizationMembers(over: dataSet.points)
  }

  /// The algorithm of many runs, where that is not EM.
  var algorithmMembers: [JSON.Member] {
    climber == .em ? [] : [.init("algorithm", .string(climber.name))]
  }
}
