import TerminalCanvas

/// A card: a title, sentences, and the choices below them.
struct CardPane {
  var card: Card
  var theme: Theme

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    frame.border(frame.bounds, title: card.title, style: theme.style(.alert))
    let inside = frame.bounds.inset(horizontally: 2, vertically: 1)
    let lines = card.text.wrapped(to: inside.size.width)
    for (row, line) in lines.enumerated() where row < inside.size.height {
      frame.write(line, x: inside.origin.x, y: inside.origin.y + row, style: theme.style(.text))
    }
    for (index, choice) in card.choices.enumerated() {
      frame.write(
        choice: choice.name.fitted(to: 15) + choice.consequence,
        isSelected: index == card.selection,
        in: Rect(
          x: inside.origin.x, y: Self.firstChoice(of: card, size: size) + index,
          width: inside.size.width, height: 1),
        theme: theme)
    }
    frame.writeChoosingKeys(theme: theme)
    return frame
  }

  /// The choice on a line, counted from the upper border, of a card of a size.
  func choice(at line: Int, size: Size) -> Int? {
    let index = line - Self.firstChoice(of: card, size: size)
    return card.choices.indices.contains(index) ? index : nil
  }

  /// How large a card is on a screen of a size.
  static func size(of card: Card, in screen: Size) -> Size {
    let width = min(72, screen.width)
    let lines = card.text.wrapped(to: width - 4).count
    return Size(width: width, height: min(lines + card.choices.count + 3, screen.height - 1))
  }

  /// The choices stand at the bottom, whatever is cut of the text.
  private static func firstChoice(of card: Card, size: Size) -> Int {
    size.height - 1 - card.choices.count
  }
}
