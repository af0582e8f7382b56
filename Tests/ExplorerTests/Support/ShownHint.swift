import TerminalCanvas

/// What a line of the screen says of one or more keys.
struct ShownHint: Hashable {
  var keys: [Key]
  var help: String
}

extension Frame {
  /// The hints in a row: keys in the style of keys, and after each what it does, in the style of
  /// secondary text.
  func hints(inRow y: Int) -> [ShownHint] {
    var hints: [ShownHint] = []
    for run in runs(inRow: y) {
      if run.style.dim {
        if !hints.isEmpty { hints[hints.count - 1].help = run.text }
      } else if run.style.bold {
        hints.append(ShownHint(keys: Key.named(by: run.text), help: ""))
      }
    }
    return hints
  }

  /// The texts of a row that are written in one style.
  private func runs(inRow y: Int) -> [(text: String, style: Style)] {
    var runs: [(text: String, style: Style)] = []
    for cell in row(y) {
      if let last = runs.last, last.style == cell.style {
        runs[runs.count - 1].text.append(cell.character)
      } else {
        runs.append((String(cell.character), cell.style))
      }
    }
    return runs
  }
}

extension Key {
  /// The keys that hints and help name: `space`, `←↑↓→`, `+ -`, `Esc`, `^L`.
  static func named(by label: String) -> [Key] {
    label.split(separator: " ").flatMap { word -> [Key] in
      let arrows: [Character: Key] = ["←": .left, "→": .right, "↑": .up, "↓": .down]
      if word.allSatisfy({ arrows[$0] != nil }) { return word.compactMap { arrows[$0] } }
      let others = ["bksp": Key.backspace, "shift-Tab": .backTab]
      return [others[String(word)] ?? Key(name: String(word))].compactMap { $0 }
    }
  }
}
