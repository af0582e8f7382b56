import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `Searching in the help` {
  @Test func `draws what is found, with the key and the place, at 80 by 24`() async throws {
    var state = try AppState.clouds()
    await state.press("? s e e d")
    let frame = state.frame()
    #expect(
      String(state.row(2).dropFirst(2).prefix(76))
        == "┌─ Keys: seed▏ ────────────────────────────────────────────────────────────┐")
    #expect(
      (3...5).map { String(state.row($0).dropFirst(2).prefix(76)) } == [
        "│ ▸ x         another seed: a new start                    Model and start │",
        "│   X         the seed before                              Model and start │",
        "│   V         s  seeding: seeding: a start chosen centre by centre    View │",
      ])
    #expect(frame[5, 3].style == state.screen.theme.style(.selection))
    #expect(state.row(22).hasPrefix("Enter does what is chosen; Esc ends the search"))
    #expect(state.row(23) == "Enter do it  Esc end the search  ↓ move")
  }

  @Test func `does what is found as if its key were pressed`() async throws {
    let state = try await AppState.clouds().after("Space Space")
    for (search, key) in [
      ("? s e e d Enter", "x"), ("/ s e e d Down Enter", "X"), (": m o d e l Enter", "M"),
      ("? l e s s o n Enter", "T"), ("/ q u i t e Escape Escape", ""),
    ] {
      let (found, pressed) = (await state.after(search), await state.after(key))
      #expect(found.frame() == pressed.frame(), "\(search)")
    }
  }

  @Test func `finds what menus offer, by name`() async throws {
    let state = try AppState.clouds()
    #expect(await state.after("? k = 5 Enter").componentsInTitle == [5])
    #expect(await state.after(": p l u s Enter").row(0).contains("k-means++") == false)
    #expect(await state.after(": k m e a n s + + Enter").row(0).contains("k-means++ seed 1"))
    #expect(await state.after("/ s t u d e n t Enter").row(0).contains("Student-t"))
  }

  @Test func `goes to the view that has the key, and names the key there`() async throws {
    let state = try await AppState.clouds().after("Space ? l e a s t Enter")
    #expect(state.view == .posterior)
    #expect(state.row(22).hasPrefix("here u: the least decided point"))
  }

  @Test(arguments: [
    ("", "┌─ Keys", "Stepping"), ("3", "┌─ Keys", "In the posterior"),
    ("5", "┌─ Keys", "In the restarts"), ("a", "┌─ Keys", "While placing by hand (a)"),
    ("M", "┌─ Keys", "In a menu or on a card"),
  ])
  func `begins at the section of what is at hand`(keys: String, top: String, heading: String)
    async throws
  {
    let state = try await AppState.clouds().after("\(keys) ?")
    #expect(state.row(2).contains(top))
    #expect(state.row(3).contains("│ \(heading) "))
    let before = try await AppState.clouds().after(keys)
    #expect(await state.after("Escape").frame() == before.frame())
  }

  @Test(arguments: ["?", "Escape", "q", "Space", "Enter", "F1"])
  func `is closed by the keys that always closed it`(key: String) async throws {
    let state = try await AppState.clouds().after("Space")
    #expect(await state.after("? \(key)").frame() == state.frame())
  }

  @Test func `can be read in a replay, which stays where it is`() async throws {
    var recorded = try AppState.clouds().exploration
    var states = [recorded]
    await recorded.replay([.key(.space), .key(.space), .key(.character("?"))]) { _ in
      nil
    } shown: {
      states.append($0)
    }
    let playing = await Exploration(playing: states).after("Right Right Right")
    let reading = await playing.after("?")
    #expect(reading.row(3).contains("│ In a replay "))
    #expect(await playing.after("? Escape").frame() == playing.frame())
    #expect(await playing.after("? s e e d Enter Escape Escape").frame() == playing.frame())
  }
}

@Suite struct `A lesson from the menu` {
  @Test func `is given, left, and leads back to the run before it, bit for bit`() async throws {
    let before = try await AppState.clouds().after("Space Space").exploration
    let lesson = await before.after("T Enter")
    #expect(lesson.shows("A small lesson  1/2") && lesson.iterations == [0])
    let left = await lesson.after("Space Space Escape Escape")
    #expect(!left.shows("A small lesson") && left.iterations == [1])
    #expect(left.shows("F5 is back in the lesson, T lists the run before it"))
    let back = await left.after("T Down Enter")
    #expect(back.iterations == [2])
    #expect(back.app.run.model.shapes.map(\.centre) == before.app.run.model.shapes.map(\.centre))
    #expect(await back.after("e").frame() == before.after("e").frame())
    #expect(await back.after("T Down Enter").iterations == [1])
  }

  @Test func `leads back through several lessons to the run before them`() async throws {
    let before = try await AppState.clouds().after("Space Space").exploration
    let second = await before.after(
      "T Enter Escape Escape T Down Down Enter Space Space Escape Escape")
    let back = await second.after("T Down Down Enter")
    #expect(back.iterations == [2])
    #expect(back.app.run.model.shapes.map(\.centre) == before.app.run.model.shapes.map(\.centre))
    #expect(await back.after("U").iterations == [1])
  }

  @Test func `is played again by its keys`() async throws {
    var played = try AppState.clouds().exploration
    let once = await played.after("Space T Enter Space Space Escape Enter T Down Enter Space F5 1")
    await played.replay(once.app.recording.events)
    #expect(played.frame() == once.frame())
  }
}

@Suite struct `The end of a run` {
  @Test func `names keys that do something there`() async throws {
    for kind in ModelKind.all {
      for keys in ["G", "5 1 G", "7 G", "4 G"] {
        var recipe = RunRecipe(components: 2)
        recipe.kind = kind
        if let first = kind.structures.first { recipe.structure = first }
        let state = try await AppState(
          data: .clouds(of: 7), recipe: recipe, catalogue: .clouds
        ).after("\(keys) Escape")
        var silent = state
        silent.notice = nil
        #expect(!silent.suggestions.isEmpty, "\(kind.name) \(keys)")
        for suggestion in silent.suggestions {
          let press = await Press(suggestion.key, in: silent)
          #expect(press.changesPicture, "\(kind.name) \(keys): \(suggestion)")
        }
      }
    }
  }
}
