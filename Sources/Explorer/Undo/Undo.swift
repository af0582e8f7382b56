import MixtureEngine

/// What keys have changed, so that it can be taken back and done again.
///
/// Of steps only the place in the history is kept, as the history has the rest: a hundred thousand
/// of them take a few megabytes. Of anything else the whole session is, at rest.
struct Undo: Sendable {
  /// What was left behind, the latest last.
  private(set) var past = History<Left>()
  /// What was taken back, the latest last.
  private(set) var future = History<Left>()
  /// Where the last key has led, or the run that went on by itself from there set out; `nil` before
  /// the first key.
  private(set) var settled: Place?

  /// Something that was left behind.
  enum Left: Sendable {
    /// Other states of the same runs.
    case cursors([Int])
    /// All of it.
    case all(Kept)
  }

  /// A session that was left, and how it was shown.
  final class Kept: Sendable {
    let session: Session
    let view: View
    let views: ViewStates
    let screen: Screen

    init(_ state: AppState) {
      var session = state.session
      session.pause()
      session.rest()
      var views = state.views
      if views[PlotState.self].keptWorld != nil { views[PlotState.self].keptWorld = nil }
      (self.session, view, self.views, screen) = (session, state.view, views, state.screen)
    }
  }

  /// Notes where the application stands before a key, which is elsewhere than the last key left it
  /// where a run has gone on by itself.
  ///
  /// - Parameter isRunning: Whether it still does; then it is taken back as one, with what follows.
  mutating func begin(at place: Place, isRunning: Bool) {
    if let settled, settled.surroundings == place.surroundings {
      if isRunning { return }
      if settled.cursors != place.cursors { note(.cursors(settled.cursors)) }
    }
    settled = place
  }

  /// Notes what a key has changed, since ``begin(at:)``.
  ///
  /// - Parameters:
  ///   - before: The application before the key.
  ///   - after: The application now.
  mutating func end(from before: AppState, to after: AppState) {
    guard let old = settled else { return }
    let new = after.place
    guard old.surroundings != new.surroundings else {
      // A run that goes on by itself is taken back as one.
      guard after.session.pace == .paused, old != new else { return }
      note(.cursors(old.cursors))
      settled = new
      return
    }
    let last = before.place
    if old.cursors != last.cursors { note(.cursors(old.cursors)) }
    note(.all(Kept(before)))
    settled = new
  }

  /// Notes that the application stands where it was taken.
  mutating func settle(at place: Place) { settled = place }

  private mutating func note(_ left: Left) {
    past.append(left)
    future = []
  }

  /// A way through what keys have changed.
  enum Way: Sendable {
    /// To what was there before.
    case back
    /// To what was there before it was taken back.
    case again
  }

  /// The latest change in a way, in the place of which `present` can be gone back to.
  mutating func go(_ way: Way, leaving present: (Left) -> Left) -> Left? {
    let (from, into) = way == .back ? (\Self.past, \Self.future) : (\Self.future, \Self.past)
    guard let left = self[keyPath: from].last else { return nil }
    self[keyPath: from].truncate(to: self[keyPath: from].count - 1)
    self[keyPath: into].append(present(left))
    return left
  }
}
