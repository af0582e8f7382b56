import MixtureEngine
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
  /// How many hints there are at least.
  var leastHints = 6

  var testDescription: String { name }

  func state() async throws -> AppState {
    try await AppState.labelledClouds(of: points, screen: screen).after(keys)
  }

  static let small = Size(width: 90, height: 16)

  static let pictures = [
    HintContext(name: "plot", keys: "Space Space"),
    HintContext(name: "bound", keys: "Space Space 2"),
    HintContext(name: "posterior", keys: "Space Space 3"),
    HintContext(name: "update", keys: "Space Space 4"),
    HintContext(name: "restarts", keys: "- 5 - - Down", screen: small, points: 7),
    HintContext(name: "basins", keys: "- 6", screen: small, points: 5),
    HintContext(name: "race", keys: "7 Space Space"),
    HintContext(name: "figure 1", keys: "Space Space 8 Tab Tab"),
    HintContext(name: "way out", keys: "G Escape 9 Down", screen: small, points: 7),
    HintContext(name: "jensen", keys: "Space Space V J Tab", points: 7),
    HintContext(name: "q in hand", keys: "Space Space V J a Right", points: 7),
    HintContext(
      name: "seeding", keys: "i Home Down Down Down Down Enter V s Space e Tab", points: 7),
    HintContext(name: "seeded", keys: "i Home Down Down Down Down Enter V s G", points: 7),
    HintContext(name: "rules", keys: "- V End Enter - - Down", screen: small, points: 7),
    HintContext(name: "landscape", keys: "Space Space V l", points: 7),
    HintContext(name: "landscape with arrows", keys: "Space V l A", points: 7),
    HintContext(name: "collapsed", keys: "5 - - Down Down Down Down", screen: small, points: 2),
    HintContext(name: "way out before the end", keys: "Space 9", screen: small, points: 7),
    HintContext(name: "k-means", keys: "Space m Space"),
    HintContext(name: "plot, running", keys: "Space Space r"),
    HintContext(name: "bound, running", keys: "Space Space 2 r"),
    HintContext(name: "race, running", keys: "7 Space Space r"),
    HintContext(name: "means by hand", keys: "Space Space a Right"),
    HintContext(name: "points by hand", keys: "Space Space a p +"),
    HintContext(name: "labels by hand", keys: "Space Space a p p Tab + Tab"),
  ]

  /// What lies over a picture, with something above the chosen line and something below it.
  static let overlays = [
    ("rules", "Space i Home Down"), ("models", "M Down"), ("what can be saved", "w End Up"),
    ("views", "2 V Down"), ("what the plot shows", "o Down"), ("rivals", "7 O Down Down"),
    ("help", "? Down"), ("rules over the restarts", "- 5 - - - i Down"),
    ("help while placing by hand", "a ? Down"),
  ].map {
    HintContext(name: $0, keys: $1, screen: Size(width: 200, height: 30), points: 7, leastHints: 2)
  }
}

@Suite struct `The last line of the screen` {
  @Test(arguments: HintContext.pictures + HintContext.overlays)
  func `names keys that do what it says`(context: HintContext) async throws {
    let state = try await context.state()
    let hints = state.shownHints
    #expect(hints.count >= context.leastHints, "\(hints)")
    for hint in hints {
      #expect(!hint.keys.isEmpty && !hint.help.isEmpty, "\(hint)")
      for key in hint.keys { await expectKept(hint, key, in: state) }
    }
  }

  @Test(arguments: HintContext.overlays)
  func `names the keys of what lies over the picture, and no others`(context: HintContext)
    async throws
  {
    var expected = [
      ShownHint(keys: [.up, .down], help: "move"), ShownHint(keys: [.enter], help: "choose"),
      ShownHint(keys: [.escape], help: "close"), ShownHint(keys: [.character("?")], help: "help"),
    ]
    // The help is only read until something is typed.
    if context.name.hasPrefix("help") { expected = [expected[2], expected[0]] }
    #expect(try await context.state().shownHints == expected)
  }

  @Test func `names the keys of a card, which do what it says`() async throws {
    var state = try AppState.clouds(RunRecipe(components: 3, rule: .stacked))
    await state.press("G Down Down")
    #expect(state.shownHints.map(\.help) == ["move", "choose", "close", "help"])
    for hint in state.shownHints {
      for key in hint.keys { await expectKept(hint, key, in: state) }
    }
  }
}

/// Expects that a key does what a hint says of it.
private func expectKept(
  _ hint: ShownHint, _ key: Key, in explored: some Explored,
  sourceLocation: SourceLocation = #_sourceLocation
) async {
  let press = await Press(key, in: explored)
  guard let claim = HintClaims.claim(for: hint.help, in: press.before) else {
    Issue.record(
      "no claim says what '\(hint.help)' promises", sourceLocation: sourceLocation)
    return
  }
  let isKept = await claim(press)
  #expect(
    isKept, "\(key.name) does not '\(hint.help)'\n\(press.after.frame().text)",
    sourceLocation: sourceLocation)
}

@Suite struct `The last line of the screen in a lesson` {
  private static let screen = Size(width: 200, height: 29)

  /// The contexts that a user can open from a lesson, by the keys that lead there.
  static let contexts = [
    ("plot", "PageDown PageDown"), ("bound", "PageDown PageDown 2"),
    ("posterior", "PageDown PageDown 3"), ("update", "PageDown PageDown 4"),
    ("restarts", "PageDown PageDown - 5 - - Down"), ("basins", "PageDown PageDown 6"),
    ("race", "PageDown PageDown 7"), ("k-means", "PageDown PageDown m"),
    ("plot, running", "PageDown PageDown r"),
  ]

  /// What has the lesson's keys while a user has it open.
  static let opened = [
    ("means by hand", "PageDown PageDown a Right"),
    ("points by hand", "PageDown PageDown a p +"),
    ("labels by hand", "PageDown PageDown a p p Tab + Tab"),
    ("rules", "PageDown PageDown i Home Down"), ("views", "PageDown PageDown 2 V Down"),
    ("what the plot shows", "PageDown PageDown o Down"), ("help", "PageDown PageDown ? Down"),
  ]

  private func state(
    _ keys: String, pressing steps: [String] = ["e", "e Space"], of size: Int = 40
  ) async throws -> Exploration {
    try await Exploration.lesson(pressing: steps, of: size, screen: Self.screen).after(keys)
  }

  @Test(arguments: contexts + opened)
  func `names keys that do what it says`(name: String, keys: String) async throws {
    // The views of many runs take long over many points.
    let isLong = ["restarts", "basins"].contains(name)
    let state = try await state(keys, of: isLong ? 7 : 40)
    let hints = state.shownHints
    #expect(hints.count >= (state.app.overlay == nil ? 4 : 2), "\(hints)")
    for hint in hints {
      #expect(!hint.keys.isEmpty, "\(hint)")
      for key in hint.keys { await expectKept(hint, key, in: state) }
    }
  }

  /// The lesson keeps the keys of stepping for itself, and they are not named.
  @Test(arguments: ["a", "a p", "a p p", "i", "V", "o", "?", "7 O"])
  func `names keys that act on what the lesson has opened`(opening: String) async throws {
    let state = try await state("PageDown PageDown", pressing: ["Space Space \(opening)", "e"])
    #expect(state.shows("A lesson  2/3"))
    let hints = state.shownHints
    #expect(hints.contains { $0.help == "move" && !$0.keys.isEmpty }, "\(hints)")
    for hint in hints {
      #expect(!hint.keys.isEmpty, "\(hint)")
      for key in hint.keys {
        let press = await Press(key, in: state)
        #expect(
          press.after.shows("A lesson  2/3") && !press.after.shows("Predict"),
          "\(key.name) moves the lesson")
        // There is nothing to undo or remove yet, and the nearest point is often the same.
        if !["undo", "remove", "move"].contains(hint.help) {
          #expect(press.changesPicture, "\(key.name) does not '\(hint.help)'")
        }
      }
    }
  }

  @Test(arguments: contexts)
  func `is above the keys of the lesson, which do what they say`(name: String, keys: String)
    async throws
  {
    let state = try await state(keys, of: 7)
    let row = state.row(state.lineOfKeys + 1)
    #expect(row.contains(" space go on  ← back  Esc leave "))
    #expect(row.contains("2/3"))
    let (forward, back) = (await state.after("Space"), await state.after("Left"))
    #expect(forward.shows("3/3") && forward.shows("Predict") == false)
    #expect(back.shows("2/3") && back.shows("Predict"))
    let left = await state.after("Escape Escape")
    #expect(!left.shows("A lesson") && left.shows("quit") || name == "race")
  }

  @Test(arguments: ["n", "l", "Right", "PageDown", "Enter", "Space"])
  func `has more keys for going on`(key: String) async throws {
    let state = try Exploration.lesson(pressing: ["e", "e"])
    let other = await state.after("Space Space Space")
    #expect(await state.after("\(key) \(key) \(key)").frame() == other.frame())
    #expect(other.shows("3/3"))
  }

  @Test(arguments: ["p", "h", "Left", "PageUp", "BSpace"])
  func `has more keys for going back`(key: String) async throws {
    let state = try Exploration.lesson(pressing: ["e", "e"])
    let further = await state.after("Space Space Space")
    #expect(await further.after("\(key) \(key) \(key)").frame() == state.frame())
  }
}

@Suite struct `The last line of the screen in a playback` {
  /// A recorded session, played from its start.
  private func playback(of keys: String = "Space Space e Space") async throws -> Exploration {
    var recorded = Exploration(try AppState.labelledClouds(screen: Size(width: 200, height: 24)))
    var states = [recorded]
    let events = keys.split(separator: " ").compactMap { Key(name: String($0)) }
    await recorded.replay(events.map(SessionEvent.key)) { _ in
      nil
    } shown: {
      states.append($0)
    }
    return Exploration(playing: states)
  }

  /// What the terminal shows of a playback after some keys, and the status that it ends with.
  private func play(_ keys: String) async throws -> (
    frames: [Frame], end: Exploration, status: Int32
  ) {
    var exploration = try await playback()
    var terminal = ScriptedTerminal(pressing: keys, size: Size(width: 200, height: 24))
    let status = explore(&exploration, on: &terminal) { _, _ in }
    return (terminal.frames, exploration, status)
  }

  @Test(arguments: [
    "Space Space e Space", "Space i", "Space ?", "Space a", "Space V Down", "2 Space Space",
    "7 Space Space", "Space o Down",
  ])
  func `names keys that do what it says`(session: String) async throws {
    var playing = try await playback(of: session)
    for _ in session.split(separator: " ") {
      await playing.press("Right")
      for hint in playing.shownHints {
        for key in hint.keys { await expectKept(hint, key, in: playing) }
      }
    }
  }

  @Test func `names no key that does nothing there`() async throws {
    let playing = try await playback()
    let hints = [
      ShownHint(keys: [.character("?")], help: "help"),
      ShownHint(keys: [.character("q")], help: "quit"),
    ]
    #expect(playing.shownHints == hints)
    #expect(await playing.after("Right Right").shownHints == hints)
  }

  @Test func `has its own keys above, which do what they say`() async throws {
    func line(_ keys: String) async throws -> String {
      let frame = try #require(try await play(keys).frames.last)
      return String(frame.row(22).map(\.character))
    }
    let first = try await line("r")
    #expect(first.hasPrefix("replay 0/4   space next   ← back   r run   Esc explore"))
    #expect(try await line("Space").hasPrefix("replay 1/4 "))
    #expect(try await line("Space Space Left").hasPrefix("replay 1/4 "))
    #expect(try await line("Left Left").hasPrefix("replay 0/4 "))
    #expect(try await line("Space Space Space Space Space Space").hasPrefix("replay 4/4 "))
    #expect(try await play("Space Space q").status == 0)
    let left = try await play("Space Space Escape").end
    #expect(left.walkthrough == nil && left.iterations == [2])
    #expect(!left.shows("replay"))
    #expect(left.shownHints.contains { $0.help == "half-step" })
  }
}
