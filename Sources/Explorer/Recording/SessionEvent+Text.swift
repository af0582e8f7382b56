import TerminalCanvas

/// Events as words: a key by its name, `ticks 12`, `resize 100x30`, `mouse press-left 10,5`,
/// `worked 0-41,43`.
extension SessionEvent {
  /// The event as it stands in a session file.
  public var text: String {
    switch self {
    case .key(let key): key.name
    case .ticks(let count): "ticks \(count)"
    case .worked(let done):
      "worked "
        + (done.isEmpty
          ? "none" : done.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ","))
    case .resize(let size): "resize \(size.width)x\(size.height)"
    case .mouse(let mouse):
      "mouse \(mouse.action.text) \(mouse.position.x),\(mouse.position.y)"
        + (mouse.modifiers.isEmpty ? "" : " \(mouse.modifiers.rawValue)")
    }
  }

  /// The event that a text stands for, or `nil` if it stands for none.
  public init?(text: String) {
    let words = text.split(separator: " ").map(String.init)
    switch (words.first, words.count) {
    case ("ticks", 2):
      guard let count = Int(words[1]), (0...1_000_000).contains(count) else { return nil }
      self = .ticks(count)
    case ("worked", 2):
      guard let done = Self.ranges(words[1]) else { return nil }
      self = .worked(done)
    case ("resize", 2):
      guard let (width, height) = Self.pair(words[1], "x") else { return nil }
      self = .resize(Size(width: width, height: height))
    case ("mouse", 3), ("mouse", 4):
      guard let action = MouseEvent.Action(text: words[1]),
        let (x, y) = Self.pair(words[2], ","),
        let modifiers = words.count == 4 ? UInt8(words[3]) : 0
      else { return nil }
      self = .mouse(
        MouseEvent(
          action, at: Position(x: x, y: y),
          modifiers: MouseEvent.Modifiers(rawValue: modifiers)))
    case (let name?, 1):
      guard let key = Key(name: name) else { return nil }
      self = .key(key)
    default: return nil
    }
  }

  private static func ranges(_ text: String) -> [ClosedRange<Int>]? {
    guard text != "none" else { return [] }
    var ranges: [ClosedRange<Int>] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard ends.count == 2, let low = ends[0], let high = ends[1], low <= high,
        high < 1_000_000, low > ranges.last?.upperBound ?? -1
      else { return nil }
      ranges.append(low...high)
    }
    return ranges
  }

  private static func pair(_ text: String, _ separator: Character) -> (Int, Int)? {
    let parts = text.split(separator: separator).compactMap { Int($0) }
    guard parts.count == 2, parts.allSatisfy({ (0...10_000).contains($0) }) else { return nil }
    return (parts[0], parts[1])
  }
}

extension MouseEvent.Action {
  private static let texts: [(MouseEvent.Action, String)] = [
    (.press(.left), "press-left"), (.press(.middle), "press-middle"),
    (.press(.right), "press-right"), (.drag(.left), "drag-left"),
    (.drag(.middle), "drag-middle"), (.drag(.right), "drag-right"),
    (.release(.left), "release-left"), (.release(.middle), "release-middle"),
    (.release(.right), "release-right"), (.wheelUp, "wheel-up"), (.wheelDown, "wheel-down"),
  ]

  fileprivate var text: String { Self.texts.first { $0.0 == self }?.1 ?? "" }

  fileprivate init?(text: String) {
    guard let match = Self.texts.first(where: { $0.1 == text }) else { return nil }
    self = match.0
  }
}
