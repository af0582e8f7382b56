import Foundation
import Testing

/// Tests that wait for programs do so on threads of their own.
///
/// Tests run on as many threads as there are cores. One that sleeps until a program answers would keep
/// a core from those that compute.
public struct WaitingTests: SuiteTrait, TestTrait, TestScoping {
  /// The tests of a suite wait as the suite does.
  public var isRecursive: Bool { true }

  /// Runs a test on the threads that wait.
  ///
  /// - Throws: What the test throws.
  public func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    try await withTaskExecutorPreference(WaitingThreads.shared) { try await function() }
  }
}

extension Trait where Self == WaitingTests {
  /// The test waits for programs: see ``WaitingTests``.
  public static var waiting: Self { WaitingTests() }
}

/// A few threads that do what is queued, in its order.
private final class WaitingThreads: TaskExecutor, @unchecked Sendable {
  static let shared = WaitingThreads(count: 4)

  private let condition = NSCondition()
  private var jobs: [UnownedJob] = []

  init(count: Int) {
    for _ in 0..<count {
      let thread = Thread { [self] in
        while true { next().runSynchronously(on: asUnownedTaskExecutor()) }
      }
      // As much as a main thread has: tests draw and fit here.
      thread.stackSize = 8 << 20
      thread.start()
    }
  }

  func enqueue(_ job: consuming ExecutorJob) {
    condition.lock()
    jobs.append(UnownedJob(job))
    condition.signal()
    condition.unlock()
  }

  private func next() -> UnownedJob {
    condition.lock()
    defer { condition.unlock() }
    while jobs.isEmpty { condition.wait() }
    return jobs.removeFirst()
  }
}
