import TerminalCanvas
import Testing

@testable import Explorer

extension Key {
  /// The letter that it types, if it does.
  fileprivate var letter: Character? {
    if case .character(let letter) = self { letter } else { nil }
  }
}

/// What follows from a view's line in the list.
@Suite struct `The list of views` {
  @Test(arguments: View.all.indices)
  func `gives each view its digit, its help, its place in the menu and its way round`(
    index: Int
  ) throws {
    let view = View.all[index]
    let letter = index < 9 ? "\(index + 1)" : String(view.sign)
    #expect(view.openingKeys.map(\.name).joined() == (index < 9 ? "" : "V") + letter)
    var state = try AppState.clouds(size: Size(width: 100, height: 200))
    /// Presses keys without waiting for what views work out in the background.
    func press(_ names: String) {
      for name in names.split(separator: " ") {
        _ = Key(name: String(name)).map { state.handle(.key($0)) }
      }
    }
    if index < 9 {
      press("\(index + 1)")
      #expect(state.view == view)
      press("1")
    }
    for _ in 0..<index { press("v") }
    #expect(state.view == view)
    press("? Home")
    // A view without a digit has its line in the menu.
    if index < 9 { #expect(state.shows(view.summary)) }
    if !view.keys.bindings.isEmpty { #expect(state.shows(view.keys.title)) }
    press("Escape V Home")
    for _ in 0..<index { press("Down") }
    #expect(state.shows("▸ \(letter)  \(view.name)"))
    press("Enter")
    #expect(state.view == view && state.overlay == nil)
    press("1 V \(letter)")
    #expect(state.view == view && state.overlay == nil)
  }

  @Test func `has names and summaries of its views' own`() {
    #expect(Set(View.all.map(\.name)).count == View.all.count)
    #expect(Set(View.all.map(\.summary)).count == View.all.count)
    let signs = Set(View.all.map(\.sign))
    #expect(signs.count == View.all.count)
    // Keys of a list, whatever it lists.
    #expect(signs.isDisjoint(with: Keymap.overlay.bindings.flatMap(\.keys).compactMap(\.letter)))
  }
}
