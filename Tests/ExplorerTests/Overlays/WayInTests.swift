import TerminalCanvas
import Testing

@testable import Explorer

/// How many keys it takes from the start to whatever can be done.
@Suite struct `The way in` {
  /// A way to something.
  private struct Way: CustomStringConvertible {
    var keys: [Key]
    var entry: HelpEntry
    var description: String {
      "\(keys.map(\.name).joined(separator: " ")) (\(keys.count)): \(entry.heading), \(entry.help)"
    }
  }

  /// The shortest way through the finder: `:`, the beginning of one of its words, down to it, Enter.
  private func way(to entry: HelpEntry, finding: (String) -> [HelpEntry]) -> Way {
    let words = Set(entry.help.lowercased().split { !$0.isLetter && !$0.isNumber })
    let queries = Set(words.flatMap { word in (1...min(5, word.count)).map { word.prefix($0) } })
    let ways = queries.compactMap { query -> [Key]? in
      let row = finding(String(query)).firstIndex {
        $0.heading == entry.heading && $0.help == entry.help
      }
      guard let row else { return nil }
      return [.character(":")] + query.map { .character($0) }
        + [Key](repeating: .down, count: row) + [.enter]
    }
    let shortest = ways.min { ($0.count, $0.description) < ($1.count, $1.description) }
    return Way(keys: shortest ?? [], entry: entry)
  }

  @Test func `is at most twelve keys long, whatever is looked for`() throws {
    let state = try AppState.labelledClouds()
    let entries = HelpEntry.all(of: state)
    // What moves in a list is no end in itself.
    let ends = entries.filter { ![Keymap.overlay.title, Help.keys.title].contains($0.heading) }
    #expect(ends.count > 150)
    var found: [String: [HelpEntry]] = [:]
    let ways = ends.map { entry in
      way(to: entry) { query in
        if let known = found[query] { return known }
        let answer = HelpEntry.search(entries, for: query)
        found[query] = answer
        return answer
      }
    }
    for way in ways where way.keys.isEmpty || way.keys.count > 12 { Issue.record("\(way)") }
    let longest = try #require(ways.max { $0.keys.count < $1.keys.count })
    // The keys do lead there: what the way chooses is what was looked for.
    var there = state
    for key in longest.keys.dropLast() { _ = there.handle(.key(key)) }
    let frame = there.frame().text
    #expect(frame.contains("▸ \(longest.entry.key)"), "\(longest)\n\(frame)")
    print("longest way in: \(longest)")
  }
}
