import Foundation
import TestSupport
import Testing

@testable import emscope

@Suite(.waiting) struct `The README` {
  @Test(arguments: ManualTable.all.map(\.name))
  func `has each of the program's tables as it is`(name: String) throws {
    let outcome = try emscope("manual", "--table", name)
    #expect(outcome.status == 0, "\(outcome.error)")
    let marked = "<!-- table: \(name) -->\n\(outcome.output)<!-- end -->\n"
    #expect(
      try Project.text("README.md").components(separatedBy: marked).count == 2,
      ".ci/tables writes it again")
  }

  @Test func `has no table that the program doesn't have`() throws {
    let marks = try Project.text("README.md").matches(of: /<!-- table: (.*) -->/).map {
      String($0.1)
    }
    #expect(marks == ManualTable.all.map(\.name))
  }

  @Test func `explains every key of a fit's JSON, and no other`() throws {
    let weighted = try temporaryFile("weighted.csv", "x,y,w\n1,2,1\n3,4,2\n2,1,1\n5,6,1\n0,1,2\n")
    let fits = [
      "old-faithful -k 3 --certify --assignments --responsibilities --trace",
      "\(weighted) --weight-column w -k 1", "old-faithful --model k-means --standardize",
      "iris --hold-out 0.2 --variance-floor 0.001 --start small-em --observe-labels 0.1",
      "old-faithful --prior default", "old-faithful --start stacked", "outliers --start outlier",
      "old-faithful --restarts 2 --algorithm squarem", "coins", "crossing-lines --model lines",
    ]
    var keys: Set<String> = []
    for fit in fits {
      let words = fit.split(separator: " ").map(String.init)
      let outcome = try emscope(["fit"] + words + ["--format", "json"])
      #expect(outcome.status == 0, "\(fit): \(outcome.error)")
      keys.formUnion(
        outcome.output.split(separator: "\n").compactMap {
          $0.firstMatch(of: #/^  "([a-zA-Z_]+)": /#).map { String($0.1) }
        })
    }
    let readme = try Project.text("README.md")
    for key in keys { #expect(readme.contains("`\(key)`"), "\(key) is explained nowhere") }
    let explained = try Project.firstColumn(ofTable: "| key | value |").joined()
      .matches(of: /`([a-zA-Z_]+)`/).map { String($0.1) }
    #expect(explained.count > 30)
    #expect(Set(explained).subtracting(keys).isEmpty)
  }

  @Test func `names the keys of lessons that there are`() throws {
    func names(_ head: String) throws -> Set<String> {
      Set(
        try Project.firstColumn(ofTable: head).flatMap { $0.components(separatedBy: ", ") }
          .filter { $0 != "…" })
    }
    #expect(try names("| key of a step | what it says |") == Set(LessonReader.stepKeys))
    let top = try names("| key at the top | what it says |")
    #expect(top.count > 20)
    #expect(top.subtracting(LessonReader.topKeys).isEmpty)
  }
}
