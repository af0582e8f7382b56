import TerminalCanvas
import Testing

@testable import CursesTerminal

@Suite struct `The question for the background` {
  @Test(arguments: [
    ("rgb:1e1e/1e1e/2e2e", "#1e1e2e"), ("rgb:fd/f6/e3", "#fdf6e3"), ("rgb:f/0/8", "#ff0088"),
    ("rgba:0000/8080/ffff/ffff", "#0080ff"), ("rgb:ffff/ffff/ffff\u{1B}\\", "#ffffff"),
    ("rgb:fff/000/7ff\u{7}", "#ff007f"),
  ])
  func `understands what terminals answer`(text: String, hex: String) {
    #expect(BackgroundQuestion.color(text[...])?.hex == hex)
  }

  @Test(arguments: [
    "", "rgb:", "rgb:1/2", "rgb:1/2/3/4", "rgb:12345/1/1", "rgb://", "rgb:-1/0/0", "rgba:1/2/3",
    "?",
    "#ffffff", "pink", "rgb:g/g/g", "hsl:1/2/3",
  ])
  func `takes nothing else for a colour`(text: String) {
    #expect(BackgroundQuestion.color(text[...]) == nil)
  }

  @Test func `is answered when the terminal has told its attributes`() {
    let now = ContinuousClock.now
    var question = BackgroundQuestion(asked: now)
    question.take("]11;rgb:0/0/0\u{7}")
    #expect(question.background == .rgb(0) && question.isOpen(now))
    question.take("[1;5D")
    #expect(question.isOpen(now + .seconds(1)) && !question.isOpen(now + .seconds(10)))
    question.take("[?62;4c")
    #expect(!question.isOpen(now))
  }

  @Test func `has an answer without a key in it, however a slow line splits it`() {
    let answer = Array("\u{1B}]11;rgb:1e1e/1e1e/2e2e\u{1B}\\\u{1B}[?62;4c".unicodeScalars)
    // An Escape that begins an answer is waited for where it is read.
    let begun = [1, answer.count - 7]
    for first in 1..<answer.count - 1 where !begun.contains(first) {
      for second in first + 1..<answer.count where !begun.contains(second) {
        var reader = InputReader()
        let now = ContinuousClock.now
        reader.question = BackgroundQuestion(asked: now)
        reader.notice(now)
        for (number, scalar) in answer.enumerated() {
          if number == first { reader.notice(now + .milliseconds(400)) }
          if number == second { reader.notice(now + .milliseconds(900)) }
          #expect(reader.take(scalar.value, isCode: false) == [], "\(first), \(second)")
        }
        #expect(reader.question?.background?.hex == "#1e1e2e")
        #expect(reader.question?.isAnswered == true)
      }
    }
  }
}
