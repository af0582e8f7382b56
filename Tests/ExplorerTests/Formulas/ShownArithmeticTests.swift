import Foundation
import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import Explorer

/// Whoever reckons with the digits on screen gets what stands behind the equals sign.
@Suite struct `The arithmetic that is written out` {
  /// A number as it is written, and half of its last digit.
  private struct Written {
    let value: Double
    let half: Double

    init?(_ text: some StringProtocol) {
      let plain = String(text.map { $0 == "−" ? "-" : $0 }).trimmingCharacters(
        in: .init(charactersIn: "()"))
      guard let value = Double(plain) else { return nil }
      let parts = plain.split(separator: "e")
      let decimals = parts[0].split(separator: ".").dropFirst().first?.count ?? 0
      self.value = value
      half = pow(10, (parts.count > 1 ? Double(parts[1]) ?? 0 : 0) - Double(decimals)) / 2
    }

    func isRounded(_ other: Double) -> Bool { abs(other - value) <= half * 1.000_001 }
  }

  /// What doesn't hold in a line.
  private func faults(in line: String) -> [String] {
    var faults: [String] = []
    func check(_ shown: Substring, _ value: Double?, _ what: String) {
      guard let value, let written = Written(shown) else { return faults.append("\(what) unread") }
      if !written.isRounded(value) { faults.append("\(what): \(value), not \(shown)") }
    }
    if let match = line.firstMatch(of: /(?:(\S+) × )?log\((.+?)\) = (?:\S+ × )?log (\S+) = (\S+)/) {
      let terms = match.2.split(separator: " + ")
      if !match.2.contains("…"), !line.contains("<") {
        check(match.3, terms.reduce(0.0) { $0 + (Written($1)?.value ?? .nan) }, "sum")
      }
      let factor = match.1.flatMap { Written($0)?.value } ?? 1
      if !line.contains("<") {
        check(match.4, Written(match.3).map { factor * log($0.value) }, "log")
      }
    }
    for match in line.matches(of: /log ([^ +]+) \+ log ([^ =]+) = (\S+)/) {
      let values = [match.1, match.2].compactMap { Written($0)?.value }
      check(match.3, values.count == 2 ? log(values[0]) + log(values[1]) : nil, "log π + log p")
    }
    for match in line.matches(of: /z=\d+: (−?[\d.]+)([−+])([\d.]+) ?= ?(−?[\d.]+)/) {
      let values = [match.1, match.3].compactMap { Written($0)?.value }
      check(
        match.4, values.count == 2 ? values[0] + (match.2 == "−" ? -1 : 1) * values[1] : nil, "z")
    }
    if let match = line.firstMatch(of: /E = (.+) = (\S+)/), !match.1.contains("…") {
      let sum = match.1.split(separator: " + ").reduce(0.0) { sum, term in
        let factors = term.split(separator: "·").compactMap { Written($0)?.value }
        return factors.count == 2 ? sum + factors[0] * factors[1] : .nan
      }
      check(match.2, sum, "E")
    }
    if let match = line.firstMatch(of: /L = (\S+) ≥ F = (\S+), apart by KL = (\S+)/) {
      let values = [match.1, match.2].compactMap {
        Written($0.trimmingCharacters(in: .init(charactersIn: ",")))?.value
      }
      check(match.3, values.count == 2 ? values[0] - values[1] : nil, "KL")
    }
    return faults
  }

  /// Whether no component looks likelier in a line than one that is.
  private func isInOrder(_ line: String, _ rows: [BayesTerms.Row]) -> Bool {
    let shown = line.matches(of: /z=(\d+): [^=]+= ?(−?[\d.]+)/).compactMap { match in
      Written(match.2).flatMap { written in
        rows.first { "\($0.component + 1)" == match.1 }.map { (written.value, $0.logJoint) }
      }
    }
    return shown.allSatisfy { a in shown.allSatisfy { b in a.1 <= b.1 || a.0 >= b.0 } }
  }

  @Test(arguments: ModelKind.all.map(\.name), FuzzSeed.usual(1, 2))
  func `holds to the last digit, for every model, point and width`(
    name: String, seed: UInt64
  ) async throws {
    let kind = try #require(ModelKind.named(name))
    var checked = 0
    for components in [2, 4] {
      var recipe = RunRecipe(kind: kind, components: components, seed: seed)
      if let first = kind.structures.first { recipe.structure = first }
      var states = [try AppState.clouds(recipe), try AppState.weightedClouds(recipe)]
      if kind == .coins { states = [try .coins()] }
      for start in states {
        let state = await start.after("Space Space e e f")
        for n in stride(from: 0, to: state.run.points.count, by: 17) {
          var point = try #require(state.formulaPane.point)
          point.terms = BayesTerms(of: state.run.points[n], under: state.run.model)
          point.responsibilities = state.run.responsibilities(of: n)
          point.weight = state.run.points.weights?[n]
          for width in [75, 115] {
            let lines = [
              point.incomplete(width: width), point.complete(width: width),
              point.bound(width: width), point.expected(width: width),
            ].compactMap { $0 }
            for line in lines {
              let faults = faults(in: line)
              #expect(faults.isEmpty, "\(line): \(faults)")
              #expect(isInOrder(line, point.terms.rows), "\(line)")
              checked += 1
            }
          }
        }
      }
    }
    #expect(checked > 20)
  }

  @Test func `of other digits is found out`() {
    #expect(faults(in: "n=1: log(0.04 + 0.05) = log 0.09 = −2.4079").isEmpty)
    #expect(faults(in: "n=1: log(0.0428 + 0.046) = log 0.0888 = −2.4210").count == 1)
    #expect(faults(in: "n=1: log(0.04 + 0.06) = log 0.09 = −2.4079").count == 1)
    #expect(faults(in: "n=1: z=1: −1.00−2.21 = −3.22").count == 1)
    #expect(faults(in: "n=1: E = 0.380·(−3.15) + 0.620·(−3.08) = −3.1062").count == 1)
    #expect(faults(in: "n=1: L = −2.4210 ≥ F = −2.4419, apart by KL = 0.0210").count == 1)
  }

  @Test func `counts the tosses of coins by a letter that is no point's`() async throws {
    let state = try await AppState.coins().after("Space f")
    #expect(state.shows("(1−θₖ)^(m−xₙ)") && state.shows("xₙ / (m Nₖ)"))
    #expect(!state.frame().text.contains(/\(n−|[( ]n Nₖ/))
    let posterior = await state.after("f f f 3")
    #expect(posterior.shows("p(x|θₖ) = θₖ^x (1−θₖ)^(m−x), m = 10"))
    #expect(!posterior.shows("B(x|k)"))
  }
}
