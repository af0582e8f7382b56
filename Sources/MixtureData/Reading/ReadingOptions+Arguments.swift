/// The options as words of a command line, in which a session keeps them.
extension ReadingOptions {
  /// What was said of the table beside its columns, as in `--separator semicolon`.
  public var arguments: [String] {
    var words: [String] = []
    if let separator { words += ["--separator", separator.name] }
    if let decimal { words += ["--decimal", decimal.rawValue] }
    if let tosses { words += ["--tosses", "\(tosses)"] }
    for gap in gaps { words += ["--gap", gap] }
    switch header {
    case .line(let line)?: words += ["--header", "\(line)"]
    case .none?: words += ["--header", "none"]
    case nil: break
    }
    return words
  }

  /// The options that such words mean; `nil` if some mean nothing.
  public init?(arguments: [String]) {
    self.init()
    var words = arguments[...]
    while let option = words.popFirst() {
      guard let value = words.popFirst() else { return nil }
      switch option {
      case "--separator":
        guard let separator = Separator(value) else { return nil }
        self.separator = separator
      case "--decimal":
        guard let decimal = DecimalMark(value) else { return nil }
        self.decimal = decimal
      case "--tosses":
        guard let tosses = Int(value) else { return nil }
        self.tosses = tosses
      case "--gap": gaps.append(value)
      case "--header":
        guard let header = HeaderChoice(value) else { return nil }
        self.header = header
      default: return nil
      }
    }
  }
}
