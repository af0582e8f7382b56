import MixtureEngine
import TerminalCanvas

/// A page of formulas, the half-step that comes next marked: those of this model with a point's numbers,
/// EM in general, or the lecture's.
///
/// Under another algorithm than EM the M-step is its step, in words.
struct FormulaPane {
  var page: FormulaPage
  /// The run's recipe.
  var recipe: RunRecipe
  var notation: Notation
  /// The half-step that comes next.
  var next: HalfStep
  /// By which algorithm the run climbs.
  var climber = Climber.em
  /// The point whose numbers stand below the formulas; `nil` where there is no point.
  var point: PointNumbers?
  /// How many points there are.
  var count: Int
  var theme: Theme

  /// How many rows it has on a screen of a size.
  static func height(on size: Size) -> Int {
    size.height < 24 ? 4 : size.width >= widthBeside ? 6 : 8
  }

  /// How many rows it has where nothing is left out.
  static let mostRows = 10

  /// From this width on numbers stand beside their formula.
  private static let widthBeside = 150

  /// Where the formulas begin.
  private static let indent = 5

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    guard !frame.bounds.isEmpty else { return frame }
    writeHead(on: &frame)
    let isBeside = size.width >= Self.widthBeside
    let rows = rows(fitting: size.height - 1, isBeside: isBeside)
    let width = size.width - Self.indent
    let column = isBeside ? (rows.map { DisplayWidth.of($0.text) }.max() ?? 0) + 3 : 0
    var y = 1
    for row in rows {
      let style = theme.style(row.isNext ? .value : row.isMuted ? .muted : .text)
      let isMarked = row.isNext && row.sign != " "
      frame.write(isMarked ? "→ \(row.sign)" : "  \(row.sign)", x: 0, y: y, style: style)
      frame.write(
        row.text, in: Rect(x: Self.indent, y: y, width: width, height: 1), style: style)
      let numbers = row.numbers(isBeside ? width - column : width)
      var taken = DisplayWidth.of(row.text)
      if isBeside, let numbers {
        taken =
          column
          + frame.write(numbers, x: Self.indent + column, y: y, style: theme.style(.value))
      }
      if let remark = row.remarks.first(where: { DisplayWidth.of($0) + 2 <= width - taken }) {
        frame.write(
          remark, x: size.width - DisplayWidth.of(remark), y: y, style: theme.style(.muted))
      }
      y += 1
      guard !isBeside, row.showsNumbers, let numbers else { continue }
      frame.write(numbers, x: Self.indent, y: y, style: theme.style(.value))
      y += 1
    }
    return frame
  }

  /// Which page it is, and what `f` shows next.
  private func writeHead(on frame: inout Frame) {
    let width = frame.size.width
    let after = page.next.map { "f: \($0.title)" } ?? "f: no formulas"
    frame.write(after, x: width - DisplayWidth.of(after), y: 0, style: theme.style(.key))
    let name = "formulas \(page.place), \(page.title)"
    let place = point.map { ", point \($0.number + 1) of \(count)" } ?? ""
    var titles = [name]
    switch page {
    case .model: titles = ["\(name): \(recipe.modelText)\(place)", "\(name)\(place)", name]
    case .general: titles = ["\(name): any p(x, z | θ)\(place)", "\(name)\(place)", name]
    case .lecture:
      titles = GeneralFormulas.difference(of: recipe, notation).map { "\(name): \($0)" } + [name]
    }
    let room = width - DisplayWidth.of(after) - 2
    if let title = titles.first(where: { DisplayWidth.of($0) <= room }) {
      frame.write(title, x: 0, y: 0, style: theme.style(.value))
    }
  }

  /// A formula, and what stands with it.
  private struct Row {
    var sign: String
    var text: String
    /// What is said of it where there is room, the longest first.
    var remarks: [String] = []
    /// It with the numbers of a point, in so many columns.
    var numbers: (Int) -> String? = { _ in nil }
    var isNext = false
    var isMuted = false
    /// Rows of a high rank give way where not all have room.
    var rank = 0
    /// Whether its numbers have a line of their own.
    var showsNumbers = true
  }

  /// The rows that fit: numbers give way first, then what is least about E and M.
  private func rows(fitting height: Int, isBeside: Bool) -> [Row] {
    var rows = allRows
    func lines(_ rows: [Row]) -> Int {
      rows.reduce(0) { $0 + ($1.showsNumbers && !isBeside && $1.numbers(200) != nil ? 2 : 1) }
    }
    for index in rows.indices.reversed() where lines(rows) > height {
      rows[index].showsNumbers = false
    }
    while lines(rows) > height, let most = rows.map(\.rank).max(), most > 0,
      let index = rows.lastIndex(where: { $0.rank == most })
    {
      rows.remove(at: index)
    }
    return Array(rows.prefix(max(0, height)))
  }

  private var allRows: [Row] {
    switch page {
    case .model: modelRows
    case .general: generalRows
    case .lecture: lectureRows
    }
  }

  private var modelRows: [Row] {
    let (formulas, likelihood) = (
      Formulas(recipe, notation), LikelihoodFormulas(recipe, notation).measured(recipe, notation)
    )
    let criterion = recipe.kind == .kMeans ? Criterion.distortion : .logLikelihood
    let letter = criterion == .distortion ? "J" : "L"
    return [
      Row(
        sign: letter, text: likelihood.incomplete,
        remarks: LikelihoodFormulas.whyHard(criterion),
        numbers: { point?.incomplete(width: $0) }, rank: 2),
      Row(
        sign: "z", text: likelihood.complete, remarks: likelihood.whyEasy(criterion),
        numbers: { point?.complete(width: $0) }, rank: 1),
    ] + ownHalfSteps(formulas.expectation, formulas.maximization)
  }

  private var generalRows: [Row] {
    let formulas = GeneralFormulas.general(notation)
    let isHard = recipe.kind == .kMeans
    var rows = [
      Row(
        sign: "L", text: formulas.likelihood,
        remarks: isHard ? ["k-means: its limit, J for −L"] : [], rank: 2),
      Row(
        sign: "F", text: formulas.bound,
        remarks: ["Jensen: log is concave", "Jensen"],
        numbers: { point?.bound(width: $0) }, rank: 1),
    ]
    var steps = halfSteps(formulas.expectation, formulas.maximization)
    steps[0].numbers = { point?.posterior(width: $0) }
    steps[1].numbers = { point?.expected(width: $0) }
    steps[1].remarks = ["averaged over z", "over z"]
    rows += steps
    return rows
  }

  private var lectureRows: [Row] {
    let formulas = GeneralFormulas.lecture(notation.unicode)
    return [
      Row(
        sign: "L", text: formulas.likelihood,
        remarks: LikelihoodFormulas.whyHard(.logLikelihood), rank: 2),
      Row(sign: "F", text: formulas.bound, remarks: ["Jensen: log is concave", "Jensen"], rank: 1),
    ] + halfSteps(formulas.expectation, formulas.maximization) + [
      Row(
        sign: " ",
        text: notation(
          "k-means: Σₖ = σ²I, σ² → 0, then every qₖₙ is 0 or 1",
          ascii: "k-means: Sigma_k = sigma^2 I, sigma^2 -> 0, then every q_kn is 0 or 1"),
        isMuted: true, rank: 3)
    ]
  }

  /// E and M.
  private func halfSteps(_ expectation: String, _ maximization: [String]) -> [Row] {
    let isE = next == .expectation
    // Another algorithm takes a step of its own in the place of M.
    let isM = !isE && climber == .em
    return [Row(sign: "E", text: expectation, isNext: isE, isMuted: !isE)]
      + maximization.enumerated().map { index, line in
        Row(sign: index == 0 ? "M" : " ", text: line, isNext: isM, isMuted: !isM)
      }
  }

  /// E and M of this model, or the step of another algorithm.
  private func ownHalfSteps(_ expectation: String, _ maximization: [String]) -> [Row] {
    let isE = next == .expectation
    let rows = halfSteps(expectation, maximization)
    guard climber != .em else { return rows }
    return [
      rows[0],
      Row(sign: "S", text: "\(climber.title): \(climber.summary)", isNext: !isE, isMuted: isE),
    ]
  }
}
