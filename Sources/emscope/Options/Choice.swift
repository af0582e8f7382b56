import ArgumentParser
import MixtureData
import MixtureEngine

/// The element of a name, as an option takes it.
///
/// - Parameter what: The kind of thing that is chosen, in one word.
/// - Throws: A sentence with the nearest name, or with all of them.
func choice<Element>(
  _ name: String, among all: [Element], called elementName: (Element) -> String, what: String
) throws -> Element {
  if let match = all.first(where: { elementName($0) == name }) { return match }
  let names = all.map(elementName)
  if let nearest = nearestName(to: name, among: names) {
    throw ValidationError("there is no such \(what); did you mean '\(nearest)'?")
  }
  throw ValidationError("there is no such \(what); choose one of \(names.joined(separator: ", ")).")
}

extension Option {
  /// An option that takes a name out of a list, which shells complete.
  ///
  /// - Parameters:
  ///   - all: What can be chosen.
  ///   - elementName: The name of one of them.
  ///   - what: The kind of thing that is chosen, in one word.
  ///   - help: What the option is for.
  init<Element: Sendable>(
    among all: [Element], called elementName: @escaping @Sendable (Element) -> String, what: String,
    help: ArgumentHelp
  ) where Value == Element? {
    self.init(
      help: help, completion: .list(all.map(elementName)),
      transform: { try choice($0, among: all, called: elementName, what: what) })
  }

  /// An option that takes a name out of a list, which shells complete, and has a default.
  ///
  /// - Parameters:
  ///   - wrappedValue: What is chosen by default.
  ///   - all: What can be chosen.
  ///   - elementName: The name of one of them.
  ///   - what: The kind of thing that is chosen, in one word.
  ///   - help: What the option is for.
  init(
    wrappedValue: Value, among all: [Value],
    called elementName: @escaping @Sendable (Value) -> String, what: String, help: ArgumentHelp
  ) where Value: Sendable {
    self.init(
      wrappedValue: wrappedValue, help: help, completion: .list(all.map(elementName)),
      transform: { try choice($0, among: all, called: elementName, what: what) })
  }
}

extension Sequence {
  /// The names of the elements with commas between, for an option's help.
  func listed(_ name: (Element) -> String) -> String { map(name).joined(separator: ", ") }
}

/// How a command writes reports of a type: in each format that suits them.
struct FormatOption<Result: Report>: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How the result is written: \(formats.listed { "\($0.name) (\($0.summary))" }); "
        + "default: \(ReportFormat.standard.name).", valueName: "format"),
    completion: .list(formats.map(\.name)),
    transform: { try Self.format(named: $0) })
  var format: ReportFormat = .standard

  private static var formats: [ReportFormat] { ReportFormat.all.filter { $0.suits(Result.self) } }

  private static func format(named name: String) throws -> ReportFormat {
    if ReportFormat.all.contains(where: { $0.name == name && !$0.suits(Result.self) }) {
      throw ValidationError(
        "\(name) holds one table, and this result has more than that; "
          + "choose one of \(formats.listed(\.name)).")
    }
    return try choice(name, among: formats, called: \.name, what: "format")
  }

  /// Says on standard error what was passed over in the data, unless the report says so itself.
  func explain(_ dataSet: DataSet) {
    guard format.name != ReportFormat.standard.name else { return }
    for note in dataSet.notes {
      StandardError.write("emscope: \(note)\n")
    }
  }

  /// Prints a report.
  func write(_ report: any Report) throws {
    try StandardOutput.write(format.text(of: report) ?? "")
  }
}
