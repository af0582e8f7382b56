import TerminalCanvas

/// The one table of keys: the program obeys it, and the help is printed from it.
enum Keymap {
  /// Keys of the picture.
  static let bindings: [Binding] = [
    Binding(
      .stepping, [.space, .character("n"), .character("l"), .right, .pageDown], .iterate,
      "one iteration forward"),
    Binding(
      .stepping, [.character("p"), .character("h"), .left, .pageUp, .backspace], .iterateBack,
      "one iteration back"),
    Binding(.stepping, [.character("e")], .halfStep, "the next half-step alone: E, then M"),
    Binding(.stepping, [.character("r"), .enter], .togglePlay, "run, pause"),
    Binding(.stepping, [.character("[")], .slower, "run slower"),
    Binding(.stepping, [.character("]")], .faster, "run faster"),
    Binding(.stepping, [.character("g"), .character("0"), .home], .toStart, "back to the start"),
    Binding(.stepping, [.character("G"), .end], .toEnd, "run until converged"),
    Binding(
      .model, [.character("m")], .toggleKMeans, "k-means, the hard limit, in place; and back"),
    Binding(.model, [.character("<")], .dial(.harder), "the dial: σ² down, toward k-means"),
    Binding(.model, [.character(">")], .dial(.softer), "σ² up, until the means merge"),
    Binding(.model, [.character("M")], .openModels, "choose the model"),
    Binding(.model, [.character("c")], .nextStructure, "structure of the covariances"),
    Binding(.model, [.character("+"), .character("=")], .moreComponents, "one component more"),
    Binding(.model, [.character("-")], .fewerComponents, "one component fewer"),
    Binding(.model, [.character("i")], .openStarts, "choose the starting rule"),
    Binding(
      .model, [.character("a")], .hand(.open), "place means, points and labels by hand"),
    Binding(.model, [.character("x")], .anotherSeed, "another seed: a new start"),
    Binding(.model, [.character("X")], .previousSeed, "the seed before"),
    Binding(.model, [.character("d")], .openDataSets, "choose the data set"),
    Binding(.plot, [.character("b")], .toggle(.marks), "points as marks or as dots"),
    Binding(.plot, [.character("o")], .openPlotOptions, "more to see: regions, trails, contours…"),
    Binding(
      .plot, [.character("y")], .nextLabelling, "labels: complete, missing, inferred"),
    Binding(
      .model, [.character("Y")], .nextHeldShare, "tell EM a tenth of the known labels, all, none"),
    Binding(.plot, [.character("z")], .zoom(.nearer), "nearer; so does the wheel, at the pointer"),
    Binding(.plot, [.character("Z")], .zoom(.farther), "farther away"),
    Binding(.plot, [.character("F")], .zoom(.fit), "all the data in view again"),
    Binding(.plot, [.character("H")], .zoom(.left), "look to the left; or drag the plot"),
    Binding(.plot, [.character("J")], .zoom(.down), "look further down"),
    Binding(.plot, [.character("K")], .zoom(.up), "look further up"),
    Binding(.plot, [.character("L")], .zoom(.right), "look to the right"),
    Binding(.views, [.character("v")], .nextView, "next view"),
    Binding(.views, [.character("1")], .show(.plot), "the plot"),
    Binding(.views, [.character("2")], .show(.bound), "the bound: L and F along the M-step"),
    Binding(.views, [.character("3")], .show(.posterior), "the posterior: Bayes' rule for a point"),
    Binding(.views, [.character("4")], .show(.update), "the update: the M-step's arithmetic"),
    Binding(.views, [.character("f")], .toggleFormulas, "the updates as formulas"),
    Binding(.views, [.character("5")], .show(.restarts), "restarts: many runs, grouped"),
    Binding(.views, [.character("6")], .show(.basins), "basins: where each start leads"),
    Binding(.views, [.character("7")], .show(.race), "the race of two runs"),
    Binding(.views, [.character("?"), .function(1)], .toggleHelp, "this help"),
    Binding(.views, [.character("t")], .nextTheme, "colours for any, dark, light background"),
    Binding(.views, [.character("w")], .openSaving, "save picture, numbers, session"),
    Binding(.views, [.escape], .close, "close what lies over the picture"),
    Binding(.views, [.control("l")], .repaint, "draw the screen anew"),
    Binding(.views, [.control("z")], .suspend, "suspend"),
    Binding(.views, [.character("q"), .control("c")], .quit, "quit"),
  ]

  /// Keys of a list or text over the picture; others close nothing and do nothing.
  private static let overlay: [Key: Action] = [
    .up: .up, .character("k"): .up, .down: .down, .character("j"): .down,
    .character("i"): .down, .character("d"): .down, .character("M"): .down,
    .pageUp: .pageUp, .pageDown: .pageDown, .home: .toStart, .end: .toEnd,
    .enter: .choose, .space: .choose, .escape: .close, .character("?"): .close,
    .function(1): .close, .character("q"): .close, .control("c"): .quit,
    .control("l"): .repaint, .control("z"): .suspend,
  ]

  private static let picture = Dictionary(
    bindings.flatMap { binding in binding.keys.map { ($0, binding.action) } },
    uniquingKeysWith: { first, _ in first })

  /// What a key does in this state, if anything.
  static func action(for key: Key, in state: AppState) -> Action? {
    switch state.overlay {
    case nil where state.hand != nil: handAction(for: key)
    case nil: viewAction(for: key, in: state.view) ?? picture[key]
    case .menu(let menu) where menu.purpose == .plotOption: plotOptions[key] ?? overlay[key]
    case .menu, .help, .card: overlay[key]
    }
  }

  private static let plotOptions = Dictionary(
    uniqueKeysWithValues: PlotOption.allCases.map {
      (Key.character($0.rawValue), Action.toggleAndClose($0))
    })
}
