#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Faults made on purpose, to see that the terminal survives them.
///
/// With the variable `EMSCOPE_FAULT` set to the name of one, repainting the screen (Ctrl-L) makes
/// it happen. The tests do this in a real terminal.
enum SelfTest: String {
  case fatal, precondition, index, unwrap, overflow, stack, segv, abort, hang
  /// On a thread that does long work.
  case workersStack, workersIndex

  /// The fault that the environment asks for.
  static var fault: SelfTest? {
    ProcessInfo.processInfo.environment["EMSCOPE_FAULT"].flatMap(SelfTest.init)
  }

  /// Makes the fault happen.
  ///
  /// - Parameter executor: Where long work runs.
  func happen(on executor: (any TaskExecutor)?) {
    switch self {
    case .fatal: fatalError("a fault made on purpose")
    case .precondition: preconditionFailure("a fault made on purpose")
    case .index: use([1, 2, 3][rawValue.count * 2])
    case .unwrap: use(Int(rawValue)!)
    case .overflow: use(Int.max - 3 + rawValue.count)
    case .stack: use(descend(rawValue.count))
    case .segv: raise(SIGSEGV)
    case .abort: abortProcess()
    case .workersStack: work(on: executor) { use(descend(rawValue.count)) }
    case .workersIndex: work(on: executor) { use([1, 2, 3][rawValue.count * 2]) }
    case .hang: while getpid() > 0 { use(0) }
    }
  }

  /// Does something in a task of a group, as work on all cores does.
  private func work(
    on executor: (any TaskExecutor)?, _ body: @escaping @Sendable () -> Void
  ) {
    Task.detached(executorPreference: executor) {
      await withTaskGroup(of: Void.self) { $0.addTask { body() } }
    }
  }

  /// Never returns, as each call waits for a deeper one.
  private func descend(_ depth: Int) -> Int {
    depth < 0 ? depth : 1 + descend(depth &+ (depth == .max ? 0 : 1))
  }

  @inline(never) private func use(_ value: Int) {}
}

/// The system's call, which the case of the same name hides.
private func abortProcess() -> Never { abort() }
