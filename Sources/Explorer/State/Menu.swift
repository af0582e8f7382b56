/// A list to choose from, over the picture.
struct Menu: Hashable, Sendable {
  /// What choosing means.
  enum Purpose: Hashable, Sendable {
    case startingRule, dataSet, modelKind, plotOption, rival, save
  }

  /// One line: a name, and what it is.
  struct Item: Hashable, Sendable {
    var name: String
    var summary: String
    /// What is said of the item below the list while it is selected.
    var detail = ""

    /// The item with its summary below the list too, where nothing is cut off.
    var toldInFull: Item { Item(name: name, summary: summary, detail: summary) }
  }

  var purpose: Purpose
  var title: String
  var items: [Item]
  var selection: Int

  /// Moves the selection, around the ends.
  mutating func move(by step: Int) {
    guard !items.isEmpty else { return }
    selection = ((selection + step) % items.count + items.count) % items.count
  }
}
