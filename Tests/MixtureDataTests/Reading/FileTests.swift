import Foundation
import MixtureData
import Testing

struct FileTests {
  let folder = FileManager.default.temporaryDirectory.appending(path: "emscope-\(UUID())")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  @Test func `a file is called as it was typed`() throws {
    let path = folder.appending(path: "my points.csv").path
    try Data("x,y\n1,2\n".utf8).write(to: URL(filePath: path))
    let dataSet = try DataSource(path).load()
    #expect(dataSet.name == path.harmless)
    #expect(dataSet.points.count == 1)
  }

  @Test func `a folder is refused`() {
    #expect(throws: DataError.folder(path: folder.path.harmless)) {
      try DataSource(folder.path).load()
    }
  }

  @Test func `a missing file is refused, and a mistyped name corrected`() {
    #expect(throws: DataError.unknown(name: "old-faitful", nearest: "old-faithful")) {
      try DataSource("old-faitful").load()
    }
    #expect(throws: DataError.unknown(name: "nothing-like-it.csv", nearest: nil)) {
      try DataSource("nothing-like-it.csv").load()
    }
  }

  @Test func `progress runs from nought to one and can end the reading`() throws {
    let text = "x,y\n" + String(repeating: "1,2\n3,4\n", count: 60_000)
    var fractions: [Double] = []
    let reader = TableReader()
    _ = try reader.read(Array(text.utf8), named: "large") { fractions.append($0) }
    #expect(fractions.count >= 5)
    #expect(fractions == fractions.sorted())
    #expect(fractions.last == 1)
    #expect(throws: CancellationError.self) {
      try reader.read(Array(text.utf8), named: "large") { _ in throw CancellationError() }
    }
  }
}
