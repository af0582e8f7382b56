import Foundation
import TestSupport
import Testing

/// What the program costs a slow line and a sleeping computer.
@Suite(.waiting, .timeLimit(.minutes(10))) struct CostTests {
  @Test(arguments: [(2, 500), (3, 700), (4, 1200), (8, 1700)])
  func `the usual step is a kilobyte or so`(components: Int, limit: Int) async throws {
    let costs = try await costsOfSteps(components, columns: 80, rows: 24)
    #expect(median(costs) <= limit && costs.allSatisfy { $0 <= 4000 }, "\(costs)")
  }

  @Test(arguments: [(2, 3300), (3, 3000), (4, 4500), (8, 7500)])
  func `in a large window the usual step is a few kilobytes`(
    components: Int, limit: Int
  ) async throws {
    let costs = try await costsOfSteps(components, columns: 200, rows: 60)
    #expect(median(costs) <= limit && costs.allSatisfy { $0 <= 16_000 }, "\(costs)")
  }

  private func median(_ costs: some Collection<Int>) -> Int { costs.sorted()[costs.count / 2] }

  /// The bytes that each of fifteen iterations sends.
  private func costsOfSteps(
    _ components: Int, columns: UInt16, rows: UInt16
  ) async throws -> [Int] {
    let pty = try Pty(["-k", "\(components)"], size: (columns, rows))
    try await pty.start()
    var costs: [Int] = []
    for _ in 0..<15 {
      let before = pty.output.count
      pty.send(" ")
      try await pty.expect("step", since: before) { !$0.isEmpty }
      try await pty.settle(milliseconds: 60)
      costs.append(pty.output.count - before)
    }
    return costs
  }

  #if os(Linux)
    @Test(arguments: [
      ([], "  "), ([], "5"), ([], "6"), ([], "G"), ([], "V"), (["lesson", "bound"], " "),
    ])
    func `ten idle seconds have no wake-up, whatever was done before`(
      line: [String], keys: String
    ) async throws {
      let pty = try Pty(line)
      try await pty.start(shows: line.isEmpty ? "quit" : "Esc leave")
      pty.send(keys)
      try await pty.settle(milliseconds: 1500)
      let before = try wakeUps(of: pty.process)
      try await Task.sleep(for: .seconds(10))
      #expect(try wakeUps(of: pty.process) == before)
    }

    /// How many times the threads of a process have gone to sleep.
    private func wakeUps(of process: pid_t) throws -> [String: Int] {
      let folder = "/proc/\(process)/task"
      var counts: [String: Int] = [:]
      for thread in try FileManager.default.contentsOfDirectory(atPath: folder) {
        let status = try String(contentsOfFile: "\(folder)/\(thread)/status", encoding: .utf8)
        let match = try #require(status.firstMatch(of: /\nvoluntary_ctxt_switches:\s+([0-9]+)/))
        counts[thread] = Int(match.1)
      }
      return counts
    }
  #endif
}
