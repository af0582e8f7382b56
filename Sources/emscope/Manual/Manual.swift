import ArgumentParser

/// Prints the manual page, or one of the README's tables, from what the program itself goes by.
struct Manual: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the manual page, or a table of the README.", shouldDisplay: false)

  @Option(help: ArgumentHelp("The day that the page is of.", valueName: "year-month-day"))
  var date: String?

  @Option(
    among: ManualTable.all, called: \.name, what: "table",
    help: ArgumentHelp(
      "Print a table as Markdown: \(ManualTable.all.listed(\.name)).", valueName: "table"))
  var table: ManualTable?

  func validate() throws {
    guard let date else { return }
    guard table == nil else { throw ValidationError("A table is of no day: leave out --date.") }
    guard date.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil else {
      throw ValidationError("--date takes a day such as 2026-01-31.")
    }
  }

  func run() throws {
    if let table { return try StandardOutput.write(try table.text()) }
    let page = ManualPage(
      version: Emscope.configuration.version, date: date ?? "", sections: try ManualSection.all())
    try StandardOutput.write(page.text)
  }
}
