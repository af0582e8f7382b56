import MixtureEngine
import TerminalCanvas

extension HandState {
  /// How far the capitals H, J, K, L move, in cells.
  private static let stride = 5

  /// Keys while a start is placed by hand.
  static let keys = KeyTable(
    "While placing by hand (a)",
    [
      Binding(
        [.tab], "pick up the next one", hint: Hint(1) { $0.hand?.canPick ?? false ? "next" : nil }
      ) {
        state throws(Notice) in try state.pick(next: 1)
      },
      Binding([.backTab], "the one before") { state throws(Notice) in
        try state.pick(next: -1)
      },
      moving([.left, .character("h")], "move left", -1, 0, hint: Hint(2, "move")),
      moving([.up, .character("k")], "move up", 0, -1, hint: Hint(2, "move")),
      moving([.down, .character("j")], "move down", 0, 1, hint: Hint(2, "move")),
      moving([.right, .character("l")], "move right", 1, 0, hint: Hint(2, "move")),
      moving([.character("H")], "far left", -stride, 0),
      moving([.character("K")], "far up", 0, -stride),
      moving([.character("J")], "far down", 0, stride),
      moving([.character("L")], "far right", stride, 0),
      Binding(
        [.character("+"), .character("="), .insert], "add one",
        hint: Hint(3) { $0.hand?.canAdd ?? false ? "add" : nil }
      ) {
        state throws(Notice) in
        try state.place { hand, viewport throws(Notice) in try hand.add(in: viewport) }
        // Two may stand in one cell.
        if let hand = state.hand, hand.tool == .points {
          state.notice = .news("placing points by hand: \(hand.draft.data.points.count) of them")
        }
      },
      Binding(
        [.character("-"), .delete, .backspace], "remove it",
        hint: Hint(4) { $0.hand?.canRemove ?? false ? "remove" : nil }
      ) {
        state throws(Notice) in
        try state.place { hand, viewport throws(Notice) in try hand.remove(in: viewport) }
      },
      Binding(
        [.character("p")], "place means, points or labels", hint: Hint(5, "what is placed")
      ) { $0.hand?.nextTool() },
      Binding(
        [.character("U"), .character("u"), .control("u")], "undo",
        hint: Hint(6) { $0.hand?.canUndo ?? false ? "undo" : nil }
      ) { state throws(Notice) in try state.hand?.undo() },
      Binding([.enter], "start from here", hint: Hint(7, "start")) { state throws(Notice) in
        try state.startFromHand()
      },
      Binding([.escape, .character("q")], "leave all as it was", hint: Hint(8, "leave")) {
        $0.layHandAside()
      },
    ]
      + (1...9).compactMap { k in
        Key(digit: k).map { key in
          Binding([key], "tell EM which component the point is from") { state throws(Notice) in
            try state.place { hand, viewport throws(Notice) in
              try hand.give(k - 1, in: viewport)
            }
          }
        }
      })

  private static func moving(
    _ keys: [Key], _ help: String, _ columns: Int, _ rows: Int, hint: Hint...
  ) -> Binding {
    var binding = Binding(keys, help) { state throws(Notice) in
      try state.place { hand, viewport throws(Notice) in
        try hand.move(columns: columns, rows: rows, in: viewport)
      }
    }
    binding.hints = hint
    return binding
  }
}

extension AppState {
  /// Begins to place a start by hand, from what is on screen.
  mutating func openHand() {
    session.pause()
    view.closed(&self)
    view = .plot
    // What is placed is placed on our own points.
    putDrawnDataAway()
    if let left = handAside, left.data == session.dataIdentity {
      (hand, handAside) = (left.hand, nil)
      notice = .news("what was placed before, as it was left: U takes it back")
      return
    }
    hand = HandState(
      Draft(
        means: session.run.model.shapes.filter { $0.outline != .everywhere }.map(\.centre),
        data: session.data, observed: session.recipe.observed))
  }

  /// Leaves the placing; what was placed is there again when it begins over the same data.
  fileprivate mutating func layHandAside() {
    if let placed = hand, placed.canUndo {
      handAside = (placed, session.dataIdentity)
      notice = .news("left as it was; a goes on with what was placed")
    }
    hand = nil
  }

  /// Changes what is placed, on the plot as it stands.
  fileprivate mutating func place(
    _ change: (inout HandState, Viewport) throws(Notice) -> Void
  ) throws(Notice) {
    guard var placed = hand, let viewport = plotAxes?.viewport else {
      throw .idle("There is no room for the plot on this screen.")
    }
    hand = nil
    defer { hand = placed }
    try change(&placed, viewport)
  }

  /// Goes to another mean or point, and says which, as two may stand in one cell.
  fileprivate mutating func pick(next step: Int) throws(Notice) {
    var picked = ""
    try place { hand, viewport throws(Notice) in
      try hand.pick(next: step, in: viewport)
      picked = hand.pickedName(in: viewport)
    }
    notice = .news("placing \(hand?.tool.rawValue ?? "") by hand: \(picked)")
  }

  /// Begins a run from what was placed; where that can't be, it stays on screen.
  fileprivate mutating func startFromHand() throws(Notice) {
    guard let draft = hand?.draft else { return }
    try session.begin(draft)
    hand = nil
  }

  /// Obeys the mouse while a start is placed by hand.
  mutating func place(_ action: MouseEvent.Action, at point: Point) throws(Notice) {
    try place { hand, viewport throws(Notice) in
      switch action {
      case .press(.left): try hand.press(at: point, in: viewport)
      case .drag(.left): hand.drag(to: point)
      case .press(.right): try hand.remove(at: point, in: viewport)
      default: break
      }
    }
  }
}
