import TerminalCanvas

/// The way from the picture on the screen to the next one, in strokes of one pen each.
///
/// Where colours alternate along a row, ncurses would change its pen with every few cells, at up
/// to 20 bytes a time; moving the cursor costs 9 at most. So everything that one pen writes is sent
/// before the next pen is taken up. Blanks take whichever pen is at hand, as they show neither
/// colour nor weight. What isn't worth a stroke of its own is left for the last one.
struct Strokes {
  /// Some cells of a row that a pen writes.
  struct Span: Hashable {
    var y: Int
    var columns: Range<Int>
    var pen: Style
  }

  /// What the screen shows once the strokes so far are made.
  private(set) var screen: Frame
  private let picture: Frame
  private var strokes: [[Span]] = []
  private var rest: [Span] = []

  /// Strokes that turn what the screen shows into a picture of the same size.
  ///
  /// - Parameter colors: What the terminal can show: styles that look alike are one pen.
  init(from screen: Frame, to picture: Frame, colors: ColorDepth) {
    self.screen = screen
    self.picture = picture
    var numbers: [Style: Int] = [:]
    var groups: [[Span]] = []
    for y in 0..<picture.size.height where picture.row(y) != screen.row(y) {
      for run in Runs(from: screen.row(y), to: picture.row(y), colors: colors).runs {
        let number = numbers[run.pen] ?? groups.count
        if number == groups.count {
          numbers[run.pen] = number
          groups.append([])
        }
        groups[number].append(Span(y: y, columns: run.columns, pen: run.pen))
      }
    }
    for group in groups.reversed() { wait(group) }
  }

  /// Makes the next stroke.
  ///
  /// - Returns: The cells that it changed, from left to right and top to bottom; `nil` when the
  ///   screen shows the picture.
  mutating func next() -> [Span]? {
    guard let spans = strokes.popLast() ?? takeRest() else { return nil }
    var made: [Span] = []
    var later: [Span] = []
    for var span in spans {
      if let last = made.last, last.y == span.y {
        let gap = last.columns.upperBound..<span.columns.lowerBound
        if gap.count <= Self.widestGap {
          guard bridges(gap, from: last, to: span) else {
            later.append(span)
            continue
          }
          for x in gap where screen[x, span.y].isBare {
            screen[x, span.y] = Cell(" ", style: last.pen.onBlanks)
          }
          draw(span)
          span.columns = gap.lowerBound..<span.columns.upperBound
          made.append(span)
          continue
        }
      }
      draw(span)
      made.append(span)
    }
    wait(later)
    return made
  }

  /// Keeps spans for a stroke of their own, or for the last one if they are few.
  private mutating func wait(_ spans: [Span]) {
    if spans.count < Self.fewest { rest += spans } else { strokes.append(spans) }
  }

  private mutating func takeRest() -> [Span]? {
    guard !rest.isEmpty else { return nil }
    defer { rest = [] }
    return rest.sorted { ($0.y, $0.columns.lowerBound) < ($1.y, $1.columns.lowerBound) }
  }

  private mutating func draw(_ span: Span) {
    for x in span.columns where !picture[x, span.y].isRightHalf {
      let cell = picture[x, span.y]
      screen[x, span.y] = cell.isBare ? Cell(" ", style: span.pen.onBlanks) : cell
    }
  }

  /// Whether the pens may write what stands between two spans once more, as ncurses will.
  private func bridges(_ gap: Range<Int>, from last: Span, to span: Span) -> Bool {
    gap.allSatisfy {
      let cell = screen[$0, span.y]
      return cell.isBare || cell.style == last.pen || cell.style == span.pen
    }
  }

  /// From one cell more on, ncurses moves the cursor instead of writing what is there already.
  private static let widestGap = 5
  /// Fewer spans aren't worth a stroke, at whose end ncurses puts its pen down.
  private static let fewest = 3
}

/// The changed cells of a row, in runs of one pen.
private struct Runs {
  var runs: [(columns: Range<Int>, pen: Style)] = []

  init(from old: ArraySlice<Cell>, to new: ArraySlice<Cell>, colors: ColorDepth) {
    let (old, new) = (Array(old), Array(new))
    // A row with wide characters is written at once, so that none is ever cut.
    if old.contains(where: \.isRightHalf) || new.contains(where: \.isRightHalf) {
      runs = [(new.indices, .plain)]
      return
    }
    var blanks: [Range<Int>] = []
    for x in new.indices
    where !new[x].looks(like: old[x]) && !(new[x].isBare && old[x].isBare) {
      if new[x].isBare {
        if runs.last?.columns.upperBound == x {
          runs[runs.count - 1].columns = runs[runs.count - 1].columns.lowerBound..<x + 1
        } else if blanks.last?.upperBound == x {
          blanks[blanks.count - 1] = blanks[blanks.count - 1].lowerBound..<x + 1
        } else {
          blanks.append(x..<x + 1)
        }
        continue
      }
      let pen = colors.nearest(to: new[x].style)
      var start = x
      if let last = blanks.last, last.upperBound == x {
        blanks.removeLast()
        start = last.lowerBound
      }
      if let last = runs.last, last.columns.upperBound == start, last.pen == pen {
        runs[runs.count - 1].columns = last.columns.lowerBound..<x + 1
      } else {
        runs.append((start..<x + 1, pen))
      }
    }
    for blank in blanks {
      let near = runs.min { Self.distance($0.columns, blank) < Self.distance($1.columns, blank) }
      let pen = near.flatMap { Self.distance($0.columns, blank) <= Self.near ? $0.pen : nil }
      runs.append((blank, pen ?? colors.nearest(to: old[blank.lowerBound].style)))
    }
    runs.sort { $0.columns.lowerBound < $1.columns.lowerBound }
  }

  /// How far a cursor moves at a small price.
  private static let near = 7

  private static func distance(_ one: Range<Int>, _ other: Range<Int>) -> Int {
    max(one.lowerBound - other.upperBound, other.lowerBound - one.upperBound, 0)
  }
}

extension Cell {
  /// Whether nothing of the cell can be seen.
  fileprivate var isBare: Bool { isBlank && !isRightHalf && !style.showsOnBlanks }
}

extension Style {
  /// Whether a blank shows anything of the style.
  fileprivate var showsOnBlanks: Bool { background != nil || underline || reverse }

  /// The style without what can be seen on a blank.
  fileprivate var onBlanks: Style {
    var style = self
    (style.background, style.underline, style.reverse) = (nil, false, false)
    return style
  }
}
