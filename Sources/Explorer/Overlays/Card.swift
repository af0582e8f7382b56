import MixtureEngine
import TerminalCanvas

/// A card over the picture: what happened in the mathematics, why, and what can be done about it.
struct Card: Sendable {
  var title: String
  /// What happened and why, in sentences.
  var text: String
  /// What can be done.
  var choices: [Choice]
  /// The position of the selected choice.
  var selection = 0
}

extension Card: Overlay {
  /// One choice on or back, around the ends, however long the step.
  mutating func move(by step: Int, in screen: Size) {
    selection = (selection + step.signum() + choices.count) % choices.count
  }

  var selected: Choice? { choices[selection] }

  var position: Int { selection }

  mutating func select(line: Int, size: Size) -> Bool {
    let index = line - firstChoice(size: size)
    guard choices.indices.contains(index) else { return false }
    selection = index
    return true
  }

  func frame(size: Size, theme: Theme) -> Frame {
    var frame = Frame(size: size)
    frame.border(frame.bounds, title: title, style: theme.style(.alert))
    let inside = frame.bounds.inset(horizontally: 2, vertically: 1)
    let lines = text.wrapped(to: inside.size.width)
    for (row, line) in lines.enumerated() where row < inside.size.height {
      frame.write(line, x: inside.origin.x, y: inside.origin.y + row, style: theme.style(.text))
    }
    for (index, choice) in choices.enumerated() {
      frame.write(
        choice: choice.name.fitted(to: 15) + choice.summary, isSelected: index == selection,
        in: Rect(
          x: inside.origin.x, y: firstChoice(size: size) + index, width: inside.size.width,
          height: 1),
        theme: theme)
    }
    frame.writeChoosingKeys(theme: theme)
    return frame
  }

  func size(in screen: Size) -> Size {
    let width = min(72, screen.width)
    let lines = text.wrapped(to: width - 4).count
    return Size(width: width, height: min(lines + choices.count + 3, screen.height - 1))
  }

  /// The line of the first choice; the choices stand at the bottom, whatever is cut of the text.
  private func firstChoice(size: Size) -> Int { size.height - 1 - choices.count }
}

extension AppState {
  /// Lays the card about the present state over the picture, if there is one.
  mutating func openCard() {
    guard let card = Card(about: session.run) else { return }
    session.pause()
    overlay = card
  }
}

extension Card {
  /// The card about a run's present state, if it needs one.
  init?(about run: Run) {
    switch run.snapshot.status {
    case .collapsed(let collapse): self = .collapse(collapse, of: run)
    case .converged, .iterationLimit:
      let groups = run.model.twins
      if groups.isEmpty { return nil }
      self = .symmetry(groups)
    case .running: return nil
    }
  }

  /// Going one iteration back.
  static func goingBack(_ consequence: String) -> Choice {
    Choice("go back", consequence) { $0.session.stepBack() }
  }

  /// Leaving everything as it is.
  static let staying = Choice("stay here", "close this and look; nothing changes") { _ in }
}
