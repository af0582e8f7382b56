/// The name of a number in a lesson: which number, of which moment.
public struct StateName: Hashable, Sendable {
  /// Of which moment a number is.
  public enum Moment: Hashable, Sendable {
    /// Of the step that speaks: before its keys in a question, after them elsewhere.
    case now
    /// Of the end of the step before.
    case previous
    /// Of the end of a step, counted from 0.
    case step(Int)
  }

  /// The moment.
  public var moment: Moment
  /// The number, of whatever moment.
  public var path: StatePath
  /// The name as it was written.
  public var text: String

  /// Reads a name; `nil` where there is none like it.
  init?(_ text: String) {
    var parts = text.split(separator: ".", omittingEmptySubsequences: false)
    moment = .now
    if parts.count > 1, parts[0] == "previous" {
      moment = .previous
      parts.removeFirst()
    } else if parts.count > 2, parts[0] == "step" {
      guard let step = Int(parts[1]), step > 0, step <= 1_000_000_000 else { return nil }
      moment = .step(step - 1)
      parts.removeFirst(2)
    }
    guard let path = StatePath(parts) else { return nil }
    self.path = path
    self.text = text
  }
}

/// A number of the state, of whatever moment.
public struct StatePath: Hashable, Sendable {
  /// Whether it is that of the other run of a race.
  private let isRivals: Bool
  /// The position in ``StateNumber/all``.
  private let position: Int
  private let indices: [Int]

  init?(_ parts: [Substring]) {
    var parts = parts
    isRivals = parts.count > 1 && parts[0] == "rival"
    if isRivals { parts.removeFirst() }
    for (position, number) in StateNumber.all.enumerated() where number.isOfRun || !isRivals {
      guard let indices = number.indices(in: parts) else { continue }
      (self.position, self.indices) = (position, indices)
      return
    }
    return nil
  }

  /// Reads the number of a state.
  func read(in state: AppState) -> Reading {
    var run = state.run
    if isRivals {
      guard let rival = state.session.race?.rival else {
        return .missing("there is no race: 7 begins one")
      }
      run = rival.last.run
    }
    return StateNumber.all[position].read(
      StateNumber.Place(state: state, run: run, indices: indices))
  }
}

extension StateName {
  /// The words before a name that say of which moment or run it is, for a list of the names.
  public static let prefixes: [(name: String, summary: String)] = [
    ("previous.NAME", "the number NAME at the end of the step before"),
    ("step.S.NAME", "the number NAME at the end of step S"),
    ("rival.NAME", "the number NAME of the other run of a race"),
  ]

  /// The name that is most like one that there isn't.
  ///
  /// - Parameter nearest: The known name that is most like a mistyped one, if one is.
  static func suggestion(
    for text: String, nearest: (String, [String]) -> String?
  ) -> String? {
    var parts = text.split(separator: ".", omittingEmptySubsequences: false)
    var before: [Substring] = []
    while let first = parts.first, parts.count > 1 {
      if ["previous", "rival"].contains(first) {
        before.append(parts.removeFirst())
      } else if first == "step", parts.count > 2 {
        before += parts.prefix(2)
        parts.removeFirst(2)
      } else {
        break
      }
    }
    var numbers = parts.filter { Int($0) != nil }
    let typed = parts.map { Int($0) == nil ? $0 : "#" }.joined(separator: ".")
    let known = StateNumber.all.flatMap(\.names).map { name in
      let pattern = name.split(separator: ".")
      return pattern.enumerated().map {
        $0 > 0 && StateNumber.placeholders.contains($1) ? "#" : $1
      }
      .joined(separator: ".")
    }
    guard let found = nearest(typed, known) else { return nil }
    let filled = found.split(separator: ".").map { part in
      part == "#" ? (numbers.isEmpty ? "1" : numbers.removeFirst()) : part
    }
    let suggested = (before + filled).joined(separator: ".")
    return suggested == text ? nil : suggested
  }
}
