import Foundation
import MixtureData
import Testing

struct DatasetsTests {
  @Test func `every data set has a line that fits on 80 columns`() throws {
    let lines = try emscope("datasets").output.split(separator: "\n")
    #expect(lines.count == 1 + BuiltInDataSet.all.count)
    #expect(lines[1].hasPrefix("old-faithful         272  2  "))
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  @Test func `the synthetic files are written byte for byte`() throws {
    let folder = try temporaryFolder()
    let outcome = try emscope("datasets", "--write", folder.path)
    #expect(outcome.status == 0)
    #expect(outcome.output.split(separator: "\n").count == Recipe.all.count)
    let repository = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      #expect(
        try Data(contentsOf: folder.appending(path: name))
          == Data(contentsOf: repository.appending(path: "Datasets").appending(path: name)))
    }
  }

  @Test func `a file that is there already stays, and is refused unless it is the same`() throws {
    let folder = try temporaryFolder()
    let names = Recipe.all.map { $0.name + ".csv" }
    let mine = folder.appending(path: names[1])
    try Data("mine".utf8).write(to: mine)
    let refused = try emscope("datasets", "--write", folder.path)
    #expect(refused.status == 1 && refused.output.isEmpty)
    #expect(refused.error.contains("is there already, and is another file"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [names[1]])
    #expect(try String(contentsOf: mine, encoding: .utf8) == "mine")
    try FileManager.default.removeItem(at: mine)
    #expect(try emscope("datasets", "--write", folder.path).status == 0)
    let again = try emscope("datasets", "--write", folder.path)
    #expect(again.status == 0)
    #expect(
      again.output.split(separator: "\n").allSatisfy { $0.hasSuffix(": there already, the same") })
  }

  @Test func `the true reason is said, and nothing half is left`() throws {
    let missing = try emscope("datasets", "--write", "no-such-folder")
    #expect(missing.error.hasSuffix(".csv: No such file or directory.\n"))
    let folder = try temporaryFolder()
    let line = "ulimit -f 1; '\(try Program.url.get().path)' datasets --write ."
    let full = try run(URL(filePath: "/bin/sh"), ["-c", line], in: folder)
    #expect(full.status == 1)
    #expect(full.error.hasSuffix(".csv: File too large.\n"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }
}
