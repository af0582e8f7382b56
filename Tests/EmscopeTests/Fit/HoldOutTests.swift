import Foundation
import Testing

struct HoldOutTests {
  struct Comparison: Decodable {
    struct Choice: Decodable {
      var components: Int
      var logLikelihood: Double?
      var distortion: Double?
      var heldOut: Double?
      var notFoundYet: Bool
    }
    var points: Int
    var heldOutPoints: Int?
    var folds: Int?
    var choices: [Choice]
  }

  func comparison(_ line: String) throws -> Comparison {
    let words = line.split(separator: " ").map(String.init)
    let outcome = try emscope(["fit"] + words + ["--format", "json"])
    #expect(outcome.status == 0, "\(outcome.error)")
    return try JSONDecoder().decode(Comparison.self, from: Data(outcome.output.utf8))
  }

  @Test func `folds judge each K, and the fits are of all points`() throws {
    let found = try comparison("old-faithful -k 1..2 --folds 5 --restarts 5")
    #expect(found.folds == 5 && found.points == 272 && found.heldOutPoints == nil)
    let (one, two) = (found.choices[0], found.choices[1])
    #expect(abs(try #require(one.heldOut) + 4.754759) < 1e-5)
    #expect(abs(try #require(two.heldOut) + 4.206585) < 1e-5)
    #expect(abs(try #require(two.logLikelihood) + 1130.263960) < 1e-5)
  }

  @Test func `a share is held out of every K, and the fits are of the rest`() throws {
    let found = try comparison("old-faithful -k 1..2 --hold-out 0.2 --restarts 5")
    #expect(found.points == 218 && found.heldOutPoints == 54)
    #expect(found.choices.allSatisfy { ($0.logLikelihood ?? 0) > -1100 && $0.heldOut ?? 0 < -4 })
    let plain = try comparison("old-faithful -k 1..2 --restarts 5")
    #expect(plain.heldOutPoints == nil && plain.choices.allSatisfy { $0.heldOut == nil })
    let hard = try comparison(
      "old-faithful -k 1..2 --model k-means --hold-out 0.2 --restarts 5")
    #expect(hard.choices.allSatisfy { ($0.heldOut ?? 0) > 0 && $0.distortion != nil })
  }

  @Test func `one fit is judged by the same points whatever its seed`() throws {
    struct One: Decodable { var heldOut: Double, heldOutPoints: Int, logLikelihood: [Double] }
    let fits = try [1, 2].map { seed in
      let outcome = try emscope(
        "fit", "-k", "2", "--hold-out", "0.2", "--seed", "\(seed)", "--format", "json")
      return try JSONDecoder().decode(One.self, from: Data(outcome.output.utf8))
    }
    #expect(fits[0].heldOutPoints == 54 && abs(fits[0].heldOut - fits[1].heldOut) < 1e-6)
    let text = try emscope("fit", "-k", "2", "--hold-out", "0.2").output
    #expect(text.contains("218 points and 54 held out"))
    #expect(text.contains("over the points that were held out."))
  }

  @Test func `a K whose best fit is below that of fewer is named`() throws {
    let found = try comparison("penguins -k 1..6 --restarts 1")
    let table = try emscope(
      "fit", "penguins", "-k", "1..6", "--restarts", "1"
    ).output
    let missing = found.choices.filter(\.notFoundYet)
    #expect(!missing.isEmpty)
    for choice in missing {
      #expect(table.contains("K=\(choice.components)"))
    }
    #expect(table.contains("not found yet") && table.contains("give more --restarts."))
  }

  @Test func `the table for programs has what was held out and what was not found`() throws {
    let csv = try emscope(
      "fit", "-k", "1..2", "--hold-out", "0.2", "--restarts", "2", "--format", "csv"
    ).output
    #expect(csv.split(separator: "\n")[0].hasSuffix("collapsed,not_found_yet,held_out,flaw"))
  }

  @Test(arguments: [
    ("fit --hold-out 0", "give a share of the points between 0 and 1"),
    ("fit --hold-out 1", "give a share of the points between 0 and 1"),
    ("explore --hold-out -0.2", "give a share of the points between 0 and 1"),
    ("fit -k 1..3 --hold-out 0.2 --folds 5", "Give either --hold-out or --folds"),
    ("fit -k 1..3 --folds 1", "give 2 or more"), ("fit -k 3 --folds 5", "give a range such as"),
  ])
  func `what makes no sense is refused`(line: String, sentence: String) throws {
    let outcome = try emscope(line.split(separator: " ").map(String.init))
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.error.contains(sentence), "\(outcome.error)")
  }

  @Test(arguments: [
    ("fit old-faithful -k 250 --hold-out 0.2", "218 besides the 54 held out"),
    ("fit old-faithful -k 1..250 --folds 5", "the 217 points that 5 folds leave"),
    ("fit old-faithful -k 1..2 --folds 300", "272 points cannot make 300 folds"),
    ("render old-faithful -k 250 --hold-out 0.9", "250 components don't fit"),
  ])
  func `what the points do not allow is refused`(line: String, sentence: String) throws {
    let outcome = try emscope(line.split(separator: " ").map(String.init))
    #expect(outcome.status == 1 && outcome.output.isEmpty)
    #expect(outcome.error.contains(sentence), "\(outcome.error)")
  }
}
