import Explorer
import Foundation
import FoundationXML
import TerminalCanvas
import TestSupport
import Testing

@testable import emscope

@Suite struct `A handout` {
  private static let names = BuiltInLesson.names + BuiltInChain.names

  /// The pages of a lesson, without and with answers.
  private func pages(_ name: String) async throws -> (
    parts: [Handout.Part], plain: String, withAnswers: String
  ) {
    let material = try LessonMaterial(name)
    let (heading, parts) = (try material.heading(), try await material.played())
    return (
      parts, Handout(heading: heading, parts: parts, hasAnswers: false).html,
      Handout(heading: heading, parts: parts, hasAnswers: true).html
    )
  }

  @Test(arguments: names)
  func `has all in it, asks each question once, and keeps the answers for the key`(
    name: String
  ) async throws {
    let (parts, plain, withAnswers) = try await pages(name)
    for page in [plain, withAnswers] {
      let check = PageCheck(page)
      #expect(check.problem == nil)
      // No two elements have one name, and each picture is told.
      #expect(Set(check.ids).count == check.ids.count)
      #expect(check.labels.allSatisfy(check.ids.contains))
      #expect(check.labels.count == 2 * check.count(of: "svg"))
      // Nothing comes from elsewhere, and nothing runs.
      for word in ["http", "//", "src=", "href", "url(", "@import", "<script"] {
        #expect(!page.contains(word), "\(word)")
      }
      #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
    }
    let steps = parts.flatMap(\.scenes.scenes)
    #expect(PageCheck(plain).count(of: "svg") == steps.count)
    for scene in steps {
      let caption = scene.caption.escapedForXML
      if let question = scene.question {
        #expect(plain.ranges(of: ">\(question.text.escapedForXML)<").count == 1)
        #expect(!plain.contains(caption), "\(scene.caption)")
        #expect(withAnswers.contains(caption))
      } else {
        #expect(plain.contains(caption))
      }
    }
    // What to press is for whoever has the key, which is all that the other page adds.
    #expect(!plain.contains("<kbd>"))
    let hasKeys = steps.contains { $0.question != nil && !$0.step.keys.isEmpty }
    #expect(withAnswers.contains("<kbd>") == hasKeys)
    let bodies = [plain, withAnswers].map { $0.components(separatedBy: "<main>\n").last ?? "" }
    let main = try #require(bodies[0].components(separatedBy: "</main>").first)
    #expect(bodies[1].hasPrefix(main + "<section class=\"key\">\n"))
  }

  @Test(arguments: names)
  func `begins a new page after each question, before any picture shows the answer`(
    name: String
  ) async throws {
    let (parts, plain, withAnswers) = try await pages(name)
    #expect(plain.contains(".lesson+.lesson,.next,.key{break-before:page;"))
    let halves = withAnswers.components(separatedBy: "<section class=\"key\">\n")
    try #require(halves.count == 2)
    var revealed = drawings(of: halves[1])[...]
    let lessons = halves[0].components(separatedBy: "<section class=\"lesson\">\n").dropFirst()
    #expect(lessons.count == parts.count)
    for (lesson, part) in zip(lessons, parts) {
      var scenes = part.scenes.scenes[...]
      let sheets = lesson.components(separatedBy: "<article class=\"step next\">\n")
      for (index, sheet) in sheets.enumerated() {
        let isLast = index == sheets.count - 1
        #expect(sheet.contains("<p class=\"turn\">") != isLast)
        let pictures = drawings(of: sheet)
        let steps = scenes.prefix(pictures.count)
        scenes = scenes.dropFirst(pictures.count)
        // Nothing stands behind a question but the end of its page.
        #expect(steps.dropLast().allSatisfy { $0.question == nil })
        guard let step = steps.last, step.question != nil else { continue }
        let first = revealed.popFirst()
        let reveal = try #require(first)
        // Where no key is pressed, the picture stays.
        #expect(step.step.keys.isEmpty || !pictures.contains(reveal), "\(step.number)")
      }
      #expect(scenes.isEmpty)
    }
    #expect(revealed.isEmpty)
  }

  /// The pictures of a part of a page, without what they are called and tell.
  private func drawings(of page: String) -> [String] {
    page.components(separatedBy: "</desc>\n").dropFirst().map {
      $0.components(separatedBy: "</svg>")[0]
    }
  }

  @Test func `shows the picture before the answer, and after it on the next page`() async throws {
    let (_, plain, withAnswers) = try await pages("two-steps")
    let before = "next: E, ask which component each point came from"
    let after = "E: responsibilities of 272 points, F = L; next: M"
    let asked = try #require(plain.range(of: "2 · Predict"))
    let next = try #require(plain.range(of: "<article class=\"step next\">"))
    #expect(plain[asked.upperBound..<next.lowerBound].contains(before))
    #expect(!plain[..<next.lowerBound].contains(after))
    #expect(plain[next.upperBound...].contains(after))
    let key = try #require(withAnswers.range(of: "<h2>Answers</h2>"))
    #expect(withAnswers[key.upperBound...].contains(after))
  }

  @Test func `has boxes to check, room for a number, or the picture, and no answer before the key`()
    async throws
  {
    let material = try LessonMaterial("two-steps")
    let heading = try material.heading()
    for (answer, room, right) in [
      (
        LessonScenes.Answer.choice(["low < high", "the upper right"], right: 1),
        """
        <ul class="choices">
        <li><label><input type="checkbox"/> low &lt; high</label></li>
        <li><label><input type="checkbox"/> the upper right</label></li>
        </ul>

        """, "2. the upper right"
      ),
      (.number("15.8 ± 0.5"), "<p>Your number <span class=\"blank\"></span></p>", "15.8 ± 0.5"),
      (.place("(3.2, 54)"), "<p>Mark the place in the picture.</p>", "(3.2, 54)"),
    ] {
      var parts = try await material.played()
      parts[0].scenes.scenes[1].answer = answer
      let plain = Handout(heading: heading, parts: parts, hasAnswers: false).html
      let key = Handout(heading: heading, parts: parts, hasAnswers: true).html
      #expect(plain.contains(room) && PageCheck(key).problem == nil)
      #expect(!plain.contains(right))
      #expect(key.contains("<p class=\"right\">Right: <strong>\(right)</strong></p>"))
      let notes = SpeakerNotes(heading: heading, parts: parts).text
      #expect(notes.contains("Answer:   \(right)\n"))
      let choices = "Choices:  1. low < high\n          2. the upper right\nAnswer:"
      #expect(notes.contains(choices) == room.contains("choices"))
    }
  }

  @Test func `takes up whatever a lesson says as text`() async throws {
    let text = """
      title = "A < B & \\u001b[2J"
      summary = "\\"quotes\\" ]]> <script>x</script>"
      data = "iris"
      [[step]]
      question = "x > y?"
      caption = '''two
      lines &amp;'''
      """
    let material = try LessonMaterial(temporaryFile("own.toml", text))
    let page = Handout(
      heading: try material.heading(), parts: try await material.played(), hasAnswers: true
    ).html
    #expect(PageCheck(page).problem == nil)
    #expect(page.contains("<h1>A &lt; B &amp; ?[2J</h1>") && !page.contains("<script"))
    #expect(page.contains("two lines &amp;amp;"))
  }

  @Test func `is written to a new file, or to standard output`() throws {
    let file = try temporaryFolder().appending(path: "two-steps.html").path
    let written = try emscope("lesson", "two-steps", "--handout", file)
    let steps = try BuiltInLesson.named("two-steps").steps
    let questions = steps.count { $0.question != nil }
    #expect(
      written.status == 0
        && written.output == "\(file): \(steps.count) steps, \(questions) questions\n")
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let printed = try emscope("lesson", "two-steps", "--handout", "-")
    #expect(printed.status == 0 && printed.output == text)
    let again = try emscope("lesson", "two-steps", "--handout", file, "--answers")
    #expect(again.status == 1 && again.output.isEmpty)
    #expect(again.error.contains("the file is there already; choose another name"))
    #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
    let nowhere = try emscope("lesson", "two-steps", "--handout", "/nowhere/at/all.html")
    #expect(nowhere.status == 1 && nowhere.error.contains("can't write /nowhere/at/all.html"))
  }

  @Test(arguments: [
    (["--handout", "x.html"], "--handout needs a lesson's name or file."),
    (["--notes"], "--notes needs a lesson's name or file."),
    (["bound", "--answers"], "--answers adds the key to a handout: give --handout too."),
    (["bound", "--notes", "--check"], "--check and --notes are two things"),
  ])
  func `is refused where the arguments make no sense`(
    arguments: [String], sentence: String
  ) throws {
    let outcome = try emscope(["lesson"] + arguments)
    #expect(outcome.status == 2 && outcome.error.contains(sentence), "\(outcome.error)")
  }
}

@Suite struct `Speaker's notes` {
  @Test(arguments: BuiltInLesson.names)
  func `have each step with its question, keys and what it says`(name: String) async throws {
    let material = try LessonMaterial(name)
    let parts = try await material.played()
    let text = SpeakerNotes(heading: try material.heading(), parts: parts).text
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for scene in parts[0].scenes.scenes {
      #expect(text.contains("--- \(scene.number) of \(parts[0].scenes.scenes.count)\n"))
      for said in [scene.caption, scene.question?.text].compactMap({ $0 }) {
        let line = said.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains(line))
      }
      let keys = scene.step.keys.map(\.name).joined(separator: " ")
      #expect(keys.isEmpty || words.contains("Keys: \(keys)"))
    }
    #expect(text.split(separator: "\n").allSatisfy { DisplayWidth.of(String($0)) <= 80 })
  }

  @Test func `have what a lesson's file notes, which the screen has not`() async throws {
    let file = try temporaryFile(
      "own.toml",
      """
      title = "Own"
      summary = "with notes"
      notes = "Bring chalk."
      data = "iris"
      [[step]]
      caption = "It begins."
      notes = "Wait for the latecomers."
      """)
    let outcome = try emscope("lesson", file, "--notes")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Notes:    Bring chalk.\n\n--- 1 of 1\n"))
    #expect(outcome.output.contains("Says:     It begins.\nNotes:    Wait for the latecomers.\n"))
    let lesson = try LessonFile.reader(file).lesson()
    let screen = try lesson.exploration(
      size: Size(width: 100, height: 30), capabilities: Capabilities()
    ).frame().text
    #expect(screen.contains("It begins.") && !screen.contains("latecomers"))
  }
}

/// A page, read as XML, which each page is beside HTML.
private final class PageCheck: NSObject, XMLParserDelegate {
  private(set) var ids: [String] = []
  private(set) var labels: [String] = []
  private var counts: [String: Int] = [:]
  private(set) var problem: String?

  init(_ page: String) {
    super.init()
    let parser = XMLParser(data: Data(page.utf8))
    parser.delegate = self
    if !parser.parse() {
      problem = "line \(parser.lineNumber): \(String(describing: parser.parserError))"
    }
  }

  func count(of element: String) -> Int { counts[element] ?? 0 }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    counts[name, default: 0] += 1
    if let id = attributes["id"] { ids.append(id) }
    if let labelled = attributes["aria-labelledby"] {
      labels += labelled.split(separator: " ").map(String.init)
    }
  }
}
