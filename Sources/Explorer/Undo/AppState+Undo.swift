import MixtureEngine
import TerminalCanvas

extension AppState {
  /// Makes a change that can be taken back, and says so where it replaces a run.
  mutating func noting(_ change: (inout AppState) -> Effect?) -> Effect? {
    undo.begin(at: place, isRunning: session.pace != .paused)
    let before = self
    let effect = change(&self)
    // What takes back is no change of its own.
    guard undo.settled == before.undo.settled, undo.past.count == before.undo.past.count else {
      return effect
    }
    undo.end(from: before, to: self)
    sayWhatWasReplaced(in: before.session)
    return effect
  }

  /// Takes back what the last key changed.
  mutating func takeBack() throws(Notice) {
    try go(.back, or: "There is nothing here that could be taken back.")
    notice = .news("taken back; R does it again")
  }

  /// Changes again what was taken back last.
  mutating func doAgain() throws(Notice) {
    try go(.again, or: "Nothing was taken back that could be done again.")
    notice = .news("done again; U takes it back")
  }

  private mutating func go(_ way: Undo.Way, or refusal: String) throws(Notice) {
    let (present, before) = (self, undo)
    // A run that goes on by itself ends here, as one thing.
    undo.begin(at: place, isRunning: false)
    guard let left = undo.go(way, leaving: present.counterpart) else {
      undo = before
      throw .idle(refusal)
    }
    recording.takeBack()
    go(to: left)
  }

  /// What has to be kept of the present to come back from something that was left.
  private func counterpart(of left: Undo.Left) -> Undo.Left {
    switch left {
    case .cursors: .cursors(place.cursors)
    case .all: .all(Undo.Kept(self))
    }
  }

  private mutating func go(to left: Undo.Left) {
    overlay = nil
    hand = nil
    switch left {
    case .cursors(let cursors): session.move(to: cursors)
    case .all(let kept):
      let hasOtherData = session.dataIdentity != kept.session.dataIdentity
      session = kept.session.restored(at: session.speed)
      view = kept.view
      // What views have found out about the same data stays known.
      if hasOtherData {
        views = kept.views
      } else {
        let zoom = plot.options.zoom
        plot = kept.views[PlotState.self]
        plot.options.zoom = zoom
        // What keys have moved in a view is where it was.
        views[JensenState.self].held = kept.views[JensenState.self].held
        views[SeedingState.self] = kept.views[SeedingState.self]
      }
      (screen.theme, screen.formulas) = (kept.screen.theme, kept.screen.formulas)
    }
    plot.dragState = nil
    undo.settle(at: place)
  }

  /// Says that a run gave way to another, and how to get it back.
  private mutating func sayWhatWasReplaced(in before: Session) {
    guard !(notice?.isRefusal ?? false), let lost = before.stages(missingFrom: session).last else {
      return
    }
    let sentence = Sentences.replaced(lost)
    notice = .news(notice.map { "\($0.text); \(sentence)" } ?? sentence)
  }
}
