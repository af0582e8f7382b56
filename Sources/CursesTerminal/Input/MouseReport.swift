import TerminalCanvas

/// A mouse report in the making: `b;x;yM` for a press, with `m` for a release.
///
/// The prefix has been read before. Characters come one by one, as a slow line may split a report
/// anywhere.
struct MouseReport {
  /// What a character has led to.
  enum Progress: Equatable {
    /// The report goes on.
    case more
    /// The report is complete; `nil` if it tells nothing of interest.
    case complete(MouseEvent?)
    /// This isn't a report; the character belongs to something else.
    case broken
  }

  private var numbers = [0]
  private var digits = 0

  /// Takes the report's next character.
  mutating func feed(_ character: Character) -> Progress {
    switch character {
    case "0"..."9":
      guard let digit = character.wholeNumberValue, digits < 5 else { return .broken }
      numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + digit
      digits += 1
      return .more
    case ";" where digits > 0 && numbers.count < 3:
      numbers.append(0)
      digits = 0
      return .more
    case "M" where isWhole, "m" where isWhole:
      return .complete(event(isRelease: character == "m"))
    default:
      return .broken
    }
  }

  private var isWhole: Bool { numbers.count == 3 && digits > 0 }

  /// The event: the low two bits tell the button, then shift, alt, control, movement, wheel.
  private func event(isRelease: Bool) -> MouseEvent? {
    let code = numbers[0]
    let position = Position(x: max(0, numbers[1] - 1), y: max(0, numbers[2] - 1))
    var modifiers: MouseEvent.Modifiers = []
    if code & 4 != 0 { modifiers.insert(.shift) }
    if code & 8 != 0 { modifiers.insert(.alt) }
    if code & 16 != 0 { modifiers.insert(.control) }
    return action(code, isRelease).map { MouseEvent($0, at: position, modifiers: modifiers) }
  }

  private func action(_ code: Int, _ isRelease: Bool) -> MouseEvent.Action? {
    switch (code & ~0b11100, isRelease) {
    case (64, false): return .wheelUp
    case (65, false): return .wheelDown
    default: break
    }
    let buttons: [MouseEvent.Button] = [.left, .middle, .right]
    guard code < 64, code & 3 < buttons.count else { return nil }
    let button = buttons[code & 3]
    if isRelease { return .release(button) }
    return code & 32 != 0 ? .drag(button) : .press(button)
  }
}
