/// A key of the keyboard, as a terminal is able to tell it.
public enum Key: Hashable, Sendable {
  /// A key that types a character; the space bar is `.character(" ")`.
  case character(Character)
  /// A letter, or one of `@[\]^_`, held with Control; letters are in lower case.
  case control(Character)
  /// A key that types a character, held with Alt.
  case alt(Character)
  /// An arrow.
  case up, down, left, right
  /// A key of the block above the arrows.
  case home, end, pageUp, pageDown, insert, delete
  /// A key that would move on, go back or leave.
  case enter, escape, tab, backTab, backspace
  /// A function key, from 1 on.
  case function(Int)

  /// The space bar.
  public static let space = Key.character(" ")
}

extension Key {
  /// The key of a name as tmux writes it: `Space`, `Left`, `PageDown`, `C-l`, `M-q`, `F1`, `a`.
  ///
  /// tmux's other names (`PPage`, `NPage`, `PgUp`, `PgDn`, `IC`, `DC`) are understood, and upper
  /// and lower case don't matter in names of more than one character.
  public init?(name: String) {
    if let only = name.first, name.count == 1 {
      guard only != " ", Cell(only).character == only else { return nil }
      self = .character(only)
    } else if let key = Self.namesToKeys[name.lowercased()] {
      self = key
    } else if let key = Self.controlKey(name) ?? Self.altKey(name) {
      self = key
    } else if name.hasPrefix("F") || name.hasPrefix("f"), let number = Int(name.dropFirst()),
      (1...63).contains(number)
    {
      self = .function(number)
    } else {
      return nil
    }
  }

  /// The keys of several names with blanks between them, as in `Space Space m`.
  ///
  /// - Throws: ``UnknownKey`` for the first name that no key has.
  public static func keys(named names: String) throws(UnknownKey) -> [Key] {
    var keys: [Key] = []
    for name in names.split(whereSeparator: \.isWhitespace).map(String.init) {
      guard let key = Key(name: name) else { throw UnknownKey(name: name) }
      keys.append(key)
    }
    return keys
  }

  /// The key's name as tmux writes it.
  public var name: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let character): "C-\(character)"
    case .alt(let character): "M-\(character)"
    case .function(let number): "F\(number)"
    default: Self.keysToNames[self] ?? ""
    }
  }

  /// The key of a name like `M-q`.
  private static func altKey(_ name: String) -> Key? {
    guard name.hasPrefix("M-"), name.count == 3, let last = name.last,
      case .character(let character) = Key(name: String(last))
    else { return nil }
    return .alt(character)
  }

  /// The key of a name like `C-l` or `^L`.
  private static func controlKey(_ name: String) -> Key? {
    let prefix = name.hasPrefix("^") ? 1 : name.lowercased().hasPrefix("c-") ? 2 : 0
    guard prefix > 0, name.count == prefix + 1, let last = name.last else { return nil }
    return Key(controlling: last)
  }

  /// Control with a character, as far as a terminal can tell it from another key.
  ///
  /// Control with `i`, `m`, `h` and `[` are tab, enter, backspace and escape.
  init?(controlling character: Character) {
    let lower = Character(character.lowercased())
    switch lower {
    case "i": self = .tab
    case "m", "j": self = .enter
    case "h", "?": self = .backspace
    case "[": self = .escape
    case "a"..."z" where lower.isASCII, "@", "\\", "]", "^", "_": self = .control(lower)
    default: return nil
    }
  }

  private static let named: [(key: Key, names: [String])] = [
    (.space, ["Space"]), (.enter, ["Enter", "Return"]), (.escape, ["Escape", "Esc"]),
    (.tab, ["Tab"]), (.backTab, ["BTab", "BackTab", "shift-Tab"]),
    (.backspace, ["BSpace", "Backspace", "bksp"]),
    (.up, ["Up"]), (.down, ["Down"]), (.left, ["Left"]), (.right, ["Right"]),
    (.home, ["Home"]), (.end, ["End"]), (.insert, ["Insert", "IC"]), (.delete, ["Delete", "DC"]),
    (.pageUp, ["PageUp", "PPage", "PgUp"]), (.pageDown, ["PageDown", "NPage", "PgDn"]),
  ]

  private static let keysToNames = Dictionary(
    uniqueKeysWithValues: named.map { ($0.key, $0.names[0]) })

  /// The names of more than one character, but for those with C- and M- and of function keys.
  public static let longNames: [String] = named.flatMap(\.names)

  private static let namesToKeys = Dictionary(
    uniqueKeysWithValues: named.flatMap { entry in
      entry.names.map { ($0.lowercased(), entry.key) }
    })
}

/// A name that no key has.
public struct UnknownKey: Error, Hashable {
  /// The name, which may hold anything.
  public var name: String
}
