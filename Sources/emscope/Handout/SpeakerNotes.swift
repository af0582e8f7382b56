import Explorer
import MixtureData
import TerminalCanvas

/// What a speaker has beside the screen while a lesson is given: text, in lines of 80 columns.
struct SpeakerNotes {
  /// What it is called, and what it is about.
  var heading: (title: String, summary: String)
  /// The lessons, in order.
  var parts: [Handout.Part]

  /// How many columns a line has at most.
  private static let width = 80

  /// The notes.
  var text: String {
    var lines = Self.lines(of: heading.title) + Self.lines(of: heading.summary)
    for (index, part) in parts.enumerated() {
      let lesson = part.scenes.lesson
      if let title = part.title {
        lines += [""] + Self.lines(of: "=== part \(index + 1) of \(parts.count): \(title)")
        lines += Self.lines(of: "\(lesson.title) (\(lesson.name)): \(lesson.summary)")
      }
      lines += Self.entry("Notes", lesson.notes)
      for scene in part.scenes.scenes { lines += Self.lines(of: scene, among: part.scenes) }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// A text from the left edge on.
  private static func lines(of text: String) -> [String] { text.printable.wrapped(to: width) }

  private static func lines(of scene: LessonScenes.Scene, among all: LessonScenes) -> [String] {
    let keys = scene.step.keys.map(\.name).joined(separator: " ")
    let first = scene.question?.picture ?? scene.picture
    return ["", "--- \(scene.number) of \(all.scenes.count)"]
      + entry("Screen", onScreen(first))
      + entry("Question", scene.question?.text)
      + choices(of: scene.answer)
      + entry("Answer", scene.answer?.right)
      + entry("Keys", keys.isEmpty ? nil : keys)
      + entry("Then", scene.question == nil ? nil : onScreen(scene.picture))
      + entry("Says", scene.caption)
      + entry("Notes", scene.step.notes)
  }

  /// What can be chosen, a line each.
  private static func choices(of answer: LessonScenes.Answer?) -> [String] {
    guard case .choice(let texts, _) = answer else { return [] }
    return texts.enumerated().flatMap { entry($0 == 0 ? "Choices" : " ", "\($0 + 1). \($1)") }
  }

  /// What is on the screen, shortly: what it is of, and what was done and comes next.
  private static func onScreen(_ picture: LessonScenes.Picture) -> String {
    let line = picture.caption.description.split(separator: "\n").first.map(String.init) ?? ""
    return "\(picture.caption.title); \(line)"
  }

  /// A text under its name, indented; nothing where there is none.
  private static func entry(_ name: String, _ text: String?) -> [String] {
    guard let text, !text.isEmpty else { return [] }
    let indent = 10
    return text.split(whereSeparator: \.isNewline).flatMap {
      String($0).printable.wrapped(to: width - indent)
    }
    .enumerated().map { index, line in
      (index == 0 && name != " " ? "\(name):" : "").fitted(to: indent) + line
    }
  }
}
