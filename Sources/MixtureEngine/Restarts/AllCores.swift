/// Independent pieces of work, done on all cores.
enum AllCores {
  /// How many pieces are handed out ahead, enough to keep any machine busy.
  private static let ahead = 64

  /// Does each job and hands its result to `collect`, in the order in which they finish.
  ///
  /// Jobs begin in their order. When the task is cancelled no further ones begin, and those that
  /// go on may answer `nil`.
  static func run<Job: Sendable, Result: Sendable>(
    _ jobs: some Sequence<Job>, _ work: @escaping @Sendable (Job) -> Result?,
    collect: (Result) -> Void
  ) async {
    await withTaskGroup(of: Result?.self) { group in
      var rest = jobs.makeIterator()
      for _ in 0..<ahead {
        guard let job = rest.next() else { break }
        group.addTask { work(job) }
      }
      while let result = await group.next() {
        if let result { collect(result) }
        guard !Task.isCancelled, let job = rest.next() else { continue }
        group.addTask { work(job) }
      }
    }
  }
}
