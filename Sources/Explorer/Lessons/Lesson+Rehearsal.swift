import MixtureEngine
import TerminalCanvas

extension Lesson {
  /// A key of a step that changes nothing on the screen where the lesson presses it.
  public struct IdleKey: Hashable, Sendable {
    /// The step, counted from 0.
    public var step: Int
    /// The key.
    public var key: Key
  }

  /// Plays the lesson from first to last key and answers the keys that did nothing.
  ///
  /// - Parameter perform: Does what an effect asks of the world (files).
  /// - Throws: ``StartError`` when the lesson's K doesn't fit the data.
  public func idleKeys(
    over data: DataSet, perform: (Effect) -> Action? = { _ in nil }
  ) async throws -> [IdleKey] {
    var state = try AppState(lesson: self, data: data)
    var idle: [IdleKey] = []
    for (index, step) in steps.enumerated() {
      for key in step.keys {
        let before = state.frame()
        var agenda = Agenda()
        agenda.add(state.obey(key))
        guard await state.finish(&agenda, perform: perform) else { return idle }
        if state.frame() == before { idle.append(IdleKey(step: index, key: key)) }
      }
    }
    return idle
  }
}
