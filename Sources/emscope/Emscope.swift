import ArgumentParser

@main
struct Emscope: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "emscope", abstract: "See the EM algorithm, one half-step at a time.")
}
