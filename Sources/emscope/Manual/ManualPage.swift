/// The manual page, in the macros of man(7), which every system with manual pages reads.
struct ManualPage {
  let version: String
  /// The day that the page is of, such as 2026-01-31; empty where it is of none.
  let date: String
  let sections: [ManualSection]

  /// The page.
  var text: String {
    let head = [
      ".TH EMSCOPE 1 \"\(date)\" \(quoted("emscope \(version)")) \(quoted("User Commands"))",
      // No hyphens: a name that is divided can't be copied. Ragged, so that no lines are stretched.
      ".nh", ".ad l",
    ]
    return (head + sections.flatMap(lines)).joined(separator: "\n") + "\n"
  }

  private func lines(of section: ManualSection) -> [String] {
    var lines = [".SH \(quoted(section.title))"]
    var isAfterText = false
    for block in section.blocks {
      switch block {
      case .heading(let title):
        lines.append(".SS \(quoted(title))")
      case .paragraph(let text):
        if isAfterText { lines.append(".PP") }
        lines += filled(ManualText(.plain(text)))
      case .items(let items):
        for item in items {
          lines += [".TP", filled(item.term).joined(separator: " ")]
          lines += filled(ManualText(.plain(item.text)))
        }
      case .lines(let texts):
        if isAfterText { lines.append(".PP") }
        lines += [".nf", ".RS 4"] + texts.map { guarded(escaped($0)) } + [".RE", ".fi"]
      }
      isAfterText = if case .heading = block { false } else { true }
    }
    return lines
  }

  /// The text in lines of at most 78 bytes where its words are no longer.
  private func filled(_ text: ManualText) -> [String] {
    let whole = text.parts.map { part in
      switch part {
      case .plain(let text): escaped(text)
      case .literal(let text): "\\fB" + escaped(text).replacing(" ", with: "\\ ") + "\\fR"
      case .placeholder(let text): "\\fI" + escaped(text).replacing(" ", with: "\\ ") + "\\fR"
      }
    }.joined()
    var lines = [""]
    for word in whole.split(separator: " ") {
      if lines[lines.count - 1].isEmpty {
        lines[lines.count - 1] = String(word)
      } else if lines[lines.count - 1].utf8.count + 1 + word.utf8.count <= 78 {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.map(guarded)
  }

  /// A line that is no macro.
  private func guarded(_ line: String) -> String {
    line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
  }

  private func quoted(_ text: String) -> String { "\"\(escaped(text))\"" }

  /// The text with nothing that roff would read as something else, and in ASCII.
  private func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "\\": "\\e"
      case "-": "\\-"
      case "'": "\\(aq"
      case "\"": "\\(dq"
      case "`": "\\(ga"
      case "^": "\\(ha"
      case "~": "\\(ti"
      case _ where scalar.isASCII: String(scalar)
      default: "\\[u\(Self.hex(scalar))]"
      }
    }.joined()
  }

  /// The number of a character, of four hexadecimal digits or more.
  private static func hex(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
