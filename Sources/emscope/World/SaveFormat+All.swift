import Explorer
import MixtureData
import TerminalCanvas

extension SaveFormat {
  /// Every form in which something can be saved, in the order of the menu.
  static let all: [SaveFormat] = [
    SaveFormat(
      "session", "the keys so far, to play again", stem: "emscope-session", ending: "json"
    ) { try SessionFile($0.session).text() },
    picture("picture", "the screen as SVG, for slides", ending: "svg") { $0.svg() },
    picture("text", "the screen as plain text", ending: "txt") { $0.text + "\n" },
    picture("colours", "the screen as text with ANSI colours", ending: "ansi") { $0.ansi() },
    numbers("results", "all numbers as JSON", ending: "json") {
      $0.json(with: [.assignments]).document
    },
    numbers("parameters", "weights, means and covariances as CSV") { $0.csv(.parameters) },
    numbers("trace", "the objective at each iteration as CSV") { $0.csv(.trace) },
    numbers("assignments", "the component of each point as CSV") { $0.csv(.assignments) },
    numbers("responsibilities", "q of each point as CSV") { $0.csv(.responsibilities) },
  ]

  private static func picture(
    _ name: String, _ summary: String, ending: String,
    _ text: @escaping @Sendable (Frame) -> String
  ) -> SaveFormat {
    SaveFormat(name, summary, stem: "emscope-screen", ending: ending) { text($0.frame) }
  }

  private static func numbers(
    _ name: String, _ summary: String, ending: String = "csv",
    _ text: @escaping @Sendable (FitReport) -> String
  ) -> SaveFormat {
    SaveFormat(name, summary, stem: "emscope-\(name)", ending: ending) {
      text(
        FitReport(dataSet: $0.data, run: $0.run, recipe: $0.recipe, givenName: "given"))
    }
  }
}
