import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

/// Menus, cards and the help, which lie over the picture.
@Suite struct `A list over the picture` {
  /// The keys that open each list.
  static let lists = ["i", "d", "M", "o", "w", "V", "7 O", "i Down"]

  private func state(_ keys: String) async throws -> AppState {
    try await AppState.labelledClouds(screen: Size(width: 80, height: 50)).after(keys)
  }

  @Test(arguments: lists)
  func `goes down with j and up with k, as with the arrows`(keys: String) async throws {
    let state = try await state(keys)
    for way in [["Down", "j"], ["Down Down", "j j"], ["Down Down Up", "j j k"], ["Up", "k"]] {
      let (arrows, letters) = (await state.after(way[0]), await state.after(way[1]))
      #expect(letters.frame() == arrows.frame(), "\(way[1])")
    }
    var back = await state.after("j k")
    back.notice = nil
    #expect(back.frame() == state.frame())
  }

  @Test(arguments: lists.filter { $0 != "d" })
  func `has its mark one line lower after j`(keys: String) async throws {
    let state = try await state("\(keys) Home")
    let first = try #require(state.chosenRow)
    #expect(await state.after("j").chosenRow == first + 1)
    #expect(await state.after("j j").chosenRow == first + 2)
    #expect(await state.after("j j k").chosenRow == first + 1)
    #expect(await state.after("Down Down Up").chosenRow == first + 1)
    let last = try #require(await state.after("End").chosenRow)
    #expect(last > first + 2)
    #expect(await state.after("End k").chosenRow == last - 1)
    #expect(await state.after("End Down").chosenRow == first, "around the end")
    #expect(await state.after("Home Up").chosenRow == last, "around the beginning")
    #expect(await state.after("PageDown").chosenRow == min(last, first + 10))
    #expect(await state.after("End PageUp").chosenRow == max(first, last - 10))
  }

  @Test func `the help scrolls by one line with an arrow and by ten with a page`() async throws {
    let state = try await AppState.labelledClouds().after("?")
    let top = try #require((0..<24).first { state.row($0).contains("┌─ Keys ─") })
    func line(_ number: Int, after keys: String) async -> Substring {
      await state.after(keys).row(top + number).dropFirst(3).prefix(70)
    }
    let (fifth, sixth) = (await line(5, after: ""), await line(6, after: ""))
    #expect(fifth != sixth && fifth.contains("run, pause"))
    #expect(await line(5, after: "Down") == sixth)
    #expect(await line(5, after: "Down Down Up") == sixth)
    #expect(await line(5, after: "PageDown") == line(15, after: ""))
    #expect(await line(5, after: "PageDown PageUp") == fifth)
  }

  @Test func `a card goes down with j and up with k`() async throws {
    var state = try AppState.clouds(RunRecipe(components: 3, rule: .stacked))
    await state.press("G")
    let first = try #require(state.chosenRow)
    #expect(await state.after("j").chosenRow == first + 1)
    #expect(await state.after("j j k").chosenRow == first + 1)
    #expect(await state.after("k").chosenRow == first + 3, "around the beginning")
    #expect(await state.after("j").frame() == state.after("Down").frame())
  }

  @Test(arguments: ["q", "Escape"])
  func `is closed without a choice`(key: String) async throws {
    let before = try await state("Space")
    #expect(await before.after("i Down \(key)").frame() == before.frame())
    #expect(await before.after("M j \(key)").frame() == before.frame())
  }

  @Test(arguments: ["Enter", "Space"])
  func `is closed with a choice`(key: String) async throws {
    let state = try await state("i Home Down Down \(key)")
    #expect(state.row(0).contains("  \(StartingRule.all[2].name) seed"))
  }
}
