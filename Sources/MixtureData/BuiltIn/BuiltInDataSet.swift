import MixtureEngine

/// A data set that is compiled into the program, with the columns and the K to open it with.
public struct BuiltInDataSet: Sendable, Identifiable {
  /// The name, as the command line spells it.
  public var name: String
  /// The name in a title.
  public var title: String
  /// One line that says what can be seen in it.
  public var summary: String
  /// Where the numbers come from.
  public var source: String
  /// The columns that are shown unless others are chosen.
  public var columns: ColumnChoice
  /// The column of known labels, if there is one.
  public var labelColumn: String?
  /// The number of components to begin with.
  public var components: Int
  /// Of how many tosses the usual column counts the heads, where it does.
  var tosses: Int?
  /// The expected heads of each coin at the start, where it is opened with coins.
  var startingHeads: [Double] = []
  /// Starts that are worth showing, good ones first.
  public var starts: [NamedStart]
  /// The table, byte for byte.
  let bytes: @Sendable () -> [UInt8]

  /// The name.
  public var id: String { name }

  /// Reads the points.
  ///
  /// - Parameters:
  ///   - options: Other columns than the usual ones, and what else the user says.
  ///   - isExact: Whether columns that the options leave out are left out, too.
  /// - Throws: ``DataError`` if a column does not exist or has no numbers.
  public func load(
    _ options: ReadingOptions = ReadingOptions(), exactly isExact: Bool = false
  ) throws -> DataSet {
    var reader = TableReader(options)
    if !isExact {
      reader.options.columns = options.columns ?? columns
      reader.options.labelColumn = options.labelColumn ?? labelColumn
    }
    reader.usualSeparator = .comma
    var data = try reader.read(bytes(), named: name)
    data.usualComponents = components
    if data.columnNames == [columns.x], let tosses {
      data.points = try data.points.heads(outOf: options.tosses ?? tosses)
      data.usualModel = try coins(tosses: options.tosses ?? tosses, over: data.points)
    }
    data.starts = starts
    return data
  }
}

extension BuiltInDataSet {
  /// The coins to open the data with.
  private func coins(tosses: Int, over points: PointSet) throws -> UsualModel {
    let coins = try CoinMixture(
      validating: startingHeads.map { $0 / Double(tosses) }, tosses: tosses)
    return UsualModel(
      .coins, from: GivenStart(exactly: coins, over: points), called: "the paper's start")
  }
}

extension BuiltInDataSet {
  /// Every built-in data set, the measured ones first.
  public static let all: [BuiltInDataSet] = measured + Recipe.all.map { BuiltInDataSet($0) }

  /// The data set that is opened when none is named.
  public static let standard = all[0]

  /// The data set of a name, if there is one.
  public static func named(_ name: String) -> BuiltInDataSet? { all.first { $0.name == name } }

  /// Every start that has a name, by data set.
  public static let starts: [NamedStart] = all.flatMap(\.starts)

  /// A measured data set from its table.
  init(
    _ name: String, title: String, summary: String, source: String, columns: ColumnChoice,
    labelColumn: String? = nil, components: Int, tosses: Int? = nil,
    startingHeads: [Double] = [], starts: [ShownStart] = [],
    table: @escaping @Sendable () -> [UInt8]
  ) {
    self.name = name
    self.title = title
    self.summary = summary
    self.source = source
    self.columns = columns
    self.labelColumn = labelColumn
    self.components = components
    self.tosses = tosses
    self.startingHeads = startingHeads
    self.starts = starts.map { $0.named(on: name) }
    bytes = table
  }

  private init(_ recipe: Recipe) {
    self.init(
      recipe.name, title: recipe.title, summary: recipe.summary,
      source: "synthetic, seed \(recipe.seed)", columns: ColumnChoice(x: "x", y: "y"),
      labelColumn: "label", components: recipe.components, starts: recipe.starts,
      table: { Array(recipe.csv.utf8) })
  }
}

/// A start that is worth showing, as an entry of its data set; they were found by restarts over
/// many seeds.
struct ShownStart: Sendable {
  private let components: Int
  private let character: NamedStart.Character
  private let rule: StartingRule
  private let seed: UInt64
  private let summary: String

  init(
    _ components: Int, _ character: NamedStart.Character, _ rule: StartingRule, seed: UInt64,
    _ summary: String
  ) {
    self.components = components
    self.character = character
    self.rule = rule
    self.seed = seed
    self.summary = summary
  }

  /// The start under the name of data, K and character, as in `old-faithful-2-stuck`.
  func named(on data: String) -> NamedStart {
    NamedStart(
      name: "\(data)-\(components)-\(character.rawValue)", components: components,
      character: character, rule: rule, seed: seed, summary: summary)
  }
}
