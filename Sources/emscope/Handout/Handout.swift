import Explorer
import MixtureData
import TerminalCanvas

/// Lessons on paper: one page of HTML with everything in it, to be read on a screen or printed.
///
/// Where a step asks, it has the picture before the answer, and lines to write on. What is right, and
/// what is said of it, stands in the key alone; the next step, whose picture shows it, begins a new
/// sheet of paper.
struct Handout {
  /// A lesson, and what it is called in a chain.
  typealias Part = (title: String?, scenes: LessonScenes)

  /// What it is called, and what it is about.
  var heading: (title: String, summary: String)
  /// The lessons, in order.
  var parts: [Part]
  /// Whether the key is added.
  var hasAnswers: Bool

  /// The page.
  var html: String {
    var page = Page()
    for (index, part) in parts.enumerated() {
      page.open(part, index: index)
      let scenes = part.scenes.scenes
      for scene in scenes {
        page.add(
          scene, level: part.title == nil ? 2 : 3, isLast: scene.number == scenes.last?.number)
      }
      page.close()
    }
    if hasAnswers { page.addKey(of: parts) }
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <title>\(heading.title.onPaper)</title>
      <style>
      \(Page.sheet)
      \(page.album.sheet)</style>
      </head>
      <body>
      <header>
      <h1>\(heading.title.onPaper)</h1>
      <p>\(heading.summary.onPaper)</p>
      <p class="who">Name <span class="blank"></span></p>
      </header>
      <main>
      \(page.body)</main>
      </body>
      </html>

      """
  }
}

extension Handout {
  /// The page while lessons are added.
  private struct Page {
    var body = ""
    var album = SVGAlbum(size: LessonScenes.pictureSize)
    /// Whether the step before has asked something, which the next picture shows.
    var hasAsked = false

    /// Begins a lesson; in a chain it has a heading of its own.
    mutating func open(_ part: Part, index: Int) {
      hasAsked = false
      body += "<section class=\"lesson\">\n"
      guard let title = part.title else { return }
      body += """
        <header class="part">
        <h2>\(index + 1). \(title.onPaper)</h2>
        <p>\(part.scenes.lesson.title.onPaper): \(part.scenes.lesson.summary.onPaper)</p>
        </header>

        """
    }

    mutating func close() { body += "</section>\n" }

    /// Adds a step as it is handed out, its heading at a level; after a question on a new page.
    mutating func add(_ scene: LessonScenes.Scene, level: Int, isLast: Bool) {
      open(scene, scene.question == nil ? "" : " · Predict", level: level, onNewPage: hasAsked)
      add(scene.question?.picture ?? scene.picture)
      if let question = scene.question {
        body +=
          "<p class=\"question\">\(question.text.onPaper)</p>\n" + Self.room(for: scene.answer)
        body += "<p class=\"then\">What happened?</p>\n" + Self.lines(2)
        if !isLast { body += Self.warning }
      } else {
        body += "<p>\(scene.caption.onPaper)</p>\n"
      }
      body += "</article>\n"
      hasAsked = scene.question != nil
    }

    /// Adds what was asked with its answers.
    mutating func addKey(of parts: [Part]) {
      body += "<section class=\"key\">\n<h2>Answers</h2>\n"
      for (index, part) in parts.enumerated() {
        if let title = part.title { body += "<h3>\(index + 1). \(title.onPaper)</h3>\n" }
        for scene in part.scenes.scenes {
          guard let question = scene.question else { continue }
          open(scene, level: part.title == nil ? 3 : 4)
          body += "<p class=\"question\">\(question.text.onPaper)</p>\n"
          if let answer = scene.answer {
            body += "<p class=\"right\">Right: <strong>\(answer.right.onPaper)</strong></p>\n"
          }
          body += Self.keys(of: scene.step)
          add(scene.picture)
          body += "<p>\(scene.caption.onPaper)</p>\n</article>\n"
        }
      }
      body += "</section>\n"
    }

    private mutating func open(
      _ scene: LessonScenes.Scene, _ remark: String = "", level: Int, onNewPage: Bool = false
    ) {
      body += "<article class=\"step\(onNewPage ? " next" : "")\">\n"
      body += "<h\(level) class=\"number\">\(scene.number)\(remark)</h\(level)>\n"
    }

    private mutating func add(_ picture: LessonScenes.Picture) {
      let drawing = album.add(picture.frame, caption: picture.caption)
      body += "<div class=\"screen\">\n\(drawing)</div>\n"
    }

    /// What stands below a question when a page follows, which shows what happened.
    private static let warning = "<p class=\"turn\">Answer before you go on to the next page.</p>\n"

    /// What to press, for whoever has the program.
    private static func keys(of step: Lesson.Step) -> String {
      guard !step.keys.isEmpty else { return "" }
      let names = step.keys.map(\.name).joined(separator: " ")
      return "<p>On the screen: keys <kbd>\(names.onPaper)</kbd></p>\n"
    }

    /// Where an answer goes: boxes to check, a number, the picture, or lines.
    private static func room(for answer: LessonScenes.Answer?) -> String {
      switch answer {
      case .choice(let texts, _):
        "<ul class=\"choices\">\n"
          + texts.map {
            "<li><label><input type=\"checkbox\"/> \($0.onPaper)</label></li>\n"
          }.joined() + "</ul>\n"
      case .number: "<p>Your number <span class=\"blank\"></span></p>\n"
      case .place: "<p>Mark the place in the picture.</p>\n"
      case nil: lines(2)
      }
    }

    /// Lines to write on.
    private static func lines(_ count: Int) -> String {
      String(repeating: "<div class=\"line\"></div>\n", count: count)
    }

    /// How it looks: in a column on a screen, and on paper of any size with two steps to a page and
    /// none across two.
    ///
    /// What follows a question is a screen further down, on paper on a new page.
    static let sheet = """
      :root{color-scheme:light}
      body{max-width:50rem;margin:0 auto;padding:1rem;background:#fff;color:#1a1a1a;\
      font:1rem/1.45 system-ui,'Segoe UI',Roboto,'DejaVu Sans',sans-serif}
      h1,h2,h3,h4{line-height:1.2;margin:0 0 .4rem}
      h1{font-size:1.7rem}h2{font-size:1.35rem}h3,h4,.number{font-size:1.05rem}
      p{margin:.4rem 0}
      .step{border-top:1px solid #999;padding:.6rem 0 1rem;break-inside:avoid}
      .screen{overflow-x:auto}
      .screen svg{display:block;width:100%;min-width:36rem;height:auto}
      .question{font-weight:bold}
      kbd{font:inherit;font-weight:bold}
      .then,.turn{margin-top:1rem}
      .next{margin-top:90vh}
      .line{height:2rem;border-bottom:1px solid #777}
      .choices{list-style:none;padding:0;margin:.4rem 0}
      .blank{display:inline-block;width:16rem;max-width:70%;border-bottom:1px solid #777}
      .part,.key{margin-top:2rem}
      @page{margin:13mm 15mm}
      @media print{
      body{max-width:none;padding:0;font-size:10pt;line-height:1.3}
      p{margin:1mm 0}
      h1{font-size:16pt}h2{font-size:13pt}h3,h4,.number{font-size:10pt}
      h2,h3,h4,header{break-after:avoid}.part{margin-top:3mm}
      .step{padding:1.5mm 0 3mm}
      .screen{overflow:visible}
      .screen svg{width:125mm;min-width:0;margin:0 auto}
      .line{height:6.5mm}
      .then{margin:2mm 0 -3mm}.turn{margin-top:2mm}
      .lesson+.lesson,.next,.key{break-before:page;margin-top:0}
      svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}
      }
      """
  }
}

extension String {
  /// A text of a lesson between two tags: in one line, without what no page may have.
  fileprivate var onPaper: String {
    split { $0.isWhitespace && $0 != "\u{A0}" }.joined(separator: " ").printable.escapedForXML
  }
}
