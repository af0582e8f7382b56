import TerminalCanvas

/// Every key and what it does, printed from the table that the program obeys.
struct HelpPane {
  /// How many lines are scrolled away at the top.
  var scroll: Int
  var theme: Theme

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    frame.border(frame.bounds, title: "Keys", style: theme.style(.axis))
    let inside = frame.bounds.inset(horizontally: 2, vertically: 1)
    for (row, line) in Self.lines.dropFirst(scroll).prefix(inside.size.height).enumerated() {
      let y = inside.origin.y + row
      switch line {
      case .heading(let title):
        frame.write(title, x: inside.origin.x, y: y, style: theme.style(.value))
      case .keys(let label, let meaning):
        let (keys, help) = Rect(
          x: inside.origin.x, y: y, width: inside.size.width, height: 1
        ).split(left: min(26, inside.size.width / 2))
        frame.write(label, in: keys, style: theme.style(.key))
        frame.write(meaning, in: help, style: theme.style(.text))
      case .blank: break
      }
    }
    let more = Self.lines.count - scroll - inside.size.height
    if more > 0 {
      frame.write(
        " ↓ \(more) more lines ", x: 4, y: size.height - 1, style: theme.style(.key))
    }
    return frame
  }

  /// How far the help can be scrolled on a screen of a size.
  static func lastScroll(in screen: Size) -> Int {
    max(0, lines.count - (HelpPane.size(in: screen).height - 2))
  }

  /// How large the help is on a screen of a size.
  static func size(in screen: Size) -> Size {
    Size(width: min(76, screen.width), height: min(lines.count + 2, screen.height - 2))
  }

  private enum Line {
    case heading(String), keys(String, help: String), blank
  }

  private static let lines: [Line] = Binding.Group.allCases.flatMap { group in
    [Line.heading(group.rawValue)] + lines(of: group) + [.blank]
  }.dropLast()

  /// A line for each thing that can be done; keys that do alike, such as digits, share one.
  private static func lines(of group: Binding.Group) -> [Line] {
    let all = Keymap.bindings + Keymap.viewBindings.values.joined() + Keymap.handBindings
    var lines: [(label: String, help: String)] = []
    for binding in all where binding.group == group {
      if let last = lines.last, last.help == binding.help {
        lines[lines.count - 1].label += " " + binding.label
      } else {
        lines.append((binding.label, binding.help))
      }
    }
    return lines.map { .keys($0.label, help: $0.help) }
  }
}
