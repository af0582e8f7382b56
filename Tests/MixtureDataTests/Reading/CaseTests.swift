import Foundation
import MixtureData
import MixtureEngine
import Testing

/// Small files in shapes that people's files have, each with its right answer.
///
/// Names, points, mean and scatter in `manifest.jsonl` were worked out by hand and by a program that
/// knows nothing of this reader. Where several readings are right, any of them is.
@Suite struct `Files in the shapes that people have` {
  struct Case: Decodable, CustomTestStringConvertible {
    var file: String
    var columns: String?
    var args: [[String]]?
    var any: [Answer]?
    var expect: Reading?
    var refuse: [Words]?
    var never: [String]?

    var testDescription: String {
      [file, columns, args?.first?.joined(separator: " ")].compactMap(\.self).joined(separator: " ")
    }

    var answers: [Answer] { any ?? [Answer(expect: expect, refuse: refuse, never: never)] }
  }

  struct Answer: Decodable {
    var expect: Reading?
    var refuse: [Words]?
    var never: [String]?
  }

  struct Reading: Decodable {
    var points: Int
    var skipped: Words
    var names: [Words?]?
    var notNames: [String]?
    var first: [Double]
    var last: [Double]
    var mean: [Double]
    var scatter: [Double]
    var say: [Words]?
  }

  /// One word or number, or several of which one has to do.
  struct Words: Decodable {
    var any: [String]

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let word = try? container.decode(String.self) {
        any = [word]
      } else if let number = try? container.decode(Int.self) {
        any = ["\(number)"]
      } else if let numbers = try? container.decode([Int].self) {
        any = numbers.map { "\($0)" }
      } else {
        any = try container.decode([String].self)
      }
    }

    func isIn(_ text: String) -> Bool {
      any.contains { text.localizedCaseInsensitiveContains($0.replacing("lines ", with: "line")) }
        || any.contains { text.localizedCaseInsensitiveContains($0) }
    }
  }

  static let folder = Bundle.module.resourceURL?.appending(path: "Cases")

  static let cases: [Case] = {
    guard let url = folder?.appending(path: "manifest.jsonl"),
      let text = try? String(contentsOf: url, encoding: .utf8)
    else { return [] }
    return text.split(separator: "\n").compactMap {
      try? JSONDecoder().decode(Case.self, from: Data($0.utf8))
    }
  }()

  @Test func `are all here`() { #expect(Self.cases.count == 161) }

  @Test(arguments: cases)
  func `are read as they are meant`(_ file: Case) throws {
    let url = try #require(Self.folder?.appending(path: "files/\(file.file)"))
    let bytes = [UInt8](try Data(contentsOf: url))
    var wrong: [String] = []
    for arguments in file.args ?? [[]] {
      var options = try #require(Self.options(arguments))
      options.columns = try file.columns.map { try ColumnChoice($0) }
      let reading = Result { try TableReader(options).read(bytes, named: file.file) }
      wrong = file.answers.map { Self.problem($0, reading) }
      if wrong.contains("") { return }
    }
    Issue.record("\(file.testDescription): \(wrong.joined(separator: "; or "))")
  }

  /// `--gap=-9999` is one word of a command line and two of ours.
  private static func options(_ arguments: [String]) -> ReadingOptions? {
    ReadingOptions(
      arguments: arguments.flatMap { word in
        word.hasPrefix("--") ? word.split(separator: "=", maxSplits: 1).map(String.init) : [word]
      })
  }

  /// What is wrong with a reading; nothing if it is right.
  private static func problem(_ answer: Answer, _ reading: Result<DataSet, any Error>) -> String {
    switch (reading, answer.expect) {
    case (.success(let data), let right?): return problem(right, data)
    case (.success(let data), nil): return "read \(data.points.count) points"
    case (.failure(let error), let right?) where right.points > 0: return "refused: \(error)"
    case (.failure(let error), _):
      let text = "\(error)"
      let missing = (answer.refuse ?? []).filter { !$0.isIn(text) }.map { "\($0.any)" }
      let said = (answer.never ?? []).filter { text.localizedCaseInsensitiveContains($0) }
      return missing.isEmpty && said.isEmpty ? "" : "\(text) lacks \(missing) or has \(said)"
    }
  }

  private static func problem(_ right: Reading, _ data: DataSet) -> String {
    var wrong: [String] = []
    let points = data.points.points
    if points.count != right.points { wrong.append("\(points.count) points") }
    if !right.skipped.any.contains("\(data.skippedRows)") {
      wrong.append("\(data.skippedRows) rows left out")
    }
    for (name, allowed) in zip([data.xName, data.yName], right.names ?? []) {
      if let allowed, !allowed.any.contains(name) { wrong.append("a column \(name)") }
    }
    if right.notNames?.contains(where: [data.xName, data.yName].contains) ?? false {
      wrong.append("columns \(data.xName), \(data.yName)")
    }
    if let first = points.first, let last = points.last,
      [first.x, first.y] != right.first || [last.x, last.y] != right.last
    {
      wrong.append("from \(first) to \(last)")
    }
    let count = Double(max(points.count, 1))
    let mean = [points.reduce(0) { $0 + $1.x } / count, points.reduce(0) { $0 + $1.y } / count]
    if zip(mean, right.mean).contains(where: { abs($0 - $1) > 1e-9 * max(abs($1), 1e-6) }) {
      wrong.append("mean \(mean)")
    }
    let scatter = [
      points.reduce(0) { $0 + ($1.x - mean[0]) * ($1.x - mean[0]) } / count,
      points.reduce(0) { $0 + ($1.x - mean[0]) * ($1.y - mean[1]) } / count,
      points.reduce(0) { $0 + ($1.y - mean[1]) * ($1.y - mean[1]) } / count,
    ]
    let scale = [
      right.scatter[0], (right.scatter[0] * right.scatter[2]).squareRoot(), right.scatter[2],
    ]
    if zip(zip(scatter, right.scatter), scale).contains(where: { abs($0.0 - $0.1) > 1e-6 * $1 }) {
      wrong.append("scatter \(scatter)")
    }
    let notes = data.notes.joined(separator: "\n")
    for words in right.say ?? [] where !words.isIn(notes) { wrong.append("not told: \(words.any)") }
    return wrong.joined(separator: ", ")
  }
}
