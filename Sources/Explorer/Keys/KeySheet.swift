/// The keys of one context as they are written down: in the help, in the manual and in the README.
package struct KeySheet: Sendable {
  /// Keys that do alike, and what they do.
  package struct Row: Sendable {
    /// The keys' names, in the order of their bindings.
    package fileprivate(set) var keys: [String]
    /// What they do.
    package let meaning: String
  }

  /// The heading in the help.
  package let title: String
  /// A row for each thing that can be done; keys that do alike, such as digits, share one.
  package let rows: [Row]

  /// What a table says of its keys.
  init(_ table: KeyTable) {
    title = table.title
    var rows: [Row] = []
    for binding in table.bindings where !binding.help.isEmpty {
      let keys = binding.keys.map(\.label)
      if let last = rows.last, last.meaning == binding.help {
        rows[rows.count - 1].keys += keys
      } else {
        rows.append(Row(keys: keys, meaning: binding.help))
      }
    }
    self.rows = rows
  }

  /// Every context that has keys, in the order of the help.
  package static let all = Keymap.all.filter { !$0.bindings.isEmpty }.map(KeySheet.init)

  /// The contexts of the picture, whatever view is shown.
  package static let picture = Keymap.picture.map(KeySheet.init)
}
