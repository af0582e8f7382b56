import TerminalCanvas

/// Where everything stands on a screen of a size.
struct Layout: Hashable, Sendable {
  /// The smallest screen that is drawn.
  static let smallest = Size(width: 60, height: 16)

  let title: Rect
  let main: Rect
  let numbers: Rect
  let table: Rect
  let trace: Rect
  let status: Rect
  let keys: Rect

  /// Whether the screen has room for a view beside the plot.
  static func isWide(_ size: Size) -> Bool { size.width >= 130 && size.height >= 36 }

  /// The layout of a screen.
  init(size: Size, components: Int) {
    var rest = Rect(size)
    (title, rest) = rest.split(top: 1)
    (keys, rest) = rest.split(bottom: 1)
    (status, rest) = rest.split(bottom: 1)
    (trace, rest) = rest.split(bottom: 1)
    let side = Layout.isWide(size) ? 64 : 38
    let (right, left) = rest.split(right: min(side, size.width / 2))
    main = left
    let column = right.split(left: 1).rest
    let cut = column.split(top: 6)
    numbers = cut.top.split(top: 1).rest
    table = cut.rest
  }
}
