import MixtureEngine
import TerminalCanvas

/// Jensen's inequality at one point: the logarithm with the point's rₖ on it, and the numbers.
struct JensenPane {
  /// The point's number, counted from 0.
  var number: Int
  /// How many points there are.
  var count: Int
  /// The state of the run.
  var snapshot: Snapshot
  /// Whether EM was told the point's label.
  var isKnown: Bool
  /// The numbers, `nil` before there is a q and in the hard limit.
  var table: JensenTable?
  var theme: Theme

  /// From this width on the numbers stand beside the picture.
  private static let wide = 70
  /// The smallest picture that shows anything.
  private static let leastChart = Size(width: 20, height: 7)

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    let (top, below) = frame.bounds.split(top: 1)
    let title = Self.titles.first { DisplayWidth.of($0) <= size.width } ?? Self.titles[1]
    frame.write(title, in: top, style: theme.style(.value))
    let (head, rest) = below.split(top: 1)
    frame.write(headline, in: head, style: theme.style(.text))
    guard let table else {
      write(sentences, on: &frame, in: rest)
      return frame
    }
    let isWide = size.width >= Self.wide
    var (area, chart) = rest.split(right: isWide ? JensenTable.width : 0)
    if isWide {
      chart = chart.split(right: 2).rest
      area = area.split(top: 1).rest
    } else {
      // The picture has what the numbers leave, but for a very low one.
      let words = lines(of: sentences, width: size.width).count
      (area, chart) = rest.split(bottom: table.height(isCompact: true) + words + 1)
      if chart.size.height < Self.leastChart.height {
        (area, chart) = (rest, rest.split(left: 0).left)
      }
    }
    if chart.size.width >= Self.leastChart.width, chart.size.height >= Self.leastChart.height {
      frame.paste(
        JensenChart(terms: table.shown, held: table.held, theme: theme).frame(size: chart.size),
        at: chart.origin)
    }
    let (numbers, words) = area.split(top: table.height(isCompact: !isWide))
    frame.paste(table.frame(size: numbers.size), at: numbers.origin)
    write(sentences, on: &frame, in: words.split(top: 1).rest.split(right: isWide ? 2 : 0).rest)
    return frame
  }

  private static let titles = [
    "Jensen at one point: the log of the mean lies above the mean of the logs",
    "Jensen: log of the mean ≥ mean of the logs",
  ]

  /// The point, and where its q is from.
  private var headline: String {
    let name = "point \(number + 1) of \(count)"
    guard let table else { return name }
    let origin =
      table.held != nil
      ? "q in hand" : isCurrent ? "q is the posterior, from E" : "q is from before M"
    return "\(name)   \(origin)"
  }

  /// Whether q is the posterior at the present θ.
  private var isCurrent: Bool { snapshot.next == .maximization }

  /// What the numbers mean here.
  private var sentences: [String] {
    guard let table else {
      return snapshot.model.criterion == .distortion
        ? [
          "k-means has no bound: it climbs no likelihood, J is no logarithm of a mean, and q is 0 "
            + "or 1. So Jensen's inequality says nothing here; m goes back to EM."
        ]
        : [
          "There is no q yet, so no mean to take. e is the E-step: it makes q the posterior, and all "
            + "rₖ one number. With e once more M moves θ, the rₖ part and the gap opens."
        ]
    }
    if let sentence = table.sentenceOfHand { return [sentence] }
    if isKnown { return ["EM was told this label: q is 1 for it, with one rₖ there is no gap."] }
    guard table.terms.rows.count > 1 else {
      return ["With one component q is 1 and r is \(table.evidence) itself: there is no gap."]
    }
    if isCurrent {
      return [
        "After E every rₖ is the same number \(table.evidence): the marks meet on the curve, the gap is 0. "
          + "So q must be the posterior."
      ]
    }
    guard table.terms.gap.isFinite else {
      return [
        "q gives a share to a component that can't have made this point: its F lies below every number."
      ]
    }
    return [
      table.looksTight
        ? "The rₖ are all but one number, so the bound all but touches here: both sides agree in every "
          + "digit shown. E makes the rₖ equal."
        : "The rₖ differ, so the bound is loose here. E makes every rₖ the same number "
          + "\(table.evidence): then the marks meet on the curve, and the gap is 0."
    ]
  }

  private func lines(of sentences: [String], width: Int) -> [String] {
    sentences.flatMap { $0.wrapped(to: width) }
  }

  private func write(_ sentences: [String], on frame: inout Frame, in rect: Rect) {
    for (y, line) in lines(of: sentences, width: rect.size.width).prefix(rect.size.height)
      .enumerated()
    {
      frame.write(line, x: rect.origin.x, y: rect.origin.y + y, style: theme.style(.text))
    }
  }

  /// The numbers and what they mean, in words.
  var told: Told {
    let sentences = sentences.reduce(Told(headline)) { $0 + Told($1) }
    guard let table else { return sentences }
    return sentences + Told(Size(width: JensenTable.width, height: table.height()), table.frame)
  }
}
