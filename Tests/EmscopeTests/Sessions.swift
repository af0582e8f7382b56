import Explorer
import Foundation
import MixtureData
import MixtureEngine
import TerminalCanvas

@testable import emscope

/// The text of a session of some keys over some data, as `w` saves it.
func sessionText(
  _ keys: String = "Space e Space x G", over data: DataSet, recipe: RunRecipe? = nil
) async throws -> String {
  let recipe = recipe ?? RunRecipe(components: data.startingComponents)
  return try await sessionText(
    keys,
    of: Exploration(
      try AppState(
        data: data, recipe: recipe, catalogue: .builtIn, size: Size(width: 100, height: 30))))
}

/// The text of a session of some keys in a program at its start, as `w` saves it.
func sessionText(_ keys: String, of start: Exploration) async throws -> String {
  var exploration = start
  await exploration.replay(try Key.keys(named: keys), perform: World.performReplayed)
  return try SessionFile(exploration.app.record).text()
}

/// A session with one of its entries changed, or removed for `nil`.
///
/// - Parameter entry: The keys that lead to it, such as `settings.seed`.
func changed(_ session: String, _ entry: String, to value: Any?) throws -> String {
  func change(_ object: inout [String: Any], _ keys: ArraySlice<Substring>) {
    guard let key = keys.first.map(String.init) else { return }
    guard keys.count > 1 else {
      object[key] = value
      return
    }
    var inner = object[key] as? [String: Any] ?? [:]
    change(&inner, keys.dropFirst())
    object[key] = inner
  }
  var object =
    try JSONSerialization.jsonObject(with: Data(session.utf8)) as? [String: Any] ?? [:]
  change(&object, entry.split(separator: ".")[...])
  return String(
    decoding: try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys]),
    as: UTF8.self)
}
