import MixtureEngine
import TestSupport
import Testing

@Suite struct `A history` {
  @Test(arguments: FuzzSeed.usual(1, 2, 3, 4, 5, 6, 7, 8))
  func `is the value that an array is, however its copies go on`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var branches: [(history: History<[Int]>, array: [[Int]])] = [([], [])]
    for step in 0..<FuzzBudget.rounds(4000) {
      let chosen = generator.index(below: branches.count)
      switch generator.index(below: 40) {
      case 0 where branches.count < 12: branches.append(branches[chosen])
      case 1 where branches.count > 1: branches.remove(at: chosen)
      case 2:
        let length = generator.index(below: branches[chosen].array.count + 1)
        branches[chosen].history.truncate(to: length)
        branches[chosen].array.removeLast(branches[chosen].array.count - length)
      case 3, 4:
        guard !branches[chosen].array.isEmpty else { continue }
        branches[chosen].history.replaceLast(with: [-step])
        branches[chosen].array[branches[chosen].array.count - 1] = [-step]
      default:
        branches[chosen].history.append([step])
        branches[chosen].array.append([step])
      }
    }
    for (history, array) in branches {
      #expect(history.count == array.count && history.elementsEqual(array))
      #expect(history.reversed().elementsEqual(array.reversed()))
      #expect(history.last == array.last)
    }
  }

  @Test(arguments: [0, 1, 255, 256, 257, 700])
  func `may be gone on with by several at once`(length: Int) async {
    var base: History<[Int]> = []
    for n in 0..<length { base.append([n]) }
    let start = base
    await withTaskGroup(of: (Int, History<[Int]>).self) { group in
      for task in 0..<8 {
        group.addTask {
          var own = start
          for n in 0..<600 { own.append([task, n]) }
          return (task, own)
        }
      }
      for await (task, own) in group {
        #expect(own.prefix(length).elementsEqual((0..<length).map { [$0] }))
        #expect(own.dropFirst(length).elementsEqual((0..<600).map { [task, $0] }))
      }
    }
    #expect(start.count == length)
  }

  @Test func `that is kept after each addition costs no more than the longest`() {
    var history: History<Int> = []
    var kept: [History<Int>] = []
    for n in 0..<5000 {
      history.append(n)
      kept.append(history)
    }
    for earlier in kept {
      #expect(earlier.sharedChunkCount(with: history) == (earlier.count + 255) / 256)
    }
  }

  @Test func `lets go of what it held`() {
    final class Thing: Sendable {}
    weak var first: Thing?
    weak var second: Thing?
    do {
      var history: History<Thing> = []
      for _ in 0..<300 { history.append(Thing()) }
      var copy = history
      history.append(Thing())
      copy.append(Thing())
      (first, second) = (history.last, copy.last)
      #expect(first != nil && second != nil)
    }
    #expect(first == nil && second == nil)
  }
}

@Suite struct `A run at rest` {
  @Test(arguments: Setting.all)
  func `is the same run, bit for bit`(setting: Setting) throws {
    var run = try setting.run(
      over: Sample.threeClouds.points, seed: 4, stopping: StoppingRule(tolerance: 0))
    for step in 0..<9 {
      var resting = run
      resting.rest()
      #expect(resting.isResting && !run.isResting)
      #expect(resting.evaluation.objective == run.evaluation.objective, "\(step)")
      #expect(resting.evaluation.labels == run.evaluation.labels, "\(step)")
      #expect(resting.posterior?.labels == run.posterior?.labels, "\(step)")
      #expect(resting.posterior?.entropy == run.posterior?.entropy, "\(step)")
      run.halfStep()
      resting.halfStep()
      #expect(!resting.isResting)
      #expect(resting.snapshot.objective == run.snapshot.objective, "\(step)")
      #expect(resting.snapshot.bound == run.snapshot.bound, "\(step)")
      #expect(resting.model.shapes == run.model.shapes, "\(step)")
    }
  }
}
