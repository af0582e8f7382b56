import Foundation
import Testing

@testable import MixtureData

@Suite struct `A document` {
  private static let all: [Document] = [.configuration, .lesson, .session, .start]

  @Test func `that can't be read is called what it is`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "emscope-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for document in Self.all {
      for path in ["/no/such/file", "/dev/null/file", folder.path, "/dev/zero"] {
        let error = try #require(throws: DocumentError.self) {
          try Document(name: document.name, maximumSize: 1 << 20).read(path)
        }
        #expect(error.description.contains(document.name))
        #expect(error.description.contains(path.harmless))
        #expect(!error.description.contains("points") && !error.description.contains("data set"))
      }
    }
  }

  @Test func `with more bytes than any has is refused before it is read`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "emscope-\(UUID())")
    defer { try? FileManager.default.removeItem(at: file) }
    #expect(FileManager.default.createFile(atPath: file.path, contents: nil))
    #expect(truncate(file.path, 3 << 30) == 0)
    for document in Self.all {
      let error = try #require(throws: DocumentError.self) { try document.read(file.path) }
      #expect(error.description.contains("too large for a \(document.name)"))
    }
  }
}
