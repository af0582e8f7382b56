import ArgumentParser
import Explorer
import MixtureData
import MixtureEngine

extension ManualSection {
  /// Every section of the manual page, in order.
  ///
  /// - Throws: What ``CommandDefinition`` throws.
  static func all() throws -> [ManualSection] {
    let program = try CommandDefinition(of: Emscope.self)
    return [
      name(of: program), synopsis(of: program), description, commands(of: program),
      options(of: program), keys, views, lessons, dataSets, models, startingRules, algorithms,
      files, environment, exitStatus, examples, bugs, seeAlso,
    ]
  }

  private static func name(of program: CommandDefinition) -> ManualSection {
    let summary = program.abstract ?? ""
    let words = summary.prefix(1).lowercased() + summary.dropFirst().prefix { $0 != "." }
    return ManualSection(
      title: "NAME", blocks: [.paragraph("\(program.commandName) - \(words)")])
  }

  private static let description = ManualSection(
    title: "DESCRIPTION",
    blocks: [
      .paragraph(
        """
        emscope steps through expectation-maximization for Gaussian mixtures in a terminal, one \
        half-step at a time, over points of the plane or of a line: points have the colour of the \
        component that is most responsible for them, covariances are ellipses, and the \
        log-likelihood climbs as you go. One key switches to k-means, the hard limit, in place.
        """),
      .paragraph(
        """
        Without a command it explores \(BuiltInDataSet.standard.name), or the data that the \
        preferences name. Data are a built-in data set, a file with a table of numbers, or - for \
        standard input.
        """),
    ])

  private static let keys = ManualSection(
    title: "KEYS",
    blocks: [.paragraph("The key ? lists these in the program, and searches them.")]
      + KeySheet.all.flatMap { sheet -> [Block] in
        [
          .heading(sheet.title),
          .items(
            sheet.rows.map { row in
              Item(term: ManualText(literals: row.keys), text: row.meaning)
            }),
        ]
      })

  private static let views = ManualSection(
    title: "VIEWS",
    blocks: [
      .paragraph("Each has its key, or the menu V and a letter; --view opens one by its name."),
      .items(
        View.all.map { view in
          let keys = view.openingKeys.map(\.name).joined(separator: " ")
          return Item(
            term: ManualText(.literal(view.name), .plain(", "), .literal(keys)),
            text: view.summary)
        }),
    ])

  private static let lessons = ManualSection(
    title: "LESSONS",
    blocks: [
      .paragraph("emscope lesson gives one by its name; the key T lists them."),
      .items(BuiltInLesson.offers.map { Item($0.name, $0.summary) }),
      .heading("Several lessons in order"),
      .items(BuiltInChain.offers.map { Item($0.name, $0.summary) }),
    ])

  private static let dataSets = ManualSection(
    title: "DATA SETS",
    blocks: [.items(BuiltInDataSet.all.map { Item($0.name, $0.summary) })])

  private static let models = ManualSection(
    title: "MODELS",
    blocks: [
      .paragraph("--model and the key M choose one."),
      .items(ModelKind.known.map { Item($0.name, $0.summary) }),
    ])

  private static let startingRules = ManualSection(
    title: "STARTING RULES",
    blocks: [
      .paragraph(
        "--start and the key i choose one. Some data sets have starts of their own besides."),
      .items(
        StartingRule.all.map { rule in
          let source = rule.source.isEmpty ? "" : " (\(rule.source))"
          return Item(rule.name, rule.summary + source)
        }),
    ])

  private static let algorithms = ManualSection(
    title: "ALGORITHMS",
    blocks: [
      .paragraph("--algorithm chooses how L is climbed."),
      .items(Climber.all.map { Item($0.name, $0.summary) }),
    ])

  private static let files = ManualSection(
    title: "FILES",
    blocks: [
      .items([
        Item(
          term: ManualText(
            .placeholder("$XDG_CONFIG_HOME"), .literal("/" + PreferencesFile.place)),
          text: "The preferences; ~/.config is the folder where the variable is not set. They are "
            + "lines of TOML, as many as wished of these:")
      ]),
      .items(
        Preference.allCases.map {
          Item($0.example, $0.meaning)
        }),
    ])

  private static let environment = ManualSection(
    title: "ENVIRONMENT",
    blocks: [
      .items(
        EnvironmentVariable.allCases.map {
          Item($0.rawValue, $0.meaning)
        })
    ])

  private static let exitStatus = ManualSection(
    title: "EXIT STATUS",
    blocks: [
      .items(
        ExitStatus.allCases.map {
          Item("\($0.rawValue)", $0.meaning)
        } + [Item("128 + n", ExitStatus.meaningOfSignal)])
    ])

  private static let examples = ManualSection(
    title: "EXAMPLES",
    blocks: ManualExample.all.flatMap { [.paragraph($0.purpose), .lines([$0.line])] })

  private static let bugs = ManualSection(
    title: "BUGS",
    blocks: [
      .paragraph(
        """
        A fault is reported as an issue where the program's source is, most of all with the line of \
        emscope render, keys and all, that shows it: the key w can copy it.
        """)
    ])

  private static let seeAlso = ManualSection(
    title: "SEE ALSO", blocks: [.paragraph("asciinema(1), tmux(1), terminfo(5)")])
}
