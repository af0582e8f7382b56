import Foundation

/// Faults made on purpose, to see that the terminal survives them.
///
/// With the variable `EMSCOPE_FAULT` set to the name of one, repainting the screen (Ctrl-L) makes
/// it happen. The tests do this in a real terminal.
enum SelfTest: String {
  case fatal, precondition, index, unwrap, overflow, stack, segv, abort, hang

  /// The fault that the environment asks for.
  static var fault: SelfTest? {
    ProcessInfo.processInfo.environment["EMSCOPE_FAULT"].flatMap(SelfTest.init)
  }

  /// Makes the fault happen.
  func happen() {
    switch self {
    case .fatal: fatalError("a fault made on purpose")
    case .precondition: preconditionFailure("a fault made on purpose")
    case .index: use([1, 2, 3][rawValue.count * 2])
    case .unwrap: use(Int(rawValue)!)
    case .overflow: use(Int.max - 3 + rawValue.count)
    case .stack: use(descend(rawValue.count))
    case .segv: raise(SIGSEGV)
    case .abort: Foundation.abort()
    case .hang: while getpid() > 0 { use(0) }
    }
  }

  /// Never returns, as each call waits for a deeper one.
  private func descend(_ depth: Int) -> Int {
    depth < 0 ? depth : 1 + descend(depth &+ (depth == .max ? 0 : 1))
  }

  @inline(never) private func use(_ value: Int) {}
}
