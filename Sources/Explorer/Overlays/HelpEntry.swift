import TerminalCanvas

/// Something that can be done, as the help finds it: a binding of a table, or a choice of a menu
/// that a binding opens.
struct HelpEntry: Sendable {
  /// Where it can be done.
  let heading: String
  /// The key that does it, or that opens the menu.
  let key: String
  /// What it does.
  let help: String
  /// Does it.
  let deed: Binding.Deed
}

extension HelpEntry {
  /// All that can be done, in the order of the help, and then all that its menus offer in a state.
  static func all(of state: AppState) -> [HelpEntry] {
    var bare = state
    bare.overlay = nil
    let bindings = Keymap.all.flatMap { table in
      table.bindings.filter { !$0.help.isEmpty }.map { (table, $0) }
    }
    return bindings.map { table, binding in
      HelpEntry(
        heading: table.title, key: bare.key(of: binding)?.label ?? binding.keys[0].label,
        help: binding.help,
        deed: { state throws(Notice) in try state.reach(binding, under: table) })
    }
      + bindings.flatMap { table, binding -> [HelpEntry] in
        guard let key = bare.key(of: binding), let menu = binding.menu?(bare) else { return [] }
        return menu.items.map { item in
          HelpEntry(
            heading: menu.title, key: key.label,
            help: "\(item.name.trimmed): \(item.summary)", deed: item.take)
        }
      }
  }

  /// The entries that have all words, those first where a word is a key or begins one.
  static func search(_ entries: [HelpEntry], for words: String) -> [HelpEntry] {
    let words = words.lowercased().replacing("-", with: "").split(separator: " ")
    guard !words.isEmpty else { return entries }
    return entries.enumerated().compactMap { number, entry -> (rank: Int, number: Int)? in
      let text = "\(entry.heading) \(entry.help)".lowercased().replacing("-", with: "")
      let help = entry.help.lowercased().replacing("-", with: "")
      let starts = Set(help.split { !$0.isLetter && !$0.isNumber })
      let ranks = words.map { word -> Int? in
        if words.count == 1, entry.key.lowercased() == word { return 0 }
        if starts.contains(where: { $0.hasPrefix(word) }) { return 1 }
        return text.contains(word) ? 2 : nil
      }
      guard !ranks.contains(nil) else { return nil }
      return (ranks.compactMap { $0 }.max() ?? 0, number)
    }
    .sorted { ($0.rank, $0.number) < ($1.rank, $1.number) }
    .map { entries[$0.number] }
  }
}

extension AppState {
  /// The first key of a binding that means it at present.
  fileprivate func key(of binding: Binding) -> Key? {
    binding.keys.first { key in
      guard let present = self.binding(of: key) else { return false }
      return present.keys == binding.keys && present.help == binding.help
    }
  }

  /// Does what a binding does, as if its key were pressed; goes to where that is, if it isn't here.
  fileprivate mutating func reach(_ binding: Binding, under table: KeyTable) throws(Notice)
    -> Effect?
  {
    if let key = key(of: binding) { return obey(key) }
    let sentence = "\(binding.keys[0].label): \(binding.help)"
    guard hand == nil else {
      throw .idle("Esc leaves the placing by hand; then \(sentence)")
    }
    if let view = View.all.first(where: { $0.keys.title == table.title }) {
      try show(view)
      notice = .news("here \(sentence)")
    } else if table.title == HandState.keys.title {
      openHand()
      notice = .news("here \(sentence)")
    } else {
      throw .idle("\(table.title), \(sentence)")
    }
    return nil
  }
}

extension String {
  /// The text without blanks at its ends.
  fileprivate var trimmed: Substring {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }
}
