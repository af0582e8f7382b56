import TerminalCanvas

/// Every key and what it does, made from the tables that the program obeys.
struct Help: Overlay {
  /// How many lines are scrolled away at the top.
  private var scroll = 0

  var selected: Choice? { nil }

  mutating func select(line: Int, size: Size) -> Bool { false }

  mutating func move(by step: Int, in screen: Size) {
    let last = max(0, Self.lines.count - (size(in: screen).height - 2))
    scroll = min(max(0, scroll + step), last)
  }

  func size(in screen: Size) -> Size {
    Size(width: min(76, screen.width), height: min(Self.lines.count + 2, screen.height - 2))
  }

  func frame(size: Size, theme: Theme) -> Frame {
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

  private enum Line {
    case heading(String), keys(String, help: String), blank
  }

  private static let lines: [Line] = Keymap.all.filter { !$0.bindings.isEmpty }
    .flatMap { table in [Line.heading(table.title)] + lines(of: table) + [.blank] }
    .dropLast()

  /// A line for each thing that can be done; keys that do alike, such as digits, share one.
  private static func lines(of table: KeyTable) -> [Line] {
    var lines: [(label: String, help: String)] = []
    for binding in table.bindings {
      if let last = lines.last, last.help == binding.help {
        lines[lines.count - 1].label += " " + binding.label
      } else {
        lines.append((binding.label, binding.help))
      }
    }
    return lines.map { .keys($0.label, help: $0.help) }
  }
}
