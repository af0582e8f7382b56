import Explorer
import Testing

@testable import emscope

@Suite struct `The preferences` {
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
    "theme = ", "theme = \"dark\"\r\n[\r\n",
  ])
  func `with a mistake are refused with a sentence`(text: String) {
    #expect(throws: Refusal.self) { try read(text) }
  }
}
