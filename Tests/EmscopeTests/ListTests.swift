import Foundation
import MixtureEngine
import Testing

@testable import Explorer

/// A value that is written but not in its list is one that nobody can reach.
@Suite struct `A list of values` {
  private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Sources").standardized

  /// The names of the static values of a type that the sources declare in an extension of it.
  private func declared(_ type: String, below folder: String) throws -> Set<String> {
    let files = FileManager.default.enumerator(
      at: Self.sources.appending(path: folder), includingPropertiesForKeys: nil)
    var names: Set<String> = []
    for case let file as URL in try #require(files) where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: try Regex("static let (\\w+)(?:: \\w+)? = \(type)\\(")) {
        names.insert(String(match[1].substring ?? ""))
      }
    }
    return names
  }

  @Test func `has every view`() throws {
    #expect(try declared("View", below: "Explorer").count == View.all.count)
  }

  @Test func `has every kind of model`() throws {
    #expect(try declared("ModelKind", below: "MixtureEngine").count == ModelKind.known.count)
  }

  @Test func `has every starting rule`() throws {
    #expect(try declared("StartingRule", below: "MixtureEngine").count == StartingRule.all.count)
  }
}
