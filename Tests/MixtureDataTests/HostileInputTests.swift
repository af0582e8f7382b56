import Foundation
import MixtureEngine
import TestSupport
import Testing

@testable import MixtureData

/// Whatever the bytes, the answer is a value or an error with one sentence; nothing traps.
@Suite struct `Hostile input` {
  @Test(arguments: ["old-faithful", "penguins"], FuzzSeed.usual(1))
  func `to the reader of tables is read or refused`(name: String, seed: UInt64) throws {
    let whole = try #require(BuiltInDataSet.named(name)?.bytes())
    var mutation = Mutation(seed: seed)
    for _ in 0..<FuzzBudget.rounds(300) {
      let bytes = mutation.change(Array(whole.prefix(600)))
      do {
        let data = try TableReader().read(bytes, named: "x")
        #expect(data.points.count > 0)
        #expect(data.points.xs.allSatisfy(\.isFinite) && data.points.ys.allSatisfy(\.isFinite))
      } catch let error as DataError {
        expectOneSentence("\(error)")
      }
    }
  }

  @Test(arguments: FuzzSeed.usual(11, 12))
  func `in any shape, under any options, is read or refused`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    func one<Value>(of values: [Value]) -> Value { values[generator.index(below: values.count)] }
    let folder = try #require(`Files in the shapes that people have`.folder)
    let files = `Files in the shapes that people have`.cases.map(\.file)
    let separators: [Separator?] = [nil, nil, .comma, .blanks, .fixed, .tabs, Separator("|")]
    let headers: [HeaderChoice?] = [
      nil, nil, HeaderChoice.none, .line(1), .line(3), .line(Int.max),
    ]
    let gaps: [[String]] = [[], ["-9999"], ["a", "--"]]
    var mutation = Mutation(
      seed: seed,
      scraps: [
        "@data\n", "sep=;\n", "{\"x\":1}\n", "[1,2]\n", "# x y\n", "|", "%", "\t", "1,5", "\u{1A}",
      ])
    for _ in 0..<FuzzBudget.rounds(800) {
      let file = folder.appending(path: "files/\(one(of: files))")
      let bytes = mutation.change(Array(try Data(contentsOf: file).prefix(2000)))
      let options = ReadingOptions(
        columns: generator.index(below: 4) == 0 ? ColumnChoice(x: "1", y: "2") : nil,
        labelColumn: generator.index(below: 6) == 0 ? "1" : nil,
        weightColumn: generator.index(below: 6) == 0 ? "2" : nil, separator: one(of: separators),
        decimal: one(of: [nil, .comma, .point]), gaps: one(of: gaps), header: one(of: headers))
      do {
        let data = try TableReader(options).read(bytes, named: "x")
        #expect(data.points.count > 0)
        #expect(data.points.xs.allSatisfy(\.isFinite) && data.points.ys.allSatisfy(\.isFinite))
        for note in data.notes { expectOneSentence(note) }
      } catch let error as DataError {
        expectOneSentence("\(error)")
      }
    }
  }

  @Test(arguments: FuzzSeed.usual(2))
  func `to the reader of starts is read or refused`(seed: UInt64) throws {
    let good =
      #"{"weights": [0.5, 0.5], "means": [[2, 55], [4, 80]], "#
      + #""covariances": [[[1, 0], [0, 9]], [[1, 0.5], [0.5, 9]]]}"#
    let points = PointSet([Point(x: 0, y: 0), Point(x: 1, y: 2), Point(x: 3, y: 1)])
    var mutation = Mutation(seed: seed)
    for _ in 0..<FuzzBudget.rounds(1000) {
      do {
        let mixture = try StartFile.contents(of: mutation.change(Array(good.utf8)), file: "x")
          .start(meansSuffice: false, over: points).gaussians
        #expect(mixture.components.allSatisfy { $0.mean.isFinite && $0.weight >= 0 })
      } catch let error as StartFileError {
        expectOneSentence("\(error)")
      }
    }
  }

  @Test(arguments: FuzzSeed.usual(3))
  func `to the reader of sessions is read or refused`(seed: UInt64) throws {
    let data = try DataSource("iris").load()
    let start = GaussianMixture.start(
      means: [Point(x: 2, y: 0.5), Point(x: 5, y: 1.5)], over: data.points)
    let good = try SessionFile(
      data: "iris", columns: ["a", "b"], labelColumn: "species", points: 150, lesson: nil,
      settings: SessionFile.Settings(
        model: "em", covariance: "full", components: 2, start: "random-points", seed: 1,
        tolerance: 1e-10, iterations: 100, given: StartParameters(start), observeLabels: 0.1),
      size: [80, 24], events: ["Space"],
      outcome: SessionFile.Outcome(model: "em", iteration: 1, objective: -1, centres: [[1, 2]])
    ).text()
    var mutation = Mutation(seed: seed)
    for _ in 0..<FuzzBudget.rounds(500) {
      do {
        let session = try SessionFile(mutation.change(Array(good.utf8)), named: "x")
        _ = try session.recipe(over: data, file: "x")
      } catch let error as SessionError {
        expectOneSentence("\(error)")
      }
    }
  }

  private func expectOneSentence(_ text: String) {
    #expect(!text.isEmpty)
    #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }, "\(text)")
  }
}
