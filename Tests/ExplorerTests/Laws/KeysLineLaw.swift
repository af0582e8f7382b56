import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import Explorer

/// Whatever the state, the keys that the last line names do what it says of them.
@Suite struct `Law: the last line tells the truth` {
  @Test(arguments: FuzzSeed.usual(1, 2, 3, 4, 5, 6, 7, 8))
  func `in random states of all views and models`(seed: UInt64) async throws {
    var wrong: [String: String] = [:]
    for round in 0..<FuzzBudget.rounds(4) {
      var walk = try RandomWalk(seed: seed &* 1_000_033 &+ UInt64(round))
      for _ in 0..<25 {
        await walk.press(walk.key())
        let before = walk.exploration
        // Where the screen is too small there is only the sentence that says so.
        if before.isTooSmall { continue }
        let hints = before.shownHints
        #expect(!hints.isEmpty, "\(walk.trail)")
        guard !hints.isEmpty else { continue }
        // Keys stop long work, whatever else they do.
        if before.app.presentWork != nil { continue }
        let hint = hints[walk.number(below: hints.count)]
        for key in hint.keys {
          var after = before
          let effect = after.handle(.key(key)).effect
          if case .teach(let lesson) = effect { after.teach(lesson) }
          let press = LinePress(key: key, before: before, after: after, effect: effect)
          if !press.keeps(hint.help) {
            let app = before.app
            wrong[
              "\(key.name) does not '\(hint.help)' in \(app.view.name)\(app.hand == nil ? "" : ", by hand")\(app.overlay.map { ", \(type(of: $0))" } ?? "")"
            ] = "seed \(seed) round \(round): \(walk.trail), says \(after.app.notice?.text ?? "")"
          }
        }
      }
    }
    #expect(
      wrong.isEmpty,
      "\(wrong.map { "\($0.key) after \($0.value)" }.sorted().joined(separator: "\n"))")
  }
}

/// A key that the line names, with the program before it and after it.
struct LinePress {
  var key: Key
  var before: Exploration
  var after: Exploration
  var effect: Effect?

  private var old: AppState { before.app }
  private var new: AppState { after.app }

  /// Whether the key did what the line says; a refusal with its reason is an answer only of a start
  /// or a model that the points don't bear, which nobody knows before it is tried.
  func keeps(_ words: String) -> Bool {
    // What is chosen may turn out to be there already, which is then said.
    if old.overlay != nil, ["choose", "do it"].contains(words) {
      return changesPicture || effect != nil
    }
    // A mean at the border has one way less to go, and a run may be there already, which is said.
    if new.notice?.isIdle ?? false {
      return words == "move" && old.hand != nil
        || words == "open its run" && new.session.isAtStart && new.recipe == old.recipe
    }
    let isRefused = new.notice?.isRefusal ?? false
    if isRefused {
      return ["k-means", "new start", "more", "start", "open its run"].contains(words)
        || words.hasPrefix("back to")
    }
    if old.overlay != nil { return keepsOver(words) }
    return old.hand == nil ? keepsOverPicture(words) : keepsByHand(words)
  }

  private func keepsOver(_ words: String) -> Bool {
    switch words {
    case "move": new.overlay?.position != old.overlay?.position
    case "close", "end the search": changesPicture
    case "help": new.overlay is Help && !(old.overlay is Help)
    default: words.hasPrefix("take it as") && new.overlay is ColumnMenu && changesPicture
    }
  }

  private var changesPicture: Bool { before.frame() != after.frame() }
  private var hasCard: Bool { new.overlay is Card }
  private func isMenu(_ title: String) -> Bool { (new.overlay as? Menu)?.title == title }

  private func keepsOverPicture(_ words: String) -> Bool {
    let (place, other) = (old.session.place, new.session.place)
    switch words {
    case "step", "step both", "half-step": return place != other || hasCard
    case "back": return place != other
    case "run": return new.session.pace == .running
    case "take back": return before.app.place != after.app.place
    case "pause": return old.session.pace == .running && new.session.pace == .paused
    case "to the end": return place != other || new.session.pace == .toEnd || hasCard
    case "k-means": return new.run.model.criterion == .distortion
    case "more": return new.recipe.components == old.recipe.components + 1
    case "new start", "other seeds": return new.recipe.seed == old.recipe.seed &+ 1
    case "rule": return isMenu("Start")
    case "data": return isMenu("Data set")
    case "lessons": return isMenu("Lesson")
    case "view": return new.view == old.view.next
    case "plot": return new.view == .plot
    case "help": return new.overlay is Help
    case "quit": if case .quit = effect { return true } else { return false }
    case "choose the other run": return isMenu("Race against")
    case "change sides":
      return new.session.race?.isRivalLeft != old.session.race?.isRivalLeft
    case "optimum": return abs(new.restarts.selection - old.restarts.selection) == 1
    case "which move": return abs(new.wayOut.selection - old.wayOut.selection) == 1
    case "which rule": return abs(new.rules.selection - old.rules.selection) == 1
    case "curves", "histogram": return new.restarts.showsCurves != old.restarts.showsCurves
    case "open its run": return new.session.isAtStart || new.session.isRacing
    case "all in turn": return new.figure.page == 1
    case "picture": return new.figure.chosen != old.figure.chosen
    case "open it": return new.view == .plot && old.view == .figure
    case "runs":
      return key == .character("+")
        ? new.restarts.count > old.restarts.count : new.restarts.count < old.restarts.count
    case "what moves": return new.boundChoice.chosen != old.boundChoice.chosen
    case "mean": return new.basins.swept != old.basins.swept
    case "move a mean": return old.heldMean == nil && new.heldMean != nil
    case "next centre", "half of it", "centre back":
      return new.seedingMoment?.position != old.seedingMoment?.position
    case "begin EM": return new.view == .plot && new.session.isAtStart
    case "let go":
      return old.heldMean != nil && new.heldMean == nil
        || old.heldShares != nil && new.heldShares == nil
    case "hand on q": return old.heldShares == nil && new.heldShares != nil
    case "pull q": return old.heldShares?.share != new.heldShares?.share
    case "another": return old.heldMean != nil && new.heldMean != old.heldMean
    case "cursor": return new.basins.cursor != old.basins.cursor
    case "point", "next", "least decided", "widest gap", "next widest", "by chance":
      return new.inspected != old.inspected
    case "component": return changesPicture
    case "slopes", "sums":
      return new.views[UpdateState.self].showsSlopes == (words == "slopes") && changesPicture
    default:
      if words.hasPrefix("slower, faster") { return new.session.speed != old.session.speed }
      if words.wholeMatch(of: /next \d/) != nil { return new.figure.page > old.figure.page }
      if words.hasPrefix("back to ") { return new.run.model.criterion == .logLikelihood }
      if words.hasPrefix("move mean ") { return new.startOnMap != old.startOnMap }
      return false
    }
  }

  private func keepsByHand(_ words: String) -> Bool {
    guard let hand = old.hand else { return false }
    switch words {
    case "next": return new.hand?.selection != hand.selection || new.hand?.cursor != hand.cursor
    case "move":
      // At the border a mean may move by less than a cell.
      return new.hand?.cursor != hand.cursor || new.hand?.draft.means != hand.draft.means
    case "add", "remove", "undo": return changesPicture || new.hand?.canUndo ?? false
    case "what is placed": return new.hand?.tool != hand.tool
    case "start": return new.hand == nil && new.session.isAtStart
    case "leave": return new.hand == nil
    case "help": return new.overlay is Help
    default: return false
    }
  }
}
