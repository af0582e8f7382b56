import TerminalCanvas

/// What menus and cards have in common.
extension Frame {
  /// Writes a line that can be chosen.
  mutating func write(choice: String, isSelected: Bool, in rect: Rect, theme: Theme) {
    write(
      (isSelected ? "▸ " : "  ") + choice, in: rect,
      style: theme.style(isSelected ? .selection : .text))
  }

  /// Writes the keys that choose into the lower border.
  mutating func writeChoosingKeys(theme: Theme) {
    write(
      " ↑ ↓ move  Enter choose  Esc close ", x: 4, y: size.height - 1,
      style: theme.style(.muted))
  }
}
