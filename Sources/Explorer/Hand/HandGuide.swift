import MixtureEngine
import TerminalCanvas

/// What is being placed, where the means are, and the keys of placing by hand.
struct HandGuide {
  var hand: HandState
  var theme: Theme

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    drawTools(on: &frame)
    let keys = Self.keys(of: hand.tool)
    for (row, line) in keys.enumerated() {
      frame.write(line.key, x: 1, y: row + 3, style: theme.style(.key))
      frame.write(line.help, x: 11, y: row + 3, style: theme.style(.text))
    }
    drawMeans(on: &frame, from: keys.count + 4)
    return frame
  }

  private func drawTools(on frame: inout Frame) {
    frame.write("placing by hand", x: 0, y: 0, style: theme.style(.value))
    var x = 1
    for tool in HandState.Tool.allCases {
      let isChosen = tool == hand.tool
      x +=
        1
        + frame.write(
          isChosen ? "[\(tool.rawValue)]" : " \(tool.rawValue) ", x: x, y: 1,
          style: theme.style(isChosen ? .selection : .muted))
    }
    frame.write("p next", x: x + 1, y: 1, style: theme.style(.muted))
  }

  private func drawMeans(on frame: inout Frame, from top: Int) {
    frame.write("  k      mean x      mean y", x: 0, y: top, style: theme.style(.muted))
    let room = frame.size.height - top - 1
    let means = hand.draft.means
    let first = max(0, min(hand.selection - room + 1, means.count - room))
    for (row, k) in means.indices.dropFirst(first).prefix(max(0, room)).enumerated() {
      let y = top + 1 + row
      let isChosen = k == hand.selection && hand.tool == .means
      frame.write(isChosen ? "▸" : " ", x: 0, y: y, style: theme.style(.key))
      frame.write("\(Marks.name(k))", x: 2, y: y, style: theme.style(.component(k)))
      for (column, value) in [means[k].x, means[k].y].enumerated() {
        frame.write(
          value.significant(5), in: Rect(x: 3 + 12 * column, y: y, width: 12, height: 1),
          alignment: .right)
      }
    }
  }

  private static func keys(of tool: HandState.Tool) -> [(key: String, help: String)] {
    let (picks, moves, adds, removes) =
      switch tool {
      case .means: ("the next mean", "move it", "add a mean", "remove it")
      case .points:
        ("to the next point", "move the cursor", "add a point here", "remove the nearest")
      case .labels: ("to the next point", "move the cursor", "its known label", "no label")
      }
    let keys = [
      ("Tab", picks), (Spelling.key("← ↑ ↓ →", named: "arrows"), moves),
      ("H J K L", "five cells at once"), ("+", adds),
      ("-", removes),
    ]
    let labels = tool == .labels ? [("1 2 3 …", "it is from this component")] : []
    return keys + labels + [
      ("U", "undo"), ("Enter", "start EM from here"), ("Esc", "leave all as it was"),
    ]
  }
}
