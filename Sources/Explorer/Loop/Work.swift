/// Long work that is done off the loop, such as hundreds of restarts.
///
/// It runs as a task, on all cores if it likes, reports news as actions and stops early when its
/// task is cancelled.
public struct Work: Sendable {
  /// Does the work.
  let body: @Sendable (_ report: @escaping @Sendable (Action) -> Void) async -> Void

  /// Work that hands its news to `report`, from any thread.
  init(_ body: @escaping @Sendable (_ report: @escaping @Sendable (Action) -> Void) async -> Void) {
    self.body = body
  }
}
