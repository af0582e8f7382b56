import Foundation
import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import Explorer

/// On a screen of 80×24 nothing that is said is cut.
@Suite struct `Law: no sentence is cut` {
  /// The models, each over data that it is for.
  private static let models = ["em", "k-means", "dial", "student-t", "coins", "line"]

  private func start(
    _ name: String, components: Int, size: Size = Size(width: 80, height: 24)
  ) throws -> AppState {
    if name == "coins" { return try .coins(size: size) }
    if name == "line" { return try .onALine(RunRecipe(components: components), size: size) }
    let kind = try #require(ModelKind.named(name))
    return try .clouds(
      RunRecipe(
        kind: kind, structure: kind.structures.first ?? .full, components: components, seed: 7),
      size: size)
  }

  private static let views = [
    "1", "2", "3", "4", "4 Tab", "8", "8 Space", "9", "V J", "V l", "V s", "f", "f f", "f f f",
  ]

  @Test(arguments: zip(models, [3, 2, 2, 3, 2, 2]))
  func `in any view, by an ellipsis or at the border`(name: String, components: Int) async throws {
    for (number, view) in Self.views.enumerated() {
      // Each view at the two half-steps and before the first, turn about.
      let moment = ["", "Space", "e"][(number + components) % 3]
      let state = try await start(name, components: components).after("\(moment) \(view)")
      var known: Set<String>?
      for y in 0..<24 {
        let row = state.row(y)
        let isCut = row.firstMatch(of: /\p{L}…(?= |$)/) != nil
        #expect(!isCut, "\(name) K=\(components) \(moment) \(view): \(row)")
        // A word at the very border is a whole one.
        guard y < 22, DisplayWidth.of(row) == 80, let last = row.split(separator: " ").last,
          last.wholeMatch(of: /\p{L}{2,}/) != nil
        else { continue }
        if known == nil {
          let wide = try await start(
            name, components: components, size: Size(width: 110, height: 30)
          ).after("\(moment) \(view)")
          known = Set(words(of: wide) + words(of: state, inside: true))
        }
        #expect(known?.contains(String(last)) ?? false, "\(name) \(moment) \(view): \(row)")
      }
    }
  }

  private func words(of state: AppState, inside: Bool = false) -> [String] {
    state.frame().text.split(separator: "\n").flatMap { row in
      row.split(separator: " ").dropLast(inside ? 1 : 0).map {
        $0.trimmingCharacters(in: .init(charactersIn: ".,:;()"))
      }
    }
  }

  @Test(arguments: models, [2, 3, 5])
  func `in the update and its slopes: one that begins goes on to its end`(
    name: String, components: Int
  ) async throws {
    for (moment, view) in [("Space", "4"), ("e", "4 Tab")] {
      func pane(_ height: Int) async throws -> [String] {
        let state = try await start(
          name, components: components, size: Size(width: 80, height: height)
        ).after("\(moment) \(view)")
        return (1..<(height - 3)).map { String(state.row($0).dropFirst(42)) }
      }
      let (short, tall) = (try await pane(24), try await pane(70))
      for (line, next) in zip(tall, tall.dropFirst()) {
        guard let word = next.split(separator: " ").first, next.first != " ",
          line.contains(#/\p{L}{2,} /#), line.first != " ",
          DisplayWidth.of(line) + 1 + DisplayWidth.of(word) > 38,
          let row = short.firstIndex(of: line)
        else { continue }
        #expect(
          row + 1 < short.count && short[row + 1] == next,
          "\(name) K=\(components) \(moment) \(view): \(line)")
      }
      if view == "4 Tab" {
        let sentences = short.filter { $0.contains(/\p{L}{2,} \p{L}{2,} \p{L}{2,}/) }
        if let last = sentences.last, let row = short.lastIndex(of: last) {
          let end = short[row...].last { $0.contains(/\p{L}|\d/) } ?? last
          let isWhole = end.hasSuffix(".") || end == "no q yet: the E-step makes it"
          #expect(isWhole || !last.contains("At the"), "\(name) K=\(components): \(end)")
        }
      }
    }
  }

  @Test(arguments: FuzzSeed.usual(1, 2, 3, 4))
  func `in what keys answer`(seed: UInt64) async throws {
    var long: [String: String] = [:]
    for round in 0..<FuzzBudget.rounds(3) {
      var walk = try RandomWalk(seed: seed &* 1_000_037 &+ UInt64(round))
      for _ in 0..<25 {
        await walk.go()
        guard let text = walk.exploration.app.notice?.text else { continue }
        let first = text.split(separator: "; ").first ?? ""
        if DisplayWidth.of(first) > 80 {
          long[String(first)] = "seed \(seed) round \(round): \(walk.trail)"
        }
      }
    }
    #expect(
      long.isEmpty, "\(long.map { "\($0.key)\n  after \($0.value)" }.joined(separator: "\n"))")
  }

  @Test func `in the line of status: a clause that has no room is left out`() async throws {
    let state = try await AppState.clouds().after("Space %")
    #expect(state.shows("are held out") && !state.row(22).contains("…"))
    #expect(state.row(22).hasSuffix("neither E nor M sees them"))
  }
}
