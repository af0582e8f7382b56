import TerminalCanvas

@testable import Explorer

/// What each hint promises, as a claim about the screen before the key and after it.
enum HintClaims {
  typealias Claim = @Sendable (Press) async -> Bool

  /// The claims by the words of the hints; `nil` for words that promise something unknown.
  static func claim(for help: String, in exploration: Exploration) -> Claim? {
    if exploration.app.overlay != nil { return overlays[help] }
    if exploration.app.view == .seeding, exploration.app.hand == nil, let claim = seeding[help] {
      return claim
    }
    if [.posterior, .jensen].contains(exploration.app.view), exploration.app.hand == nil,
      let claim = posterior[help]
    {
      return claim
    }
    return claim(for: help)
  }

  /// The claims about the picture and about placing by hand.
  static func claim(for help: String) -> Claim? {
    if help.hasPrefix("slower, faster") { return isOtherSpeed }
    if help == "all in turn" || help.wholeMatch(of: /next \d/) != nil { return isOtherPage }
    if help.hasPrefix("back to ") {
      let name = help.dropFirst("back to ".count)
      return { $0.after.row(0).contains("  \(name) ") }
    }
    return claims[help]
  }

  private static let claims: [String: Claim] = stepping.merging(screen) { first, _ in first }
    .merging(starts) { first, _ in first }.merging(hand) { first, _ in first }

  private static let posterior: [String: Claim] = [
    "point": { $0.after.numbers(/point (\d+)/) != $0.before.numbers(/point (\d+)/) },
    "next": { $0.after.numbers(/point (\d+)/) != $0.before.numbers(/point (\d+)/) },
    "least decided": { $0.after.numbers(/point (\d+)/) != $0.before.numbers(/point (\d+)/) },
    "widest gap": { press in
      guard let before = press.before.gap, let after = press.after.gap else { return false }
      return after > before
    },
    "next widest": { press in
      guard let before = press.before.gap, let after = press.after.gap else { return false }
      return after <= before && press.changesPicture
    },
    "hand on q": { $0.after.shows("q in hand") && !$0.before.shows("q in hand") },
    "pull q": { $0.after.shows("ΔF, this point") && $0.after.gap != $0.before.gap },
    "component": { press in
      func held(_ state: Exploration) -> Substring? {
        state.frame().text.firstMatch(of: /([1-9]) [^\n]*◂/)?.1
      }
      return held(press.before) != nil && held(press.after) != held(press.before)
    },
    "let go": { $0.before.shows("q in hand") && !$0.after.shows("q in hand") },
  ]

  private static let seeding: [String: Claim] = [
    "next centre": { press in
      let (before, after) = (press.before.centreCount, press.after.centreCount)
      return after == before + 1
    },
    "half of it": { $0.changesPicture && $0.after.centreCount <= $0.before.centreCount + 1 },
    "centre back": { $0.after.centreCount <= $0.before.centreCount && $0.changesPicture },
    "by chance": { $0.after.numbers(/point (\d+) of/) != $0.before.numbers(/point (\d+) of/) },
    "next": { $0.after.numbers(/point (\d+) of/) != $0.before.numbers(/point (\d+) of/) },
    "take k-means++": { $0.after.shows("No centre yet") },
    "begin EM": { $0.after.iterations == [0] && $0.after.shows("log-likelihood    L(θ)") },
  ]

  private static let overlays: [String: Claim] = [
    "move": { press in
      let step = press.key == .up ? -1 : 1
      if press.before.app.overlay is Help { return press.hasScrolled(by: step) }
      guard let before = press.before.chosenRow else { return false }
      return press.after.chosenRow == before + step
    },
    "choose": { press in
      if press.saves { return true }
      let closed = await press.before.after("Escape")
      // What the plot shows can be changed further.
      let isOpen = press.after.app.overlay != nil
      return isOpen == press.before.shows("┌─ The plot ─")
        && press.after.frame() != closed.frame() && press.changesPicture
    },
    "help": { $0.after.shows("┌─ Keys ─") },
    "close": { press in
      var uncovered = press.before
      uncovered.app.overlay = nil
      uncovered.app.notice = nil
      return press.after.frame() == uncovered.frame() && press.changesPicture
    },
  ]

  private static let stepping: [String: Claim] = [
    "step": { $0.after.iterations == $0.before.iterations.map { $0 + 1 } },
    "take back": { press in press.before.app.place != press.after.app.place },
    "step both": { press in
      press.after.iterations == press.before.iterations.map { $0 + 1 }
        && press.after.iterations.count == 3
    },
    "half-step": { press in
      ["next: E", "next: M"].allSatisfy { press.before.shows($0) != press.after.shows($0) }
    },
    "back": { $0.after.iterations == $0.before.iterations.map { $0 - 1 } },
    "run": { $0.before.tickInterval == nil && $0.after.tickInterval != nil },
    "pause": { $0.before.tickInterval != nil && $0.after.tickInterval == nil },
    // The end of a run or of a move may be a spurious maximum, which is then said in its place.
    "to the end": {
      ($0.after.shows("converged") || $0.after.shows("spurious"))
        && $0.after.iterations != $0.before.iterations
    },
    "by z-scores": { $0.after.row(0).contains("standardised") && $0.changesPicture },
    "k-means": { $0.after.row(0).contains("  k-means ") },
    "new start": { press in
      press.after.seedInTitle == [Double(press.before.app.recipe.seed + 1)]
    },
    "more": { $0.after.componentsInTitle == $0.before.componentsInTitle.map { $0 + 1 } },
  ]

  private static let isOtherSpeed: Claim = { press in
    guard let before = press.before.tickInterval, let after = press.after.tickInterval else {
      return false
    }
    return press.key == .character("[") ? after > before : after < before
  }

  /// The pictures go on from where they ended, or begin to be shown one by one.
  private static let isOtherPage: Claim = { press in
    let (before, after) = (press.before.numbers(/t = (\d+)/), press.after.numbers(/t = (\d+)/))
    guard let first = after.first else { return false }
    return after == after.indices.map { first + Double($0) }
      && (first == 0 || first == before.last.map { $0 + 1 })
  }

  private static let isOtherRow: Claim = { press in
    guard let before = press.before.chosenRow, let after = press.after.chosenRow else {
      return false
    }
    return after == before + (press.key == .up ? -1 : 1)
  }

  private static let screen: [String: Claim] = [
    "what moves": { press in
      func chosen(_ state: Exploration) -> Substring? {
        state.frame().text.firstMatch(of: /\[(all θ|(?:mean|line) \d+|Σ[₀-₉]*)\]/)?.1
      }
      let (before, after) = (chosen(press.before), chosen(press.after))
      return before != nil && after != nil && before != after
    },
    "slopes": { $0.after.shows("∂F/∂μₖ") && $0.after.shows("new θ") },
    "sums": { !$0.after.shows("∂F/∂μₖ") && $0.after.shows("new     was") },
    "help": { $0.after.shows("┌─ Keys ─") },
    "quit": { $0.quits },
    "rule": { $0.after.shows("k-means++") && $0.after.shows("random-points") },
    "data": { $0.after.shows("three round clouds") },
    "plot": { press in
      press.after.shows("north") && press.after.shows("log-likelihood    L(θ)")
        && !press.before.shows("log-likelihood    L(θ)")
    },
    "view": { press in
      guard press.changesPicture, press.after.iterations == press.before.iterations else {
        return false
      }
      // A view beyond the digits can't be compared with itself.
      let next = press.before.app.view.next
      guard next.sign.isNumber else { return press.after.app.view == next }
      for digit in 1...9 where await press.before.after("\(digit)").frame() == press.after.frame() {
        return true
      }
      return false
    },
    "choose the other run": { $0.after.shows("Race against") },
    "change sides": { press in
      press.before.row(1).hasPrefix("▸") && !press.after.row(1).hasPrefix("▸")
        && press.after.row(1).contains("▸")
    },
  ]

  private static let starts: [String: Claim] = [
    "optimum": isOtherRow,
    "which move": isOtherRow, "which rule": isOtherRow,
    "curves": { press in
      press.after.shows("nats below the best L") && !press.before.shows("nats below the best L")
    },
    "histogram": { $0.after.shows("final L") && !$0.before.shows("final L") },
    "picture": { $0.changesPicture && $0.after.app.run.cursor == $0.before.app.run.cursor },
    "open it": { press in
      let chosen = press.before.numbers(/▸ t = (\d+)/)
      return chosen.count == 1 && Set(press.after.iterations) == Set(chosen)
        && press.after.shows("log-likelihood    L(θ)")
    },
    "runs": { press in
      let (before, after) = (
        press.before.numbers(/(\d+) runs of/), press.after.numbers(/(\d+) runs of/)
      )
      guard before.count == 1, after.count == 1 else { return false }
      return press.key == .character("+") ? after[0] > before[0] : after[0] < before[0]
    },
    "other seeds": {
      $0.after.numbers(/seeds (\d+)/) == $0.before.numbers(/seeds (\d+)/).map { $0 + 1 }
    },
    "open its run": { press in
      guard press.after.iterations == [0], press.after.shows("log-likelihood    L(θ)") else {
        return false
      }
      let end = await press.after.after("G Escape")
      if let row = press.before.chosenRow {
        let promised = press.before.row(row).split(separator: " ").prefix(3).last ?? ""
        return !promised.isEmpty && end.shows(String(promised))
      }
      return end.iterations == press.before.numbers(/in (\d+) iterations/)
    },
    "mean": { press in
      press.after.numbers(/each start of mean (\d+)/)
        == press.before.numbers(/each start of mean (\d+)/).map { $0 + 1 }
    },
    "which mean": { press in
      let (before, after) = (
        press.before.numbers(/as mean (\d+) moves/), press.after.numbers(/as mean (\d+) moves/)
      )
      return before.count == 1 && after.count == 1 && before != after
    },
    "arrows": { press in
      press.after.shows("where one iteration sends") && !press.before.shows("iteration sends")
    },
    "no arrows": { press in
      press.before.shows("where one iteration sends") && !press.after.shows("iteration sends")
    },
    "move a mean": { $0.after.shows("in hand: the map follows it") },
    "cursor": { press in
      let (before, after) = (press.before.cursorPlace, press.after.cursorPlace)
      guard let before, let after else { return false }
      return switch press.key {
      case .left: after.x < before.x && after.y == before.y
      case .right: after.x > before.x && after.y == before.y
      case .up: after.y > before.y && after.x == before.x
      default: after.y < before.y && after.x == before.x
      }
    },
  ]

  private static let hand: [String: Claim] = [
    "next": { press in
      guard press.changesPicture else { return false }
      let (before, after) = (await press.before.after("Enter"), await press.after.after("Enter"))
      return before.frame() == after.frame()
    },
    "move": { press in
      // Where labels are given the brackets stay around the nearest point, which is often the same.
      if press.before.shows("[labels]") {
        let names = Array(repeating: press.key.name, count: 8).joined(separator: " ")
        return await press.before.after(names).frame() != press.before.frame()
      }
      guard press.changesPicture else { return false }
      guard let before = press.before.bracketed, let after = press.after.bracketed else {
        return false
      }
      return switch press.key {
      case .left: after == Position(x: before.x - 1, y: before.y)
      case .right: after == Position(x: before.x + 1, y: before.y)
      case .up: after == Position(x: before.x, y: before.y - 1)
      default: after == Position(x: before.x, y: before.y + 1)
      }
    },
    "add": { await $0.changesWhatStarts(by: 1) },
    "remove": { await $0.changesWhatStarts(by: -1) },
    "what is placed": { press in
      let tools = ["[means]", "[points]", "[labels]"]
      guard let before = tools.firstIndex(where: press.before.shows) else { return false }
      return press.after.shows(tools[(before + 1) % 3])
    },
    "undo": { press in
      let (before, after) = (await press.before.after("Enter"), await press.after.after("Enter"))
      return before.frame() != after.frame()
    },
    "start": { $0.after.iterations == [0] && !$0.after.shows("placing by hand") },
    "leave": { press in
      press.after.iterations == press.before.iterations && !press.after.shows("placing by hand")
    },
  ]
}

extension Press {
  /// Whether the lines of the help stand so many rows higher than before the key.
  fileprivate func hasScrolled(by step: Int) -> Bool {
    let (old, new) = (before.linesOfHelp, after.linesOfHelp)
    return old.count > 8 && old.count == new.count
      && (2..<8).allSatisfy { new[$0] == old[$0 + step] }
  }

  /// Whether a run started by hand after the key has so many more means, points or told labels
  /// than before it.
  fileprivate func changesWhatStarts(by step: Double) async -> Bool {
    // A label is taken away from a point that has one, which is the one before.
    let isTakenAway = step < 0 && self.before.shows("[labels]")
    let around = isTakenAway ? await self.before.after("BTab") : self.before
    let before = await around.after("Enter")
    let after = await around.after("\(key.name) Enter")
    func count(_ state: Exploration) -> [Double] {
      if self.before.shows("[means]") { return state.componentsInTitle }
      if self.before.shows("[points]") { return state.pointsInTitle }
      return state.numbers(/(\d+) z given/) + [0]
    }
    guard let old = count(before).first, let new = count(after).first else { return false }
    return new == old + step
  }
}

extension Exploration {
  /// How many centres the view of the seeding lists.
  fileprivate var centreCount: Int { frame().text.matches(of: /[●▲■◆★] [1-5] +\d/).count }

  /// The gap of Jensen's inequality at the point, as the table has it.
  fileprivate var gap: Double? { numbers(/gap = KLₙ +(\d\S*)/).first }

  /// What stands between the sides of the help.
  fileprivate var linesOfHelp: [String] {
    let frame = frame()
    return (0..<frame.size.height).compactMap { y in
      let sides = (0..<frame.size.width).filter { frame[$0, y].character == "│" }
      let left = sides.first { side in [75, 151].contains { sides.contains(side + $0) } }
      guard let left else { return nil }
      return String((left..<left + 76).map { frame[$0, y].character })
    }
  }

  /// The place of the cursor in the view of the basins, as the screen writes it.
  fileprivate var cursorPlace: (x: Double, y: Double)? {
    frame().text.firstMatch(of: /from (-?[\d.e-]+), (-?[\d.e-]+)/).flatMap { match in
      guard let x = Double(match.1), let y = Double(match.2) else { return nil }
      return (x, y)
    }
  }
}
