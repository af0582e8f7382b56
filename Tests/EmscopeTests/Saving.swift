import Explorer

@testable import emscope

/// Presses keys without a screen, saves something from the list that `w` opens, and answers what
/// its file says.
///
/// - Parameters:
///   - item: The item of the list, by its name.
///   - line: What the program is opened with, and the size of its screen.
func saved(_ item: String, after keys: String, _ line: String) async throws -> String {
  guard let number = SaveFormat.all.firstIndex(where: { $0.name == item }) else {
    throw NotSaved(reason: "the list has no \(item)")
  }
  let downs = String(repeating: " Down", count: number)
  let render = try Render.parse(
    line.split(separator: " ").map(String.init) + ["--keys=\(keys) w\(downs) Enter"])
  var texts: [String] = []
  let exploration = try await render.exploration { effect in
    guard case .save(let format, let moment) = effect else { return World.perform(effect) }
    do {
      texts.append(try format.text(moment))
      return .saved(format.fileName)
    } catch {
      return .failed("\(error)")
    }
  }
  guard texts.count == 1, exploration.frame().text.contains("saved emscope-") else {
    throw NotSaved(reason: "\(texts.count) saved: \(exploration.frame().text)")
  }
  return texts[0]
}

/// Why nothing was saved.
struct NotSaved: Error {
  var reason: String
}
