import Explorer
import Foundation
import MixtureData
import MixtureEngine
import TestSupport
import Testing

@testable import emscope

@Suite(.waiting) struct `The manual page` {
  /// The page without its escapes, as it is read.
  private func read() throws -> String {
    let page = ManualPage(version: "1", date: "2026-01-31", sections: try ManualSection.all()).text
    let words = page.replacing("\\-", with: "-").replacing("\\(aq", with: "'")
      .replacing("\\(dq", with: "\"").replacing("\\(ha", with: "^").replacing("\\(ga", with: "`")
      .replacing(/\\\[u([0-9A-F]+)\]/) { match in
        UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? "?"
      }
      .replacing(/\\f[BIR]/, with: "").replacing("\\ ", with: " ").replacing("\\&", with: "")
    return words.replacing("\n", with: " ")
  }

  @Test func `has the usual sections in their order`() throws {
    #expect(
      try ManualSection.all().map(\.title) == [
        "NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "OPTIONS", "KEYS", "VIEWS", "LESSONS",
        "DATA SETS", "MODELS", "STARTING RULES", "ALGORITHMS", "FILES", "ENVIRONMENT",
        "EXIT STATUS", "EXAMPLES", "BUGS", "SEE ALSO",
      ])
  }

  @Test func `names all that can be chosen`() throws {
    let page = try read()
    let sections = [
      ("VIEWS", View.all.map(\.name)), ("LESSONS", BuiltInLesson.names + BuiltInChain.names),
      ("DATA SETS", BuiltInDataSet.all.map(\.name)), ("MODELS", ModelKind.known.map(\.name)),
      ("STARTING RULES", StartingRule.all.map(\.name)), ("ALGORITHMS", Climber.all.map(\.name)),
    ]
    for (title, names) in sections {
      let section = try #require(page.components(separatedBy: ".SH \"\(title)\" ").last)
      let items = section.components(separatedBy: ".SH ")[0].components(separatedBy: ".TP ")
      #expect(items.count - 1 == names.count, "\(title)")
      for (item, name) in zip(items.dropFirst(), names) {
        #expect(item.hasPrefix(name + " ") || item.hasPrefix(name + ", "), "\(title): \(name)")
      }
    }
    for line in Preference.allCases.map(\.example) { #expect(page.contains(".TP \(line)")) }
    for summary in View.all.map(\.summary) + BuiltInLesson.offers.map(\.summary) {
      #expect(page.contains(summary), "\(summary) is missing")
    }
    for sheet in KeySheet.all {
      #expect(page.contains(".SS \"\(sheet.title)\""))
      for row in sheet.rows { #expect(page.contains(row.meaning), "\(row.meaning) is missing") }
    }
  }

  @Test func `has each command and each of its options`() throws {
    let page = try read()
    for command in try CommandDefinition(of: Emscope.self).listed {
      let help = try emscope("help", command.commandName).output
      #expect(page.contains(".TP \(command.commandName) "))
      for match in help.matches(of: /(?m)^  (?:-., )?(--[a-z-]+)/) {
        #expect(page.contains(match.1), "\(command.commandName) \(match.1) is missing")
      }
    }
    #expect(page.contains("--variance-floor number"))
    #expect(page.contains(".SS \"explore, fit, restarts, starts, escape, render, tell\""))
    #expect(!page.contains("emscope manual"))
  }

  @Test func `is ASCII, and has no line that begins with a macro by chance`() throws {
    let text = try emscope("manual").output
    #expect(text.utf8.allSatisfy { $0 < 128 })
    let macros = ["TH", "nh", "ad", "SH", "SS", "PP", "TP", "nf", "fi", "RS", "RE"]
    for line in text.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
      #expect(macros.contains { line == ".\($0)" || line.hasPrefix(".\($0) ") }, "\(line)")
    }
    let page = ManualPage(
      version: "1", date: "",
      sections: [
        ManualSection(title: "A", blocks: [.paragraph(".TH of a's \\ and -b"), .lines(["'x"])])
      ])
    #expect(page.text.contains("\n\\&.TH of a\\(aqs \\e and \\-b\n"))
    #expect(page.text.contains("\n\\(aqx\n"))
  }

  @Test func `has examples that the program takes`() throws {
    for example in ManualExample.all {
      #expect(throws: Never.self, "\(example.line)") { try Emscope.parseAsRoot(example.words) }
      guard ["fit", "render", "restarts"].contains(example.words[0]) else { continue }
      let outcome = try emscope(example.words)
      #expect(outcome.status == 0, "\(example.line): \(outcome.error)")
    }
  }

  @Test func `names every variable of the environment that the program reads`() throws {
    let read = try Project.texts(below: "Sources", endingIn: "swift").flatMap { text in
      text.matches(of: /nvironment[\[(]"([A-Z_]+)"[\])]/).map { String($0.1) }
    }
    // One makes faults for the tests, and the system reads the locale.
    let told = Set(read).subtracting(["EMSCOPE_FAULT"]).union(["LC_ALL"])
    #expect(Set(EnvironmentVariable.allCases.map(\.rawValue)) == told)
  }

  @Test func `is of a day, if one is given`() throws {
    #expect(try emscope("manual").output.hasPrefix(".TH EMSCOPE 1 \"\" \"emscope "))
    let dated = try emscope("manual", "--date", "2026-01-31")
    #expect(dated.output.hasPrefix(".TH EMSCOPE 1 \"2026-01-31\" \"emscope "))
    for words in [
      ["--date", "yesterday"], ["--table", "keys", "--date", "2026-01-31"], ["--table", "nokeys"],
    ] {
      let outcome = try emscope(["manual"] + words)
      #expect(outcome.status == ExitStatus.misuse.rawValue && outcome.output.isEmpty)
    }
  }
}
