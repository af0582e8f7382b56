import Foundation
import Synchronization
import Testing

@testable import MixtureData

@Suite struct `A new file` {
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "emscope-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test func `is written whole, and nothing else is left`() throws {
    try inFolder { folder in
      try NewFile.write("one\n", to: folder + "/a.txt")
      #expect(try String(contentsOfFile: folder + "/a.txt", encoding: .utf8) == "one\n")
      #expect(try names(in: folder) == ["a.txt"])
    }
  }

  @Test func `never takes the place of one that is there`() throws {
    try inFolder { folder in
      try NewFile.write("one\n", to: folder + "/a.txt")
      #expect(throws: NewFileError.self) { try NewFile.write("two\n", to: folder + "/a.txt") }
      #expect(try String(contentsOfFile: folder + "/a.txt", encoding: .utf8) == "one\n")
      #expect(try names(in: folder) == ["a.txt"])
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

  @Test func `gets a name of its own, however many are saved at once`() throws {
    try inFolder { folder throws in
      let saved = Mutex<[String: String]>([:])
      let threads = (0..<40).map { number in
        Thread {
          let text = String(repeating: "\(number)\n", count: 1000)
          let name = try? NewFile.write(text, stem: folder + "/run", ending: "svg")
          saved.withLock { $0[name ?? "none of \(number)"] = text }
        }
      }
      for thread in threads { thread.start() }
      while threads.contains(where: { !$0.isFinished }) { usleep(1000) }
      let texts = saved.withLock { $0 }
      #expect(texts.count == 40)
      for (name, text) in texts {
        #expect(try String(contentsOfFile: name, encoding: .utf8) == text)
      }
      #expect(try names(in: folder).count == 40)
    }
  }

  @Test func `passes over a link that leads nowhere, and follows none`() throws {
    try inFolder { folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/run.svg", withDestinationPath: folder + "/elsewhere")
      try Data("mine".utf8).write(to: URL(filePath: folder + "/victim"))
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/run-2.svg", withDestinationPath: folder + "/victim")
      #expect(
        try NewFile.write("x", stem: folder + "/run", ending: "svg") == folder + "/run-3.svg")
      #expect(throws: NewFileError.self) { try NewFile.write("x", to: folder + "/run.svg") }
      #expect(try names(in: folder) == ["run-2.svg", "run-3.svg", "run.svg", "victim"])
      #expect(try String(contentsOfFile: folder + "/victim", encoding: .utf8) == "mine")
    }
  }

  @Test func `is made on file systems that have no links, still over none that is there`() throws {
    try inFolder { folder in
      func save(_ text: String) throws {
        try TemporaryFile(text, beside: folder + "/a").take(folder + "/a") { _, _ in
          errno = EPERM
          return -1
        }
      }
      try save("one")
      #expect(throws: SystemError(code: EEXIST)) { try save("two") }
      #expect(try String(contentsOfFile: folder + "/a", encoding: .utf8) == "one")
      #expect(try names(in: folder) == ["a"])
    }
  }

  @Test func `has the rights that the user's mask leaves`() throws {
    try inFolder { folder in
      try NewFile.write("x", to: folder + "/a.txt")
      try Data().write(to: URL(filePath: folder + "/b.txt"))
      let rights = try ["a", "b"].map {
        try FileManager.default.attributesOfItem(atPath: "\(folder)/\($0).txt")[.posixPermissions]
          as? Int
      }
      #expect(rights[0] == rights[1])
    }
  }

  @Test func `in a folder that isn't there is refused in the system's words`() {
    #expect {
      try NewFile.write("x", stem: "/no/such/a", ending: "txt")
    } throws: {
      "\($0)" == "can't write /no/such/a.txt: No such file or directory."
    }
  }
}
