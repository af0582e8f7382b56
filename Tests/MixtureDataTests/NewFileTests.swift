import Foundation
import Testing

@testable import MixtureData

@Suite struct `A new file` {
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "emscope-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  @Test func `is written whole, and nothing else is left`() throws {
    try inFolder { folder in
      try NewFile.write("one\n", to: folder + "/a.txt")
      #expect(try String(contentsOfFile: folder + "/a.txt", encoding: .utf8) == "one\n")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.txt"])
    }
  }

  @Test func `never takes the place of one that is there`() throws {
    try inFolder { folder in
      try NewFile.write("one\n", to: folder + "/a.txt")
      #expect(throws: NewFileError.self) { try NewFile.write("two\n", to: folder + "/a.txt") }
      #expect(try String(contentsOfFile: folder + "/a.txt", encoding: .utf8) == "one\n")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.txt"])
    }
  }

  @Test func `gets the first free name`() throws {
    try inFolder { folder in
      let names = try (0..<3).map { _ in
        try NewFile.write("x", stem: folder + "/run", ending: "svg")
      }
      #expect(names == ["run", "run-2", "run-3"].map { "\(folder)/\($0).svg" })
    }
  }

  @Test func `in a folder that isn't there is a sentence`() {
    #expect(throws: NewFileError.self) { try NewFile.write("x", to: "/no/such/folder/a.txt") }
  }
}
