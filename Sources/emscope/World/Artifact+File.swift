import Explorer
import MixtureData
import MixtureEngine
import TerminalCanvas

/// How each thing that can be saved becomes a file.
extension Artifact {
  /// The file's name without number and ending.
  var stem: String {
    switch self {
    case .session: "emscope-session"
    case .picture: "emscope-screen"
    case .numbers(_, _, _, let format):
      "emscope-\(format.rawValue == "json" ? "results" : format.rawValue)"
    }
  }

  /// The file's ending.
  var ending: String {
    switch self {
    case .session: "json"
    case .picture(_, let format): format.rawValue
    case .numbers(_, _, _, let format): format == .json ? "json" : "csv"
    }
  }

  /// What the file says.
  func text() throws -> String {
    switch self {
    case .session(let record): try SessionFile(record).text()
    case .picture(let frame, .svg): frame.svg()
    case .picture(let frame, .txt): frame.text + "\n"
    case .picture(let frame, .ansi): frame.ansi()
    case .numbers(let run, let recipe, let data, let format):
      Self.numbers(
        FitReport(dataSet: data, run: run, recipe: recipe, givenName: "given"), format)
    }
  }

  private static func numbers(_ report: FitReport, _ format: NumbersFormat) -> String {
    switch format {
    case .json: report.json(with: [.assignments]).document
    case .parameters: report.csv(.parameters)
    case .trace: report.csv(.trace)
    case .assignments: report.csv(.assignments)
    case .responsibilities: report.csv(.responsibilities)
    }
  }
}
