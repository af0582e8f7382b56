import Foundation
import Testing

@Suite struct `The article about adding a model` {
  /// The files that it quotes, from the top of the package.
  private static let sources = [
    "Tests/Consumer/Sources/OwnModel/Exponentials.swift",
    "Tests/Consumer/Sources/OwnModel/main.swift",
    "Sources/MixtureEngine/Models/LineMixture.swift",
    "Sources/MixtureEngine/Models/ModelKind.swift",
  ]

  @Test func `quotes its files to the letter`() throws {
    let top = URL(filePath: #filePath)
      .appending(path: "../../../..", directoryHint: .isDirectory).standardizedFileURL
    func text(_ path: String) throws -> String {
      try String(contentsOf: top.appending(path: path), encoding: .utf8)
    }
    let article = try text("Sources/MixtureEngine/MixtureEngine.docc/AddingAModel.md")
    let sources = try Self.sources.map { "\n" + (try text($0)) }
    var quotes = article.components(separatedBy: "```swift").dropFirst()
      .compactMap { $0.components(separatedBy: "```\n").first }
    #expect(quotes.count >= 10)
    for source in sources {
      #expect(quotes.contains(where: source.contains), "a file that is no longer quoted")
      quotes.removeAll(where: source.contains)
    }
    #expect(quotes.isEmpty, "these lines stand in no file: \(quotes)")
  }
}
