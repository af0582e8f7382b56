import Foundation
import TestSupport
import Testing

@testable import emscope

/// The words that shells complete, by the scripts that the program prints for them.
@Suite(.waiting) struct `The completion` {
  private static let shells = ["bash", "zsh", "fish"]

  /// Lists in a help's text: lower-case words with commas between, each with a remark or none.
  private static var list: Regex<(Substring, Substring)> {
    #/(?:: |one of |for an )((?:[a-z][a-z0-9+-]*(?: \([^)]*\))?, )+[a-z][a-z0-9+-]*)/#
  }

  /// The names that the help of an option lists, if any.
  private func listed(_ option: CommandDefinition.Argument) -> [String] {
    let text = [option.abstract, option.discussion].compactMap(\.self).joined(separator: " ")
    return text.matches(of: Self.list).flatMap { match in
      String(match.1).replacing(/\ \([^)]*\)/, with: "").components(separatedBy: ", ")
    }
    .filter { $0 != "and" }
  }

  private func commands() throws -> [CommandDefinition] {
    try CommandDefinition(of: Emscope.self).listed.filter { $0.commandName != "help" }
  }

  @Test(arguments: shells)
  func `has every name that an option's help lists`(shell: String) throws {
    let script = try Script(of: shell)
    var options: Set<String> = []
    for command in try commands() {
      for option in command.options {
        let names = listed(option)
        guard !names.isEmpty else { continue }
        options.insert(option.long)
        let offered = Set(script.names(after: option.long, in: command.commandName))
        let missing = names.filter { !offered.contains($0) }
        #expect(missing.isEmpty, "\(command.commandName) --\(option.long) misses \(missing)")
      }
    }
    // The lists are found by how they are written: those that are known have to be among them.
    #expect(
      options.isSuperset(of: [
        "model", "covariance", "algorithm", "start", "start-covariance", "start-weights", "prior",
        "view", "pane", "format", "theme", "separator",
      ]), "found: \(options.sorted())")
  }

  @Test(arguments: shells)
  func `has files wherever a file can be given`(shell: String) throws {
    let script = try Script(of: shell)
    for command in try commands() {
      for option in command.options where ["file", "folder"].contains(option.valueName) {
        #expect(
          script.hasFiles(after: option.long, in: command.commandName),
          "\(command.commandName) --\(option.long)")
      }
      for argument in command.positional {
        #expect(
          script.hasFiles(for: argument.valueName ?? "", in: command.commandName),
          "\(command.commandName) \(argument.valueName ?? "")")
      }
    }
  }

  @Test(arguments: shells)
  func `has nothing for a number`(shell: String) throws {
    let script = try Script(of: shell)
    for command in try commands() {
      for option in command.options
      where ["number", "share", "gain", "size"].contains(option.valueName) {
        #expect(script.names(after: option.long, in: command.commandName).isEmpty)
        #expect(!script.hasFiles(after: option.long, in: command.commandName))
      }
    }
  }

  /// What stands for files in a list is no name to be offered.
  @Test(arguments: ["bash", "fish"])
  func `keeps no mark of its own`(shell: String) throws {
    #expect(!(try Script(of: shell).text.contains("FILES")))
  }

  @Test(arguments: shells)
  func `is a script that its shell can read`(shell: String) throws {
    guard let program = Shell.url(shell) else { return }
    let file = try temporaryFile("script", Script(of: shell).text)
    let outcome = try run(program, [shell == "fish" ? "--no-execute" : "-n", file])
    #expect(outcome.status == 0)
    #expect(outcome.error == "")
  }
}

/// What Tab offers, in shells that are there.
@Suite(.waiting) struct `Tab` {
  /// A line, and all that is offered in a folder with some files.
  private static let lines: [(line: String, offers: [String])] = [
    ("my", ["my.csv"]), ("fit my", ["my.csv"]), ("fit ol", ["old-faithful", "old.json"]),
    ("fit odd", ["odd$(touch ran).csv"]), ("fit fold", ["folder"]),
    ("iris --view ra", ["race"]), ("--view ra", ["race"]), ("my.csv --lab", ["--label-column"]),
    ("--lab", ["--label-column"]), ("f", ["fiji-earthquakes", "fit", "folder"]),
    ("iris --tole", ["--tolerance"]), ("my.csv --theme d", ["dark"]), ("iris --seed ", []),
    ("render --pane b", ["basins", "bound"]), ("render --format s", ["svg"]),
    ("fit --format j", ["json"]), ("fit --model c", ["coins"]), ("fit iris --seed ", []),
    ("fit --start old-faithful-2-s", ["old-faithful-2-slow", "old-faithful-2-stuck"]),
    ("fit --start-file ol", ["old.json"]), ("replay ol", ["old.json"]),
    ("lesson a.t", ["a.toml"]), ("lesson --check bayes a.t", ["a.toml"]),
    ("lesson exam-p", ["exam-parameters", "exam-plus-plus"]),
    ("datasets --write ", ["folder"]), ("render --keys PageD", ["PageDown"]),
  ]

  /// A folder with some files, one of which has a name that does something where it is run.
  private func folder() throws -> URL {
    let folder = try temporaryFolder()
    for name in ["my.csv", "old.json", "a.toml", "odd$(touch ran).csv"] {
      try Data().write(to: folder.appending(path: name))
    }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "folder"), withIntermediateDirectories: true)
    return folder
  }

  /// Asks a shell for what it offers after each of the lines.
  ///
  /// - Parameter asking: The shell's own commands for a line: what they print is what is offered.
  private func check(
    _ shell: String, _ options: [String] = [], asking: (String) -> String
  ) throws {
    guard let program = Shell.url(shell) else { return }
    let script = try temporaryFile("script", Script(of: shell).text)
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let questions = Self.lines.map { asking($0.line) + "\necho =" }
    let outcome = try run(
      program, options + ["-c", "source '\(script)'\n" + questions.joined(separator: "\n")],
      in: folder)
    let answers = outcome.output.components(separatedBy: "=\n")
    try #require(answers.count == Self.lines.count + 1, "\(outcome.error)")
    for (line, answer) in zip(Self.lines, answers) {
      let words = answer.split(separator: "\n").map { String($0) }
      #expect(Set(words) == Set(line.offers), "emscope \(line.line): \(outcome.error)")
    }
    #expect(
      !FileManager.default.fileExists(atPath: folder.appending(path: "ran").path),
      "the name of a file was run")
  }

  @Test func `in bash offers names, files and options`() throws {
    try check("bash") { line in
      let words = "emscope \(line)".components(separatedBy: " ")
      let quoted = words.map { "'\($0)'" }
      return """
        COMP_WORDS=(\(quoted.joined(separator: " "))) COMP_CWORD=\(words.count - 1) COMPREPLY=()
        command=$(complete -p emscope) command=${command#*-F } command=${command% *}
        "$command" emscope \(quoted[words.count - 1]) \(quoted[words.count - 2])
        printf '%s\\n' "${COMPREPLY[@]}"
        """
    }
  }

  @Test func `in fish offers names, files and options`() throws {
    // Fish gives folders with a slash, and what it offers is followed by what it means.
    try check("fish", ["--no-config"]) { line in
      "complete --do-complete 'emscope \(line)' | string replace -r '\\t.*' '' "
        + "| string replace -r '/$' ''"
    }
  }
}

/// Shells that may be there.
private enum Shell {
  /// The program of a shell, `nil` where it is not installed.
  static func url(_ name: String) -> URL? {
    ["/bin", "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]
      .map { URL(filePath: "\($0)/\(name)") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }
}

/// A script of completions, with what can be asked of it.
private struct Script {
  let shell: String
  let text: String

  init(of shell: String) throws {
    self.shell = shell
    text = try emscope("--generate-completion-script", shell).output
  }

  /// What the script does after an option.
  private func part(after option: String, in command: String) -> String {
    switch shell {
    case "bash":
      body(of: command).slice(from: "'--\(option)')\n", to: ";;")
    case "zsh":
      body(of: command).slice(from: "___\(option.replacing("-", with: "_"))=(", to: ")\n")
        + body(of: command).slice(from: "--\(option)[", to: "\n").slice(from: "]:", to: "")
    default:
      fishLines { $0.contains("\"emscope \(command)\"") && $0.contains(" -l '\(option)' ") }
        .slice(from: " -r", to: "")
    }
  }

  /// The names that are offered after an option.
  func names(after option: String, in command: String) -> [String] {
    let part = part(after: option, in: command)
    return switch shell {
    case "fish": part.slice(from: "fka '", to: "'").split(separator: " ").map { String($0) }
    default: part.matches(of: /'([\w+-]+)'/).map { String($0.1) }
    }
  }

  /// Whether files are offered after an option.
  func hasFiles(after option: String, in command: String) -> Bool {
    let part = part(after: option, in: command)
    return ["_completions -f", "_completions -d", "_files", "_complete_directories"]
      .contains { part.contains($0) } || shell == "fish" && part.hasPrefix("F")
  }

  /// Whether files are offered for an argument without a name.
  func hasFiles(for argument: String, in command: String) -> Bool {
    switch shell {
    case "bash": body(of: command).slice(from: "positional_number}\"", to: "").contains(" -f\n")
    case "zsh":
      body(of: command).slice(from: "_\(argument)=(", to: ")\n").contains("'FILES'")
        || body(of: command).contains(":\(argument):_files'")
    default:
      fishLines {
        $0.contains("positional \"emscope \(command)\"") && $0.hasSuffix(" -F")
      } != ""
    }
  }

  /// The function of a command.
  private func body(of command: String) -> String {
    text.slice(from: "\n_emscope_\(command)() {", to: "\n}\n")
  }

  private func fishLines(where isOne: (String) -> Bool) -> String {
    text.components(separatedBy: "\n").filter(isOne).joined(separator: "\n")
  }
}

extension CommandDefinition.Argument {
  /// The long name of an option.
  fileprivate var long: String { names?.first { $0.kind == "long" }?.name ?? "" }
}

extension String {
  /// The text after a beginning, up to an end or, where that is empty, to the very end.
  fileprivate func slice(from beginning: String, to end: String) -> String {
    guard let start = firstRange(of: beginning) else { return "" }
    let rest = self[start.upperBound...]
    guard !end.isEmpty, let stop = rest.firstRange(of: end) else { return String(rest) }
    return String(rest[..<stop.lowerBound])
  }
}
