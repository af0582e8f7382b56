import Synchronization
import TestSupport
import Testing

@testable import CursesTerminal

@Suite(.timeLimit(.minutes(10))) struct `Threads of one's own` {
  @Test func `come to the end of whatever is given to them, however often`() throws {
    for round in 0..<3_000 {
      let sum = try GuardedThreads.shared.run {
        await withTaskGroup(of: Int.self) { group in
          for number in 0..<(round % 7) { group.addTask { number } }
          return await group.reduce(0, +)
        }
      }
      #expect(sum == (0..<(round % 7)).reduce(0, +))
    }
  }

  @Test func `serve several who wait for different ends`() async {
    await withTaskGroup(of: Int?.self) { group in
      for caller in 0..<4 {
        group.addTask {
          try? GuardedThreads.shared.run {
            for _ in 0..<300 { await Task.yield() }
            return caller
          }
        }
      }
      var ended: Set<Int> = []
      for await caller in group { if let caller { ended.insert(caller) } }
      #expect(ended == [0, 1, 2, 3])
    }
  }

  @Test func `pass on what is thrown`() {
    struct Fault: Error {}
    #expect(throws: Fault.self) { try GuardedThreads.shared.run { throw Fault() } }
  }
}
