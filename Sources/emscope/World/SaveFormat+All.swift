import Explorer
import MixtureData
import TerminalCanvas

extension SaveFormat {
  /// Every form in which something can be saved, in the order of the menu: the session, the screen
  /// in every format of pictures, and the run's numbers in every format of reports but the one
  /// that is for people.
  static let all: [SaveFormat] =
    [
      SaveFormat(
        "session", "the keys so far, to play again", stem: "emscope-session", ending: "json",
        remark: { SessionFile($0.session).remark }
      ) { try SessionFile($0.session).text() }
    ] + PictureFormat.all.map(picture)
    + ReportFormat.all.filter { $0.name != ReportFormat.standard.name }.flatMap(numbers) + [start]

  private static let start = SaveFormat(
    "start, json", "where the run began, for --start-file", stem: "emscope-start", ending: "json"
  ) {
    StartFile.text(
      of: $0.run.history[0].model, over: $0.run.points, observed: $0.recipe.observed,
      varianceFloor: $0.recipe.varianceFloor, prior: $0.run.safeguard.prior(of: $0.run.model),
      recipe: $0.recipe)
  }

  private static func picture(_ format: PictureFormat) -> SaveFormat {
    SaveFormat(
      "screen, \(format.name)", "the screen as \(format.summary)", stem: "emscope-screen",
      ending: format.ending
    ) { format.text(of: $0.frame, theme: SVGTheme($0.scheme), caption: $0.caption) }
  }

  /// The results as a whole, or a form for each of a run's tables.
  private static func numbers(_ format: ReportFormat) -> [SaveFormat] {
    guard format.isOneTable else {
      return [
        SaveFormat(
          "results, \(format.name)", format.summary, stem: "emscope-results",
          ending: format.ending
        ) { format.text(of: FitReport($0, tables: [.assignments])) ?? "" }
      ]
    }
    return FitReport.Table.allCases.map { table in
      SaveFormat(
        "\(table.rawValue), \(format.name)", table.summary, stem: "emscope-\(table.rawValue)",
        ending: format.ending
      ) { format.text(of: FitReport($0, tables: [table])) ?? "" }
    }
  }
}

extension FitReport {
  /// The report on a moment on the screen.
  fileprivate init(_ moment: Moment, tables: Set<Table>) {
    self.init(
      dataSet: moment.data, run: moment.run, recipe: moment.recipe, givenName: moment.origin,
      tables: tables)
  }
}

extension SVGTheme {
  /// The paper that suits a scheme of colours; white where it suits any.
  init(_ scheme: Theme.Scheme) { self = scheme == .dark ? .dark : .light }
}
