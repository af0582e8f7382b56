import MixtureData
import MixtureEngine
import TestSupport
import Testing

/// One table, written in any mixture of the ways in which people and programs write tables.
@Suite struct `A table, however it is written,` {
  /// How a table is written.
  struct Style {
    var separator = ","
    var lineEnd = "\n"
    var decimalComma = false
    var isNamed = true
    var quotesNames = false
    var quotesCells = false
    var counter: (name: String, start: Int)?
    var preamble: [String] = []
    var units = false
    var comments = false
    var trailing = false
    var gap: String?
    var minus = "-"

    init(_ generator: inout SeededGenerator) {
      func one<Value>(of values: Value...) -> Value { values[generator.index(below: values.count)] }
      func sometimes() -> Bool { generator.index(below: 3) == 0 }
      separator = one(of: ",", ";", "\t", "|", "  ", ", ", "; ")
      lineEnd = one(of: "\n", "\r\n", "\r")
      decimalComma = !separator.hasPrefix(",") && separator != "  " && sometimes()
      isNamed = !sometimes()
      quotesNames = separator != "  " && sometimes()
      quotesCells = separator != "  " && sometimes()
      if isNamed, sometimes() {
        counter = (one(of: "", "id", "n", "Unnamed: 0"), one(of: 0, 1))
        if separator == "  " { counter?.name = "n" }
      }
      if isNamed, separator != "  ", sometimes() {
        preamble = one(of: ["A title"], ["Instrument: A1", "Date: 2020-01-01"], ["Run 7", ""])
      }
      units = isNamed && separator != "  " && sometimes()
      comments = sometimes()
      trailing = separator != "  " && sometimes()
      gap = sometimes() ? one(of: "NA", "n.a.", "?", "NULL", "--", "\u{2013}") : nil
      minus = one(of: "-", "\u{2212}")
    }

    func number(_ value: Double) -> String {
      var text = "\(abs(value))"
      if decimalComma { text = text.replacing(".", with: ",") }
      text = (value < 0 ? minus : "") + text
      return quotesCells ? "\"\(text)\"" : text
    }

    func line(_ fields: [String]) -> String {
      fields.joined(separator: separator) + (trailing ? separator : "")
    }
  }

  @Test(arguments: FuzzSeed.usual(1, 2, 3, 4))
  func `is one set of points`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<FuzzBudget.rounds(100) {
      let style = Style(&generator)
      let rows = 6 + generator.index(below: 40)
      // Values with a fraction can't count the rows, and sevenths have many digits.
      let values = (0..<rows).map { _ in
        (0..<3).map { _ in generator.normal() * 100 / 7 }
      }
      var lines = style.preamble
      let counterName = style.counter.map { [$0.name] } ?? []
      if style.isNamed {
        let names = counterName + ["label", "x", "y", "z"]
        lines.append(style.line(style.quotesNames ? names.map { "\"\($0)\"" } : names))
      }
      if style.units {
        lines.append(style.line(counterName.map { _ in "" } + ["", "(cm)", "(kg)", "(s)"]))
      }
      var right: [Point] = []
      var skipped = 0
      for (index, value) in values.enumerated() {
        var cells = value.map(style.number)
        let hasGap = style.gap != nil && index % 5 == 3
        if let gap = style.gap, hasGap { cells[generator.index(below: 2)] = gap }
        let counter = style.counter.map { ["\($0.start + index)"] } ?? []
        lines.append(style.line(counter + [["red", "green"][index % 2]] + cells))
        if style.comments, index % 7 == 2 { lines.append("# a remark, with words") }
        if hasGap {
          skipped += 1
        } else {
          right.append(Point(x: value[0], y: value[1]))
        }
      }
      let text = lines.joined(separator: style.lineEnd) + style.lineEnd
      let comment = Comment("seed \(seed), round \(round):\n\(text.prefix(400))")
      do {
        let data = try read(text, as: "points.txt")
        #expect(data.points.points == right, comment)
        #expect(data.skippedRows == skipped, comment)
        if style.isNamed { #expect([data.xName, data.yName] == ["x", "y"], comment) }
        let notes = data.notes.joined()
        if let counter = style.counter {
          #expect(notes.contains(counter.name.isEmpty ? "olumn 1" : counter.name), comment)
        }
        if !style.preamble.isEmpty { #expect(notes.contains("above the names"), comment) }
        if style.units { #expect(notes.contains("(cm), (kg)"), comment) }
        if style.comments { #expect(notes.contains("comment"), comment) }
      } catch {
        Issue.record("\(error) \(comment)")
      }
    }
  }
}
