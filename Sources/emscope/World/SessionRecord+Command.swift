import Explorer
import Foundation
import MixtureData
import MixtureEngine

extension SessionRecord {
  /// The command line that opens the program where the session is; `nil` where no keys alone lead
  /// there, as after a run that was stopped, or from a start that was given.
  var command: String? {
    guard isOfKeysAlone, lesson == nil, dataName != "-", recipe.given == nil,
      recipe.observed == nil || recipe.observedShare > 0
    else { return nil }
    let usual = RunRecipe()
    var words = ["emscope", dataName] + reading
    if !BuiltInDataSet.all.contains(where: { $0.name == dataName }) {
      guard !columns.x.contains(","), !columns.y.contains(",") else { return nil }
      words += ["--columns", "\(columns.x),\(columns.y)"]
      if let labelColumn { words += ["--label-column", labelColumn] }
      if let weightColumn { words += ["--weight-column", weightColumn] }
    }
    if recipe.kind != usual.kind { words += ["--model", recipe.kind.name] }
    if recipe.structure != usual.structure { words += ["--covariance", recipe.structure.name] }
    words += ["-k", "\(recipe.components)"]
    if recipe.rule != usual.rule { words += ["--start", recipe.rule.name] }
    if recipe.seed != usual.seed { words += ["--seed", "\(recipe.seed)"] }
    if recipe.observedShare > 0 { words += ["--hold-labels", "\(recipe.observedShare)"] }
    if recipe.stopping.tolerance != usual.stopping.tolerance {
      words += ["--tolerance", "\(recipe.stopping.tolerance)"]
    }
    if recipe.stopping.iterationLimit != usual.stopping.iterationLimit {
      words += ["--iterations", "\(recipe.stopping.iterationLimit)"]
    }
    if let floor = recipe.varianceFloor { words += ["--variance-floor", "\(floor)"] }
    let keys = events.compactMap { if case .key(let key) = $0 { key.name } else { nil } }
    // The keys that asked for this command are no part of it.
    let asking = keys.lastIndex(of: "w") ?? keys.endIndex
    let isAsking = keys[asking...].dropFirst().allSatisfy(Self.menuKeys.contains)
    var leading = isAsking ? keys[..<asking] : keys[...]
    if leading.last == "q" { leading.removeLast() }
    if !leading.isEmpty { words += ["--keys", leading.joined(separator: " ")] }
    return words.map(\.quoted).joined(separator: " ")
  }
}

extension SessionRecord {
  /// The keys that choose from a menu.
  private static let menuKeys: Set = [
    "Up", "Down", "j", "k", "i", "d", "M", "PageUp", "PageDown", "Home", "End", "Enter", "Space",
  ]
}

extension String {
  /// The word as a shell takes it.
  fileprivate var quoted: String {
    let isPlain =
      !isEmpty
      && allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_./,=:+".contains($0)) }
    return isPlain ? self : "'" + replacing("'", with: "'\\''") + "'"
  }
}
