import TerminalCanvas

/// The keys that belong to no view: those of the picture, of what lies over it, and of everywhere.
enum Keymap {
  /// The keys of the picture, by the headings of the help.
  static let picture: [KeyTable] = [stepping, model, plot, views]

  /// All tables, in the order of the help.
  static let all: [KeyTable] =
    picture + View.all.map(\.keys)
    + [
      HandState.keys, overlay, Help.keys, WalkthroughMove.lessonKeys, WalkthroughMove.playbackKeys,
      everywhere,
    ]

  private static let stepping = KeyTable(
    "Stepping",
    [
      Binding(
        [.space, .character("n"), .character("l"), .right, .pageDown], "one iteration forward",
        hint: Hint(1, "step")
      ) { state throws(Notice) in try state.step { $0.iterate() } },
      Binding(
        [.left, .character("p"), .character("h"), .pageUp, .backspace], "one iteration back",
        hint: Hint(3) { $0.session.isAtStart ? nil : "back" }
      ) { state throws(Notice) in try state.goBack { $0.stepBack() } },
      Binding(
        [.character("e")], "the next half-step alone: E, then M", hint: Hint(2, "half-step")
      ) { state throws(Notice) in try state.step { $0.halfStep() } },
      Binding(
        [.character("r"), .enter], "run, pause",
        hint: Hint(4) { $0.session.pace == .running || $0.session.isOver ? nil : "run" },
        .whileRunning(1) { _ in "pause" }
      ) { state throws(Notice) in
        guard !state.session.isOver || state.session.pace == .running else {
          throw .idle(state.overSentence)
        }
        state.session.togglePlay()
        state.tellOfHiddenRun()
      },
      Binding(
        [.character("[")], "run slower",
        hint: .whileRunning(2) { $0.speedHint { $0.slower() } }
      ) { state throws(Notice) in try state.changeSpeed { $0.slower() } },
      Binding(
        [.character("]")], "run faster",
        hint: .whileRunning(2) { $0.speedHint { $0.faster() } }
      ) { state throws(Notice) in try state.changeSpeed { $0.faster() } },
      Binding([.character("g"), .character("0"), .home], "back to the start") {
        state throws(Notice) in try state.goBack { $0.rewind() }
      },
      Binding(
        [.character("G"), .end], "run until converged",
        hint: Hint(10) { $0.session.isOver ? nil : "to the end" }
      ) { state throws(Notice) in try state.runToEnd() },
      Binding(
        [.character("U")], "undo: take back what the last key changed",
        hint: Hint(20) {
          $0.undo.past.isEmpty || $0.session.isAtStart ? nil : "take back"
        }, during: true
      ) { state throws(Notice) in try state.takeBack() },
      Binding([.character("R")], "redo: do again what was taken back", during: true) {
        state throws(Notice) in
        try state.doAgain()
      },
    ])

  private static let model = KeyTable(
    "Model and start",
    [
      Binding(
        [.character("m")], "k-means, the hard limit, in place; and back",
        hint: Hint(7) { state in
          state.session.run.model.criterion == .distortion
            ? "back to \(state.session.lastSoftKind.title)" : "k-means"
        }
      ) { state throws(Notice) in try state.session.toggleKMeans() },
      Binding([.character("<")], "the dial: σ² down, toward k-means") { state throws(Notice) in
        try state.session.turnDial(.harder)
      },
      Binding([.character(">")], "σ² up: softer responsibilities") { state throws(Notice) in
        try state.session.turnDial(.softer)
      },
      Binding([.character("M")], "choose the model", opening: { .models($0.session) }),
      Binding(
        [.character("c")], "the next structure of the covariances",
        through: { .structures($0.session) }
      ) { state throws(Notice) in try state.session.nextStructure() },
      Binding(
        [.character("+"), .character("=")], "one component more",
        hint: Hint(12) {
          $0.recipe.components < min($0.data.points.count, Stage.mostComponents) ? "more" : nil
        }
      ) { state throws(Notice) in try state.session.restart { $0.components += 1 } },
      Binding([.character("-")], "one component fewer") { state throws(Notice) in
        try state.session.restart { $0.components -= 1 }
      },
      Binding(
        [.character("N")], "choose K, the number of components",
        opening: { .components($0.session) }),
      Binding(
        [.character("i")], "choose the starting rule", hint: Hint(9, "rule"),
        opening: { .starts($0.session) }),
      Binding(
        [.character("I")], "Σ₀ and π₀ of a start that is means alone",
        opening: { .spread($0.session) }),
      Binding([.character("a")], "place means, points and labels by hand") { $0.openHand() },
      Binding([.character("x")], "another seed: a new start", hint: Hint(8, "new start")) {
        state throws(Notice) in try state.reseed(by: 1)
      },
      Binding([.character("X")], "the seed before") { state throws(Notice) in
        try state.reseed(by: -1)
      },
      Binding(
        [.character("d")], "choose the data set", hint: Hint(13, "data"),
        opening: { .dataSets($0.catalogue, at: $0.session.data.source) }),
      Binding([.character("C")], "choose the columns x, y, label and weight") {
        state throws(Notice) in
        try state.openColumns()
      },
      Binding([.character("Y")], "tell EM a tenth of the known labels, all, none") {
        state throws(Notice) in
        state.notice = .news(try state.session.observeNextShare())
      },
      Binding([.character("S")], "lengths in standard deviations, or in units") {
        state throws(Notice) in
        state.notice = .news(try state.session.toggleStandardization())
      },
      // A share of a hundred; h is a way back.
      Binding([.character("%")], "hold out a fifth of the points, none") {
        state throws(Notice) in
        let sentence = try state.session.toggleHoldOut()
        state.views.showOtherPoints()
        // A race, for one, begins anew.
        try state.show(state.view)
        state.notice = .news(sentence)
      },
    ])

  private static let plot = KeyTable(
    "The plot",
    [
      marks,
      Binding(
        [.character("o")], "more to see: regions, trails, contours…", lightly: true,
        opening: { .plotOptions($0) }),
      Binding([.character("y")], "labels: complete, missing, inferred") { state throws(Notice) in
        try state.nextLabelling()
      },
      Binding([.character("s")], "a data set drawn from θ, or ours again") {
        state throws(Notice) in
        try state.toggleWorld()
      },
    ] + magnifying + [
      Binding([.character("H")], "look to the left; or drag the plot") { state throws(Notice) in
        try state.pan(-1, 0)
      },
      Binding([.character("J")], "look further down") { state throws(Notice) in
        try state.pan(0, -1)
      },
      Binding([.character("K")], "look further up") { state throws(Notice) in
        try state.pan(0, 1)
      },
      Binding([.character("L")], "look to the right") { state throws(Notice) in
        try state.pan(1, 0)
      },
    ])

  private static let marks = Binding([.character("b")], "points as marks or as dots") {
    state throws(Notice) in
    try state.toggle(.marks)
    state.notice = .news("points as \(state.present(.marks))\(state.whereThePlotIs)")
  }

  private static let magnifying = [
    Binding([.character("z")], "nearer; so does the wheel, at the pointer") {
      state throws(Notice) in try state.zoom(by: Zoom.step)
    },
    Binding([.character("Z")], "farther away") { state throws(Notice) in
      try state.zoom(by: 1 / Zoom.step)
    },
    Binding([.character("F")], "all the data in view again") { state throws(Notice) in
      try state.zoomToAll()
    },
  ]

  private static let views = KeyTable(
    "Views and screen",
    [
      Binding([.character("v")], "next view", hint: Hint(11, "view"), during: true) {
        state throws(Notice) in try state.show(state.view.next)
      },
      Binding(
        [.character("V")], "choose the view", during: true, lightly: true,
        opening: { .views(at: $0.view) }),
    ]
      + View.all.enumerated().compactMap { index, view in
        Key(digit: index + 1).map { key in
          Binding([key], view.summary, during: true) { state throws(Notice) in
            try state.show(view)
          }
        }
      }
      + [
        Binding([.character("f")], "formulas: this model, EM in general, lecture") {
          $0.nextFormulas()
        },
        Binding(
          [.character("B")], "big, for a hall: the plot, three numbers", during: true
        ) { state in
          state.screen.isHall.toggle()
          state.notice = .news(
            state.screen.isHall
              ? "big, for a hall: B again shows all of it" : "all of it: B again is for a hall")
        },
        help, find,
        Binding([.character("t")], "colours for any, dark, light background") { $0.nextTheme() },
        Binding(
          [.character("w")], "save picture, numbers, session", opening: { .saving($0.catalogue) }),
        Binding(
          [.character("T")], "choose a guided lesson",
          hint: Hint(6) {
            $0.session.isAtStart && !$0.catalogue.lessons.isEmpty ? "lessons" : nil
          }, opening: { .lessons($0) }),
        Binding(
          [.function(5)], "back into the lesson that was left",
          ask: { state throws(Notice) in
            guard let left = state.leftLesson else {
              throw .idle("No lesson was left: T lists them.")
            }
            return .teach(left.offer)
          }),
        Binding([.escape], "") { state throws(Notice) in
          throw .idle("Nothing lies over the picture; q quits.")
        },
        quit,
      ])

  private static let help = Binding(
    [.character("?"), .function(1)], "every key there is, and what it does",
    hint: Hint(5, "help"), during: true
  ) { $0.openHelp() }

  private static let find = Binding(
    [.character(":"), .character("/")], "find anything by name, and do it", during: true
  ) { $0.openHelp(toFind: true) }

  /// The keys that keep their meaning while a start is placed by hand.
  static let whilePlacing = KeyTable("", [marks] + magnifying + [help, find])

  /// The keys that mean the same whatever is shown.
  static let everywhere = KeyTable(
    "Everywhere",
    [
      Binding([.control("l")], "draw the screen anew", leavesWork: true, ask: { _ in .repaint }),
      Binding([.control("z")], "suspend", during: true, ask: { _ in .suspend }),
      Binding([.control("c")], "quit", during: true, ask: { _ in .quit }),
    ])

  private static let quit = Binding(
    [.character("q")], "quit", hint: Hint(6, "quit"), during: true, ask: { _ in .quit })

  /// The keys that are obeyed even where no other key reaches the application.
  static let always = KeyTable("", [quit] + everywhere.bindings)

  /// The keys of everything that lies over the picture; others do nothing.
  static let overlay = KeyTable(
    "In a menu or on a card",
    [
      Binding(
        [.up, .character("k")], "up", hint: Hint(1) { $0.canMoveInOverlay(by: -1) ? "move" : nil },
        during: true
      ) { state throws(Notice) in try state.moveInOverlay(by: -1) },
      Binding(
        [.down, .character("j"), .character("i"), .character("d"), .character("M")], "down",
        hint: Hint(1) { $0.canMoveInOverlay(by: 1) ? "move" : nil }, during: true
      ) { state throws(Notice) in try state.moveInOverlay(by: 1) },
      Binding([.pageUp], "far up", during: true) { state throws(Notice) in
        try state.moveInOverlay(by: -10)
      },
      Binding([.pageDown], "far down", during: true) { state throws(Notice) in
        try state.moveInOverlay(by: 10)
      },
      Binding([.home], "to the top", during: true) { state throws(Notice) in
        try state.moveInOverlay(by: -1_000)
      },
      Binding([.end], "to the end", during: true) { state throws(Notice) in
        try state.moveInOverlay(by: 1_000)
      },
      Binding(
        [.enter, .space], "choose", hint: Hint(2) { $0.overlay?.selected == nil ? nil : "choose" },
        ask: { state throws(Notice) in try state.choose() }),
      Binding([.escape, .character("q")], "close", hint: Hint(3, "close"), during: true) {
        $0.closeOverlay()
      },
      Binding(
        [.character("?"), .function(1)], "help about it", hint: Hint(4, "help"), during: true
      ) { $0.openHelp() },
    ])
}

extension Key {
  /// The key of a digit from 1 to 9.
  init?(digit: Int) {
    guard (1...9).contains(digit) else { return nil }
    self = .character(Character(String(digit)))
  }
}
