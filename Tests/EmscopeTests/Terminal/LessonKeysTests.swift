import Foundation
import TestSupport
import Testing

/// A lesson in a real terminal, with the keys of a keyboard and of a presenter's remote.
@Suite(.waiting, .timeLimit(.minutes(10))) struct LessonKeysTests {
  private func lesson() throws -> String {
    try temporaryFile(
      "asks.toml",
      """
      title = "Asks"
      summary = "two questions"
      data = "old-faithful"
      components = 2
      [[step]]
      question = "Where does L go?"
      choices = ["down", "up", "nowhere"]
      answer = 2
      keys = "Space"
      caption = "It never falls."
      [[step]]
      question = "How many components?"
      answer = 2
      tolerance = 0.5
      keys = "Space"
      caption = "Two of them."
      """)
  }

  @Test func `is answered, counted and scored`() async throws {
    let window = try Tmux()
    try await window.open("$E lesson \(lesson())", shows: "1 down")
    try window.press("1")
    try await window.expect("▸ 1 down")
    try window.press("#", "1", "2", "Enter", "3", "#")
    try await window.expect("████ 12")
    try window.press("Space")
    try await window.expect("Not so: it is 2, up. It never falls.")
    try window.press("NPage", "2", ".", "1", "Enter")
    try await window.expect("Your answer: 2.1")
    try window.press("NPage")
    try await window.expect("1 of 2 right")
    try window.press("q")
    try await window.expect("Leave the lesson?")
    try window.press("q")
    try await window.expectEnd(status: 0)
  }

  @Test func `does what a remote asks for`() async throws {
    let window = try Tmux()
    try await window.open("$E lesson \(lesson())", shows: "1 down")
    for key in [".", "b"] {
      try window.press(key)
      try await window.expect("nothing") { $0.allSatisfy(\.isWhitespace) }
      try window.press("NPage")
      try await window.expect("1 down")
    }
    try window.press("NPage")
    try await window.expect("It is 2, up.")
    // The button for a show sends one of these and then the other.
    try window.press("Escape")
    try await window.expect("Leave the lesson?")
    try window.press("F5")
    try await window.expect("space go on")
    try window.press("Escape")
    try await window.expect("Leave the lesson?")
    try window.press("Escape")
    try await window.expect("F5 is back in the lesson")
    try window.press("F5")
    try await window.expect("It is 2, up.")
    try window.press("PPage")
    try await window.expect("Predict: Where does L go?")
    try window.press("q")
    try await window.expectEnd(status: 0)
  }
}
