import Foundation

/// Presses keys without a screen, saves something from the list that `w` opens, and reads it.
///
/// - Parameters:
///   - item: The item of the list, by its name.
///   - line: What the program is opened with.
func saved(_ item: String, after keys: String, _ line: String) throws -> String {
  guard let number = try SavingList.names.get().firstIndex(of: item) else {
    throw NotSaved(reason: "the list has no \(item)")
  }
  let folder = try temporaryFolder()
  defer { try? FileManager.default.removeItem(at: folder) }
  let downs = String(repeating: " Down", count: number)
  let outcome = try emscope(
    ["render"] + line.split(separator: " ").map(String.init) + ["--keys=\(keys) w\(downs) Enter"],
    in: folder)
  let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
  guard files.count == 1, let name = files.first, outcome.output.contains("saved \(name)") else {
    throw NotSaved(reason: "\(files): \(outcome.output) \(outcome.error)")
  }
  return try String(contentsOf: folder.appending(path: name), encoding: .utf8)
}

/// Why nothing was saved.
struct NotSaved: Error {
  var reason: String
}

/// The list of what can be saved, as the screen shows it.
private enum SavingList {
  static let names = Result {
    try emscope("render", "--keys", "w").output.split(separator: "\n")
      .compactMap { $0.firstMatch(of: /│ [▸ ] (\S.*?) {2}/).map { String($0.1) } }
  }
}
