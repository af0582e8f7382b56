import Foundation
import TerminalCanvas
import Testing

@testable import Explorer

/// What follows from a view's line in the list.
@Suite struct `The list of views` {
  @Test(arguments: View.all.indices)
  func `gives each view its digit, its help, its place in the menu and its way round`(
    index: Int
  ) async throws {
    let view = View.all[index]
    let letter = index < 9 ? "\(index + 1)" : String(view.name.prefix(1))
    var state = try AppState.clouds(size: Size(width: 100, height: 200))
    if index < 9 {
      await state.press("\(index + 1)")
      #expect(state.view == view)
      await state.press("1")
    }
    for _ in 0..<index { await state.press("v") }
    #expect(state.view == view)
    await state.press("? Home")
    // A view without a digit has its line in the menu.
    if index < 9 { #expect(state.shows(view.summary)) }
    if !view.keys.bindings.isEmpty { #expect(state.shows(view.keys.title)) }
    await state.press("Escape V Home")
    for _ in 0..<index { await state.press("Down") }
    #expect(state.shows("▸ \(letter)  \(view.name)"))
    await state.press("Enter")
    #expect(state.view == view && state.overlay == nil)
    await state.press("1 V \(letter)")
    #expect(state.view == view && state.overlay == nil)
  }

  @Test func `has names and summaries of its views' own`() {
    #expect(Set(View.all.map(\.name)).count == View.all.count)
    #expect(Set(View.all.map(\.summary)).count == View.all.count)
  }

  @Test func `is the table of the README`() throws {
    let readme = try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../README.md"), encoding: .utf8)
    let rows = View.all.enumerated().map { index, view in
      "| \(index < 9 ? "\(index + 1)" : "V \(view.name.prefix(1))") | \(view.name) | \(view.summary) |\n"
    }
    let table = "<!-- views -->\n| key | view | what it shows |\n|---|---|---|\n" + rows.joined()
    #expect(readme.contains(table + "<!-- end -->"), "the table has to be\n\(table)")
  }
}
