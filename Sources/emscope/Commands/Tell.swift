import ArgumentParser
import Explorer
import MixtureData
import TerminalCanvas

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The program in lines, for screen readers, pipes and notebooks.
struct Tell: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Step through EM in lines of text, for screen readers and pipes.",
    discussion: """
      Reads a line of key names (Space, e, G, Left, C-l; several with blanks between) from standard \
      input, presses them as in the terminal, and answers in sentences and aligned numbers. A line \
      may also ask: state, parameters, point 17, ledger, keys; help lists all questions. An empty \
      line ends each answer. q, quit or the end of the input ends the program.
      """)

  @OptionGroup var opening: Opening

  @Flag(help: "Write letters, digits and punctuation of ASCII alone.")
  var ascii = false

  func run() async throws {
    let (data, recipe) = try opening.load()
    if opening.data.name == "-" { StandardInput.backToTerminal() }
    var teller = Teller(
      try opening.exploration(
        data, recipe, size: Size(width: 80, height: 24),
        capabilities: Capabilities(unicode: !ascii))
    ) { nearestName(to: $0, among: $1) }
    // Only somebody who types has to be told when.
    let prompts = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
    var answer: String? = teller.opening
    while let lines = answer {
      if !lines.isEmpty { try StandardOutput.write(lines + "\n") }
      if prompts { try StandardOutput.write("> ") }
      guard let line = readLine() else {
        if prompts { try StandardOutput.write("\n") }
        return
      }
      answer = await teller.hear(line, perform: World.perform)
    }
  }
}
