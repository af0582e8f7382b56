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
}
