import TerminalCanvas

extension AppState {
  /// Draws what lies over the picture.
  func drawOverlay(on frame: inout Frame) {
    guard let rect = overlayRect(in: frame.size) else { return }
    switch overlay {
    case nil: return
    case .help(let scroll):
      frame.paste(HelpPane(scroll: scroll, theme: theme).frame(size: rect.size), at: rect.origin)
    case .card(let card):
      frame.paste(CardPane(card: card, theme: theme).frame(size: rect.size), at: rect.origin)
    case .menu(let menu):
      frame.paste(MenuPane(menu: menu, theme: theme).frame(size: rect.size), at: rect.origin)
    }
  }

  /// Where what lies over the picture is.
  var overlayRect: Rect? { overlayRect(in: pictureSize) }

  private func overlayRect(in screen: Size) -> Rect? {
    let size: Size
    switch overlay {
    case nil: return nil
    case .help: size = HelpPane.size(in: screen)
    case .card(let card): size = CardPane.size(of: card, in: screen)
    case .menu(let menu): size = MenuPane.size(of: menu, in: screen)
    }
    return Rect(
      origin: Position(x: (screen.width - size.width) / 2, y: (screen.height - size.height) / 2),
      size: size)
  }
}
