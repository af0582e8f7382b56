import TerminalCanvas
import Testing

@testable import Explorer

/// A place in the program where the last line of the screen names keys.
struct HintContext: CustomTestStringConvertible, Sendable {
  var name: String
  /// The keys that lead there.
  var keys: String
  var screen = Size(width: 200, height: 24)
  /// How many points each of the clouds has.
  var points = 40

  var testDescription: String { name }

  func state() async throws -> AppState {
    try await AppState.labelledClouds(of: points, screen: screen).after(keys)
  }

  static let small = Size(width: 90, height: 16)

  static let all = [
    HintContext(name: "plot", keys: "Space Space"),
    HintContext(name: "bound", keys: "Space Space 2"),
    HintContext(name: "posterior", keys: "Space Space 3"),
    HintContext(name: "update", keys: "Space Space 4"),
    HintContext(name: "restarts", keys: "- 5 - - Down", screen: small, points: 7),
    HintContext(name: "basins", keys: "- 6", screen: small, points: 5),
    HintContext(name: "race", keys: "7 Space Space"),
    HintContext(name: "k-means", keys: "Space m Space"),
    HintContext(name: "plot, running", keys: "Space Space r"),
    HintContext(name: "bound, running", keys: "Space Space 2 r"),
    HintContext(name: "race, running", keys: "7 Space Space r"),
    HintContext(name: "means by hand", keys: "Space Space a Right"),
    HintContext(name: "points by hand", keys: "Space Space a p +"),
    HintContext(name: "labels by hand", keys: "Space Space a p p Tab + Tab"),
  ]
}

@Suite struct `The last line of the screen` {
  /// Hints whose keys do something else today, by context and help.
  private static let known: Set = ["posterior: back"]

  @Test(arguments: HintContext.all)
  func `names keys that do what it says`(context: HintContext) async throws {
    let state = try await context.state()
    let hints = state.frame().hints(inRow: context.screen.height - 1)
    #expect(hints.count >= 6, "\(hints)")
    for hint in hints {
      #expect(!hint.keys.isEmpty && !hint.help.isEmpty, "\(hint)")
      guard let claim = HintClaims.claim(for: hint.help) else {
        Issue.record("no claim says what '\(hint.help)' promises")
        continue
      }
      for key in hint.keys {
        let press = await Press(key, in: state)
        let isKept = await claim(press)
        withKnownIssue {
          #expect(isKept, "\(key.name) does not '\(hint.help)'")
        } when: {
          Self.known.contains("\(context.name): \(hint.help)")
        }
      }
    }
  }
}

@Suite struct `The last line of the screen in a lesson` {
  /// The contexts that a user can open from a lesson, by the keys that lead there.
  static let contexts = [
    ("plot", "PageDown PageDown"), ("bound", "PageDown PageDown 2"),
    ("posterior", "PageDown PageDown 3"), ("update", "PageDown PageDown 4"),
    ("restarts", "PageDown PageDown - 5 - - Down"), ("race", "PageDown PageDown 7"),
    ("k-means", "PageDown PageDown m"), ("plot, running", "PageDown PageDown r"),
    ("means by hand", "PageDown PageDown a Right"),
  ]

  /// Hints whose keys do something else today, by context and help.
  private static let known: Set = ["restarts: open its run"]

  @Test(arguments: contexts)
  func `names keys that do what it says`(name: String, keys: String) async throws {
    let screen = Size(width: 200, height: 29)
    let state = try await AppState.lesson(pressing: ["e", "e Space"], screen: screen).after(keys)
    let hints = state.frame().hints(inRow: screen.height - 1 - LessonPane.height)
    #expect(hints.count >= 5, "\(hints)")
    for hint in hints {
      guard let claim = HintClaims.claim(for: hint.help) else {
        Issue.record("no claim says what '\(hint.help)' promises")
        continue
      }
      for key in hint.keys {
        let isKept = await claim(await Press(key, in: state))
        withKnownIssue {
          #expect(isKept, "\(key.name) does not '\(hint.help)'")
        } when: {
          Self.known.contains("\(name): \(hint.help)")
        }
      }
    }
  }

  /// The lesson takes some of them for itself today.
  @Test func `names keys that act on what the lesson has opened`() async throws {
    let screen = Size(width: 200, height: 29)
    let state = try await AppState.lesson(pressing: ["Space Space a", "e"], screen: screen)
      .after("PageDown PageDown")
    #expect(state.shows("placing by hand") && state.shows("2/3"))
    for hint in state.frame().hints(inRow: screen.height - 1 - LessonPane.height) {
      for key in hint.keys where hint.help != "undo" {
        let press = await Press(key, in: state)
        withKnownIssue {
          #expect(
            press.changesPicture && press.after.shows("A lesson  2/3")
              && !press.after.shows("Predict"),
            "\(key.name) does not '\(hint.help)'")
        } when: {
          ["p", "Enter", "Escape", "Left", "Right"].contains(key.name)
        }
      }
    }
  }

  @Test(arguments: contexts.dropLast())
  func `is above the keys of the lesson, which do what they say`(name: String, keys: String)
    async throws
  {
    let screen = Size(width: 200, height: 29)
    let state = try await AppState.lesson(pressing: ["e", "e Space"], screen: screen).after(keys)
    let row = state.row(screen.height - LessonPane.height)
    #expect(row.contains(" space go on  ← back  Esc leave "))
    #expect(row.contains("2/3"))
    let (forward, back) = (await state.after("Space"), await state.after("Left"))
    #expect(forward.shows("3/3") && forward.shows("Predict") == false)
    #expect(back.shows("2/3") && back.shows("Predict"))
    let left = await state.after("Escape")
    #expect(!left.shows("A lesson") && left.shows("quit") || name == "race")
  }

  @Test(arguments: ["n", "l", "Right", "PageDown", "Enter", "Space"])
  func `has more keys for going on`(key: String) async throws {
    let state = try AppState.lesson(pressing: ["e", "e"])
    let other = await state.after("Space Space Space")
    #expect(await state.after("\(key) \(key) \(key)").frame() == other.frame())
    #expect(other.shows("3/3"))
  }

  @Test(arguments: ["p", "h", "Left", "PageUp", "BSpace"])
  func `has more keys for going back`(key: String) async throws {
    let state = try AppState.lesson(pressing: ["e", "e"])
    let further = await state.after("Space Space Space")
    #expect(await further.after("\(key) \(key) \(key)").frame() == state.frame())
  }
}

@Suite struct `The last line of the screen in a playback` {
  /// The states of a session of four keys.
  private func states() async throws -> [AppState] {
    var state = try AppState.labelledClouds(screen: Size(width: 200, height: 24))
    var states = [state]
    await state.replay([.key(.space), .key(.space), .key(.character("e")), .key(.space)]) { _ in
      nil
    } shown: {
      states.append($0)
    }
    return states
  }

  /// What a playback shows after some keys, and how it ended.
  private func play(_ keys: String) async throws -> (frames: [Frame], end: PlaybackEnd) {
    var terminal = ScriptedTerminal(pressing: keys, size: Size(width: 200, height: 24))
    let end = Explorer.play(try await states(), on: &terminal)
    return (terminal.frames, end)
  }

  /// Hints whose keys do nothing today.
  private static let known: Set = [
    "half-step", "run", "help", "k-means", "new start", "rule", "to the end", "view", "more",
    "data",
  ]

  @Test func `names keys that do something`() async throws {
    let still = try await play("Right Right")
    let last = try #require(still.frames.last)
    let hints = last.hints(inRow: 23)
    #expect(!hints.isEmpty)
    for hint in hints {
      for key in hint.keys {
        let (frames, end) = try await play("Right Right \(key.name)")
        let changes = frames.last != last
        let leaves = if case .quit(status: 0) = end { true } else { false }
        withKnownIssue {
          #expect(changes || leaves, "\(key.name) does not '\(hint.help)'")
        } when: {
          Self.known.contains(hint.help)
        }
      }
    }
  }

  @Test func `has its own keys above, which do what they say`() async throws {
    func line(_ keys: String) async throws -> String {
      let frame = try #require(try await play(keys).frames.last)
      return String(frame.row(22).map(\.character))
    }
    let first = try await line("r")
    #expect(first.hasPrefix("replay 0/4   space next   ← back   r run, pause   Esc explore"))
    #expect(try await line("Space").hasPrefix("replay 1/4 "))
    #expect(try await line("Space Space Left").hasPrefix("replay 1/4 "))
    #expect(try await line("Left Left").hasPrefix("replay 0/4 "))
    #expect(try await line("Space Space Space Space Space Space").hasPrefix("replay 4/4 "))
    guard case .explore(let state) = try await play("Space Space Escape").end else {
      Issue.record("Esc goes on exploring")
      return
    }
    #expect(state.iterations == [2])
    #expect(!state.shows("replay"))
  }
}
