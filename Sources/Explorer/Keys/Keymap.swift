import TerminalCanvas

/// The keys that belong to no view: those of the picture, of what lies over it, and of everywhere.
enum Keymap {
  /// The keys of the picture, by the headings of the help.
  static let picture: [KeyTable] = [stepping, model, plot, views]

  /// All tables, in the order of the help.
  static let all: [KeyTable] = picture + View.all.map(\.keys) + [HandState.keys, everywhere]

  private static let stepping = KeyTable(
    "Stepping",
    [
      Binding(
        [.space, .character("n"), .character("l"), .right, .pageDown], "one iteration forward",
        hint: Hint(1, "step")
      ) { $0.step { $0.iterate() } },
      Binding(
        [.left, .character("p"), .character("h"), .pageUp, .backspace], "one iteration back",
        hint: Hint(3, "back")
      ) { $0.session.stepBack() },
      Binding(
        [.character("e")], "the next half-step alone: E, then M", hint: Hint(2, "half-step")
      ) { $0.step { $0.halfStep() } },
      Binding(
        [.character("r"), .enter], "run, pause",
        hint: Hint(4) { $0.session.pace == .running ? nil : "run" },
        .whileRunning(1) { _ in "pause" }
      ) { $0.session.togglePlay() },
      Binding(
        [.character("[")], "run slower",
        hint: .whileRunning(2) { "slower, faster: \($0.session.speed.text) a second" }
      ) { $0.changeSpeed { $0.slower() } },
      Binding(
        [.character("]")], "run faster",
        hint: .whileRunning(2) { "slower, faster: \($0.session.speed.text) a second" }
      ) { $0.changeSpeed { $0.faster() } },
      Binding([.character("g"), .character("0"), .home], "back to the start") {
        $0.session.rewind()
      },
      Binding([.character("G"), .end], "run until converged", hint: Hint(10, "to the end")) {
        $0.runToEnd()
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
      Binding([.character("M")], "choose the model") { $0.openMenu(.models($0.session)) },
      Binding([.character("c")], "structure of the covariances") { state throws(Notice) in
        try state.session.nextStructure()
      },
      Binding(
        [.character("+"), .character("=")], "one component more", hint: Hint(12, "more")
      ) { state throws(Notice) in try state.session.restart { $0.components += 1 } },
      Binding([.character("-")], "one component fewer") { state throws(Notice) in
        try state.session.restart { $0.components -= 1 }
      },
      Binding([.character("i")], "choose the starting rule", hint: Hint(9, "rule")) {
        $0.openMenu(.starts($0.session))
      },
      Binding([.character("a")], "place means, points and labels by hand") { $0.openHand() },
      Binding([.character("x")], "another seed: a new start", hint: Hint(8, "new start")) {
        state throws(Notice) in try state.session.reseed(by: 1)
      },
      Binding([.character("X")], "the seed before") { state throws(Notice) in
        try state.session.reseed(by: -1)
      },
      Binding([.character("d")], "choose the data set", hint: Hint(13, "data")) {
        $0.openMenu(.dataSets($0.catalogue, at: $0.session.data.source))
      },
      Binding([.character("C")], "choose the columns x, y, label and weight") {
        state throws(Notice) in
        try state.openColumns()
      },
      Binding([.character("Y")], "tell EM a tenth of the known labels, all, none") {
        state throws(Notice) in try state.session.observeNextShare()
      },
    ])

  private static let plot = KeyTable(
    "The plot",
    [
      marks,
      Binding([.character("o")], "more to see: regions, trails, contours…") {
        $0.overlay = Menu.plotOptions($0)
      },
      Binding([.character("y")], "labels: complete, missing, inferred") { state throws(Notice) in
        try state.nextLabelling()
      },
    ] + magnifying + [
      Binding([.character("H")], "look to the left; or drag the plot") { $0.pan(-1, 0) },
      Binding([.character("J")], "look further down") { $0.pan(0, -1) },
      Binding([.character("K")], "look further up") { $0.pan(0, 1) },
      Binding([.character("L")], "look to the right") { $0.pan(1, 0) },
    ])

  private static let marks = Binding([.character("b")], "points as marks or as dots") {
    $0.toggle(.marks)
  }

  private static let magnifying = [
    Binding([.character("z")], "nearer; so does the wheel, at the pointer") {
      $0.magnify(by: Zoom.step)
    },
    Binding([.character("Z")], "farther away") { $0.magnify(by: 1 / Zoom.step) },
    Binding([.character("F")], "all the data in view again") { $0.plot.options.zoom = Zoom() },
  ]

  private static let views = KeyTable(
    "Views and screen",
    [
      Binding([.character("v")], "next view", hint: Hint(11, "view"), during: true) {
        state throws(Notice) in try state.show(state.view.next)
      },
      Binding([.character("V")], "choose the view", during: true) {
        $0.overlay = Menu.views(at: $0.view)
      },
    ]
      + View.all.enumerated().compactMap { index, view in
        Key(digit: index + 1).map { key in
          Binding([key], view.summary, during: true) { state throws(Notice) in
            try state.show(view)
          }
        }
      }
      + [
        Binding([.character("f")], "the updates as formulas") {
          $0.screen.showsFormulas.toggle()
        },
        help,
        Binding([.character("t")], "colours for any, dark, light background") { $0.nextTheme() },
        Binding([.character("w")], "save picture, numbers, session") {
          $0.openMenu(.saving($0.catalogue))
        },
        Binding([.escape], "close what lies over the picture") { $0.overlay = nil },
        quit,
      ])

  private static let help = Binding(
    [.character("?"), .function(1)], "this help", hint: Hint(5, "help"), during: true
  ) { $0.overlay = Help() }

  /// The keys that keep their meaning while a start is placed by hand.
  static let whilePlacing = KeyTable("", [marks] + magnifying + [help])

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
    "",
    [
      Binding([.up, .character("k")], "up", hint: Hint(1, "move"), during: true) {
        $0.moveInOverlay(by: -1)
      },
      Binding(
        [.down, .character("j"), .character("i"), .character("d"), .character("M")], "down",
        hint: Hint(1, "move"), during: true
      ) { $0.moveInOverlay(by: 1) },
      Binding([.pageUp], "far up", during: true) { $0.moveInOverlay(by: -10) },
      Binding([.pageDown], "far down", during: true) { $0.moveInOverlay(by: 10) },
      Binding([.home], "to the top", during: true) { $0.moveInOverlay(by: -1_000) },
      Binding([.end], "to the end", during: true) { $0.moveInOverlay(by: 1_000) },
      Binding(
        [.enter, .space], "choose", hint: Hint(2) { $0.overlay?.selected == nil ? nil : "choose" },
        ask: { state throws(Notice) in try state.choose() }),
      Binding(
        [.escape, .character("?"), .function(1), .character("q")], "close", hint: Hint(3, "close"),
        during: true
      ) {
        $0.overlay = nil
      },
    ])
}

extension Key {
  /// The key of a digit from 1 to 9.
  init?(digit: Int) {
    guard (1...9).contains(digit) else { return nil }
    self = .character(Character(String(digit)))
  }
}
