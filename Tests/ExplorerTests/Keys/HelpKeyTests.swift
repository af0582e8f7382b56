import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `The help` {
  /// Each line of the help under its heading, as the screen shows it.
  private static func lines() async throws -> [(heading: String, hint: ShownHint)] {
    let state = try await AppState.labelledClouds(screen: Size(width: 150, height: 280)).after("?")
    let frame = state.frame()
    let top = try #require((0..<280).first { state.row($0).contains("┌─ Keys ─") })
    let left = try #require((0..<150).first { frame[$0, top].character == "┌" })
    var lines: [(heading: String, hint: ShownHint)] = []
    var heading = ""
    for y in (top + 1)..<280 where frame[left, y].character == "│" {
      let cells = frame.row(y)[(frame.row(y).startIndex + left + 1)...].prefix(74)
      let bold = String(cells.filter(\.style.bold).map(\.character))
      let plain = String(cells.filter { !$0.style.bold }.map(\.character))
      if !plain.contains(where: { $0 != " " }) {
        if !bold.isEmpty { heading = bold }
      } else {
        let help = String(plain.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        lines.append((heading, ShownHint(keys: Key.named(by: bold), help: help)))
      }
    }
    return lines
  }

  /// A state in which the keys under a heading have something to do.
  private static func state(under heading: String, for key: Key, _ help: String) async throws
    -> Exploration
  {
    let screen = Size(width: 80, height: 24)
    func state(_ keys: String, of size: Int = 40) async throws -> Exploration {
      try await AppState.labelledClouds(of: size, screen: screen).after(keys).exploration
    }
    /// A view whose work was cut short by a key.
    func interrupted(_ view: Character) throws -> Exploration {
      var state = try AppState.labelledClouds(of: 7, screen: screen)
      _ = state.handle(.key(.character(view)))
      _ = state.handle(.key(.character("~")))
      return state.exploration
    }
    /// A recorded session after its first key.
    func playback() async throws -> Exploration {
      var recorded = try AppState.labelledClouds(screen: screen).exploration
      var states = [recorded]
      await recorded.replay(Array(repeating: SessionEvent.key(.space), count: 3)) { _ in
        nil
      } shown: {
        states.append($0)
      }
      return await Exploration(playing: states).after("Right")
    }
    switch heading {
    case "In the bound": return try await state("Space 2")
    case "In the posterior": return try await state("Space Space 3 Tab Tab")
    case "In the jensen":
      return try await state(key == .escape ? "Space V J a Right" : "Space Space 3 Tab Tab V J")
    case "In the seeding":
      let start = try AppState.clouds(
        RunRecipe(components: 3, rule: .kMeansPlusPlus), size: screen)
      let isAtEnd = [.enter, .character("r")].contains(key)
      return await start.after(isAtEnd ? "V s G" : "V s Tab Tab Space e").exploration
    case "In the update": return try await state("+ + + + Space Space 4 j")
    case "In the restarts" where key == .character("r"): return try interrupted("5")
    case "In the basins" where key == .character("r"): return try interrupted("6")
    case "In the figure-1" where key == .character("r"): return try interrupted("8")
    case "In the way-out" where key == .character("r"):
      var state = try AppState.labelledClouds(of: 7, screen: screen)
      await state.press("G Escape")
      for key in "9~" { _ = state.handle(.key(.character(key))) }
      return state.exploration
    case "In the way-out": return try await state("G Escape 9 Down", of: 7)
    case "In the rules" where key == .character("r"):
      var state = try await AppState.labelledClouds(of: 7, screen: screen).after("5 - - 1 V End")
      for key in [Key.enter, .character("~")] { _ = state.handle(.key(key)) }
      return state.exploration
    case "In the rules": return try await state("V End Enter - - Down", of: 7)
    case "In the choice-of-k":
      var state = try AppState.labelledClouds(of: 7, screen: screen)
      state.choice.most = 4
      guard key == .character("r") else {
        return try await state.showing(.choiceOfK).after("+ - Up").exploration
      }
      state = await state.after("V End Up")
      for key in [Key.enter, .character("~")] { _ = state.handle(.key(key)) }
      return state.exploration
    case "In the figure-1" where help == "earlier pictures": return try await state("G 8 Space")
    case "In the figure-1": return try await state(key == .up ? "Space 8 Down Tab" : "Space 8 Tab")
    case "In the restarts": return try await state("5 - - Down", of: 7)
    case "In the basins":
      return try await state(key == .escape ? "6 a Right" : "6", of: 5)
    case "In the landscape": return try await state("Space e V l")
    case "In the race": return try await state("Space Space 7")
    case "While placing by hand (a)":
      return try await state(
        help.hasPrefix("tell EM") ? "Space a p p Tab" : "Space a Right Tab")
    case "In a menu or on a card": return try await state("M Down Down")
    case "In the help":
      return try await state(key == .backspace || key == .enter ? "? m o d e l" : "Space ?")
    case "In a lesson":
      switch help {
      case let help
      where help.hasPrefix("choose an answer") || help.hasPrefix("the choice")
        || help.hasPrefix("count"):
        return try await Exploration(lesson: .asked, data: .clouds()).after("Right")
      case let help where help.hasPrefix("where the lesson"):
        return try await Exploration.lesson(pressing: ["e", "e"]).after("Right x")
      default: return try await Exploration.lesson(pressing: ["e", "e"]).after("Right")
      }
    case "In a replay": return try await playback()
    default:
      if key == .character("R") { return try await state("Space U") }
      if help.hasPrefix("run slower") || help.hasPrefix("run faster") {
        return try await state("Space Space r")
      }
      return try await state(
        key == .character("1") ? "2" : "Space Space z")
    }
  }

  @Test func `names keys that all do something`() async throws {
    let lines = try await Self.lines()
    #expect(lines.count > 60 && Set(lines.map(\.heading)).count == 23)
    for (heading, hint) in lines {
      #expect(!hint.keys.isEmpty, "\(heading): \(hint.help)")
      for key in hint.keys {
        // There are three components to tell a label of, and three choices.
        if case .character(let digit) = key, "456789".contains(digit),
          heading.hasPrefix("While") || heading == "In a lesson"
        {
          continue
        }
        // It needs a lesson that was left, which a lesson's own tests have.
        if hint.help == "back into the lesson that was left" { continue }
        let state = try await Self.state(under: heading, for: key, hint.help)
        var copy = state
        let asks = copy.handle(.key(key)).effect != nil
        let press = await Press(key, in: state)
        #expect(press.changesPicture || asks, "\(heading): \(key.name), \(hint.help)")
        if let claim = HelpClaims.all[hint.help] {
          #expect(await claim(press), "\(heading): \(key.name) does not '\(hint.help)'")
        }
      }
    }
    let unknown = HelpClaims.all.keys.filter { help in !lines.contains { $0.hint.help == help } }
    #expect(unknown.isEmpty, "claims about lines that the help doesn't have")
  }

  @Test func `names keys that do alike on one line`() async throws {
    for (heading, hint) in try await Self.lines()
    where !hint.help.hasPrefix("tell EM which") && !hint.help.hasPrefix("choose an answer") {
      guard let first = hint.keys.first, hint.keys.count > 1 else { continue }
      let state = try await Self.state(under: heading, for: first, hint.help)
      let expected = await Press(first, in: state).after.frame()
      for key in hint.keys.dropFirst() {
        #expect(
          await Press(key, in: state).after.frame() == expected,
          "\(heading): \(key.name), \(hint.help)")
      }
    }
  }
}

/// What lines of the help promise, as claims about the screen before the key and after it.
enum HelpClaims {
  static let all: [String: HintClaims.Claim] = stepping.merging(model) { first, _ in first }
    .merging(plot) { first, _ in first }.merging(views) { first, _ in first }

  private static func asHint(_ help: String) -> HintClaims.Claim {
    HintClaims.claim(for: help) ?? { _ in false }
  }

  private static let stepping: [String: HintClaims.Claim] = [
    "one iteration forward": asHint("step"),
    "one iteration back": asHint("back"),
    "the next half-step alone: E, then M": asHint("half-step"),
    "run, pause": asHint("run"),
    "run slower": asHint("slower, faster"),
    "run faster": asHint("slower, faster"),
    "back to the start": { $0.after.iterations == [0] },
    "run until converged": asHint("to the end"),
  ]

  private static let model: [String: HintClaims.Claim] = [
    "k-means, the hard limit, in place; and back": asHint("k-means"),
    "choose the model": { $0.after.shows("student-t") && $0.after.shows("lines") },
    "the next structure of the covariances": { press in
      press.before.row(0).contains("EM full") && press.after.row(0).contains("EM tied")
    },
    "one component more": asHint("more"),
    "one component fewer": { press in
      press.after.componentsInTitle == press.before.componentsInTitle.map { $0 - 1 }
    },
    "choose the starting rule": asHint("rule"),
    "another seed: a new start": asHint("new start"),
    "the seed before": { press in
      press.after.seedInTitle == press.before.seedInTitle.map { $0 - 1 }
    },
    "choose the data set": asHint("data"),
    "place means, points and labels by hand": { $0.after.shows("placing by hand") },
  ]

  /// Longer numbers on an axis may push the plot aside a little.
  private static let plot: [String: HintClaims.Claim] = [
    "nearer; so does the wheel, at the pointer": { $0.spread > 1 },
    "farther away": { $0.spread < 1 },
    "all the data in view again": { $0.spread < 1 },
    "look to the left; or drag the plot": { $0.shift.x > 3 && $0.shift.y == 0 },
    "look to the right": { $0.shift.x < -3 && $0.shift.y == 0 },
    "look further up": { $0.shift.y > 1 && abs($0.shift.x) <= 2 },
    "look further down": { $0.shift.y < -1 && abs($0.shift.x) <= 2 },
  ]

  private static let views: [String: HintClaims.Claim] = [
    "the plot": asHint("plot"),
    "the bound: L and F along the M-step": { $0.after.shows("L and F along the line") },
    "the posterior: Bayes' rule for a point": { $0.after.shows("p(k|x)") },
    "the update: the M-step's arithmetic": { $0.after.shows("new     was") },
    "restarts: many runs, grouped": { $0.after.shows("100 runs of") },
    "the gradient set to zero, or the sums": asHint("slopes"),
    "formulas: this model, EM in general, lecture": { $0.after.shows("formulas 1 of 3") },
    "a data set drawn from θ, or ours again": { $0.after.row(0).contains(" DRAWN 1 ") },
    "choose the view": { $0.after.shows("┌─ View ─") && $0.after.shows("▸ 1  plot") },
    "basins: where each start leads": { $0.after.shows("where each start of mean 1 of 3 leads") },
    "the race of two runs": { $0.after.iterations.count == 3 },
    "quit": asHint("quit"),
  ]
}

extension Press {
  /// Where the numbers of the first two means stand on the plot.
  private func means(_ state: Exploration) -> [Position?] {
    let frame = state.frame()
    return (["1", "2"] as [Character]).map { name in
      for y in 1..<frame.size.height {
        for x in 0..<38 where frame[x, y].character == name && frame[x, y].style.reverse {
          return Position(x: x, y: y)
        }
      }
      return nil
    }
  }

  /// How much farther apart the means stand after the key.
  fileprivate var spread: Double {
    func distance(_ state: Exploration) -> Double {
      let means = means(state)
      guard let first = means[0], let second = means[1] else { return .nan }
      let (dx, dy) = (first.x - second.x, 2 * (first.y - second.y))
      return Double(dx * dx + dy * dy).squareRoot()
    }
    return distance(after) / distance(before)
  }

  /// How the key has moved a mean on the screen, to the right and down.
  fileprivate var shift: Position {
    for (before, after) in zip(means(before), means(after)) {
      if let before, let after { return Position(x: after.x - before.x, y: after.y - before.y) }
    }
    return .zero
  }
}
