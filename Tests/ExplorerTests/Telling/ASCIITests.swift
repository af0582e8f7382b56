import TerminalCanvas
import TestSupport
import Testing

@testable import Explorer

@Suite struct `What is written in ASCII alone` {
  /// The words of a text, but for those at which it was cut.
  private func words(_ text: String) -> Set<Substring> {
    Set(text.matches(of: /[A-Za-z]{3,}~?/).map(\.output).filter { $0.last != "~" })
  }

  /// Words that stand for a sign where its spelling has no room.
  private let substitutes: Set<Substring> = [
    "var", "cov", "gain", "deg", "sum", "theta", "arrows", "Left", "Right", "Down",
    // Names of rules stand in a chart where its curve leaves room, and dots take more than letters.
    "Rmixmod", "mclust", "mlpack", "scikit", "learn",
  ]

  /// The frame in letters, spelled afterwards: nothing in it was cut because its spelling is longer.
  private func spelled(_ frame: Frame) -> String {
    frame.text.split(separator: "\n").map { Spelling.ascii.whole($0) }.joined(separator: "\n")
  }

  @Test(arguments: FuzzSeed.usual(415))
  func `has no other character, and no word is cut for its spelling`(seed: UInt64) async throws {
    for round in 0..<UInt64(FuzzBudget.rounds(12)) {
      var walk = try RandomWalk(seed: seed &+ round)
      for _ in 0..<40 {
        await walk.go()
        let letters = walk.exploration
        let ascii = letters.shown(with: Capabilities(unicode: false))
        let frame = ascii.frame()
        #expect(frame.text.utf8.allSatisfy { (0x20..<0x7F).contains($0) || $0 == 0x0A })
        // A list covers what lies below it, and how much depends on its lines.
        guard letters.app.overlay == nil else { continue }
        let cut = words(frame.text).subtracting(words(spelled(letters.frame())))
          .subtracting(substitutes)
        let text = letters.frame().text
        let isCut = frame.text.contains("~") && !text.contains("…") && !text.contains("~")
        if !cut.isEmpty || isCut {
          Issue.record("\(cut) after \(walk.trail):\n\(frame.text)")
          return
        }
      }
    }
  }

  @Test(arguments: FuzzSeed.usual(416))
  func `is whole in menus too`(seed: UInt64) async throws {
    for round in 0..<UInt64(FuzzBudget.rounds(12)) {
      var walk = try RandomWalk(seed: seed &+ round)
      for _ in 0..<40 {
        await walk.go()
        guard let menu = walk.exploration.app.overlay else { continue }
        let app = walk.exploration.app.shown(with: Capabilities(unicode: false))
        let size = Size(width: 80, height: 24)
        let letters = menu.frame(size: menu.size(in: size), theme: app.screen.theme)
        let ascii = app.screen.shown {
          menu.frame(size: menu.size(in: size), theme: app.screen.theme)
        }
        let cut = words(ascii.text).subtracting(words(spelled(letters)))
          .subtracting(substitutes)
        if !cut.isEmpty {
          Issue.record("\(cut) after \(walk.trail):\n\(ascii.text)")
          return
        }
      }
    }
  }

  @Test(arguments: FuzzSeed.usual(417))
  func `is what is told, too, and nothing told is drawn`(seed: UInt64) async throws {
    for round in 0..<UInt64(FuzzBudget.rounds(6)) {
      var walk = try RandomWalk(seed: seed &+ round)
      for _ in 0..<40 {
        await walk.go()
        for unicode in [true, false] {
          let capabilities = Capabilities(unicode: unicode)
          var teller = Teller(walk.exploration.shown(with: capabilities))
          for question in Question.all {
            let answer = try #require(await teller.hear(question.names[0]))
            #expect(!answer.isEmpty, "\(question.names[0]) after \(walk.trail)")
            let isTrue = answer.unicodeScalars.allSatisfy {
              unicode
                ? !(0x2500..<0x2600).contains($0.value) && !(0x2800..<0x2900).contains($0.value)
                  && ($0.value >= 0x20 || $0 == "\n")
                : (0x20..<0x7F).contains($0.value) || $0 == "\n"
            }
            if !isTrue {
              Issue.record("\(question.names[0]) after \(walk.trail):\n\(answer)")
              return
            }
          }
        }
      }
    }
  }
}
