import Explorer
import TestSupport
import Testing

@testable import emscope

@Suite(.waiting) struct `The preferences` {
  private func read(_ text: String) throws -> PreferencesFile {
    let file = try temporaryFile("emscope/config.toml", text)
    let folder = file.dropLast("/emscope/config.toml".count)
    return try PreferencesFile(environment: ["XDG_CONFIG_HOME": String(folder)])
  }

  @Test func `are read from the XDG folder`() throws {
    let file = try read("theme = \"dark\"\nspeed = 8\ndata = \"iris\"\n")
    #expect(file.preferences == Preferences(scheme: .dark, speed: 8))
    #expect(file.data == "iris")
  }

  @Test func `of a missing file are the program's own`() throws {
    let file = try PreferencesFile(environment: ["XDG_CONFIG_HOME": "/no/such/folder"])
    #expect(file.preferences == Preferences() && file.data == nil)
  }

  @Test(arguments: [
    "theme = 3", "theme = \"pink\"", "speed = \"fast\"", "speed = -1", "data = 1", "colour = 1",
    "theme = ", "theme = \"dark\"\r\n[\r\n", "[[theme]]", "speed = [4]",
  ])
  func `with a mistake are refused with a sentence`(text: String) {
    #expect(throws: CommandError.self) { try read(text) }
  }

  @Test(arguments: [
    ("theme = \"pink\"", "3: theme must be \"auto\", \"dark\" or \"light\"."),
    ("speed = 0", "3: speed must be a number of iterations a second."),
    ("data = 'a'\ntheme =\n", "4: column 8: a value is missing here"),
    ("data = \"\"\"\na\nb\"\"\"\nspeed = '4'", "6: speed must be a number"),
    ("colour = 1", "3: there is no preference colour: there are theme, speed and data."),
    ("[", "3: column 1: a [table] in single brackets is not read here: write [[name]]."),
    ("[[step]]", "3: there is no preference step"),
  ])
  func `with a mistake are refused with its line, whatever ends the lines`(
    text: String, sentence: String
  ) throws {
    for end in ["\n", "\r\n", "\r"] {
      let file = "# mine\n\n\(text)\n".replacing("\n", with: end)
      let error = try #require(throws: CommandError.self) { try read(file) }
      #expect(error.description.contains(":\(sentence)"), "\(error)")
    }
  }

  @Test func `are named where the data that they open is unknown`() async throws {
    let file = try temporaryFile("emscope/config.toml", "data = \"nope\"\n")
    let folder = String(file.dropLast("/emscope/config.toml".count))
    let pty = try Pty(environment: ["XDG_CONFIG_HOME": folder])
    #expect(try await pty.waitForEnd() == .status(1))
    #expect(pty.text.contains("config.toml: data: There is no data set or file called 'nope'"))
    let named = try Pty(["iris"], environment: ["XDG_CONFIG_HOME": folder])
    try await named.start()
  }

  @Test func `are read behind a byte order mark`() throws {
    #expect(try read("\u{FEFF}data = \"iris\"\r\n").data == "iris")
  }
}
