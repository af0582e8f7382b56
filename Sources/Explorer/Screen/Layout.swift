import TerminalCanvas

/// Where everything stands on a screen of a size.
///
/// On a small screen a view takes the place of the plot, of the numbers, or of both; on a wide one
/// it stands beside the plot, below the parameters.
struct Layout: Hashable, Sendable {
  /// The smallest screen that is drawn.
  static let smallest = Size(width: 60, height: 16)

  let title: Rect
  let trace: Rect
  /// The gauge of the dial, where it is the model.
  let gauge: Rect
  let status: Rect
  /// The updates as formulas, where they are shown.
  let formulas: Rect
  let keys: Rect
  /// The space beside the plot, cut into the numbers, the parameters and perhaps a view.
  let column: Rect
  /// The plot, where the view leaves room for it.
  let plot: Rect?
  /// The numbers of the state, where the view leaves room for them.
  let numbers: Rect?
  /// The parameters, where the view leaves room for them.
  let table: Rect?
  /// The lines about labels, where there are any and the parameters are shown.
  let labels: Rect?
  /// The view that isn't the plot.
  let view: Rect?

  /// Whether the screen has room for a view beside the plot.
  static func isWide(_ size: Size) -> Bool { size.width >= 130 && size.height >= 36 }

  /// Whether a screen has room for anything.
  static func fits(_ size: Size) -> Bool {
    size.width >= smallest.width && size.height >= smallest.height
  }

  /// The layout of a screen that shows a view at its place, with so many components.
  init(
    size: Size, place: View.Place, components: Int, showsFormulas: Bool = false,
    showsGauge: Bool = false, showsLabels: Bool = false
  ) {
    let isWide = Layout.isWide(size)
    var rest = Rect(size)
    (title, rest) = rest.split(top: 1)
    (keys, rest) = rest.split(bottom: 1)
    (status, rest) = rest.split(bottom: 1)
    (formulas, rest) = rest.split(bottom: showsFormulas ? FormulaPane.height : 0)
    (trace, rest) = rest.split(bottom: place == .screen ? 0 : isWide ? 8 : 1)
    (gauge, rest) = rest.split(bottom: showsGauge ? 1 : 0)
    let (right, left) = rest.split(right: isWide ? max(68, size.width * 2 / 5) : 39)
    column = right.split(left: 1).rest
    let (upper, lower) = column.split(top: 6)
    let labelRows = showsLabels ? LabelsPane.height : 0
    guard place != .screen else {
      (plot, numbers, table, labels, view) = (nil, nil, nil, nil, rest)
      return
    }
    guard isWide else {
      plot = place == .whole ? nil : left
      let hasColumn = place != .side && place != .whole
      numbers = hasColumn ? upper.split(top: 1).rest : nil
      let (below, above) = lower.split(bottom: labelRows)
      table = hasColumn ? above : nil
      labels = hasColumn && showsLabels ? below : nil
      view =
        switch place {
        case .none: nil
        case .side: column
        case .whole, .screen: rest
        }
      return
    }
    plot = left
    numbers = upper.split(top: 1).rest
    let wanted = components + 2 + labelRows
    let cut = lower.split(top: min(wanted + 1, column.size.height / 3 + labelRows))
    let (below, above) = cut.top.split(top: cut.top.size.height - 1).top.split(bottom: labelRows)
    table = above
    labels = showsLabels ? below : nil
    view = cut.rest
  }

  /// The screen that is too small to draw anything, with what it is too small for.
  ///
  /// - Parameters:
  ///   - name: What needs more room.
  ///   - height: How many rows it needs.
  static func tooSmall(_ size: Size, for name: String, height: Int) -> Frame {
    var frame = Frame(size: size)
    frame.write("\(name) needs \(smallest.width)×\(height)", x: 0, y: 0)
    frame.write("q quits", x: 0, y: 1)
    return frame
  }
}

extension Layout {
  /// A screen on which one pane has all the room.
  ///
  /// - Parameters:
  ///   - pane: The pane.
  ///   - size: The size of the screen.
  init(of pane: Pane, alone size: Size) {
    let none = Rect(x: 0, y: 0, width: 0, height: 0)
    (title, trace, gauge, status, formulas, keys, column) =
      (none, none, none, none, none, none, none)
    (numbers, table, labels) = (nil, nil, nil)
    plot = pane == .plot ? Rect(size) : nil
    view = pane.view == nil ? nil : Rect(size)
  }
}
