import MixtureEngine

/// A number of the state that has a name, so that texts can have it and claims can be made of it.
public struct StateNumber: Sendable {
  /// Where a number is read.
  struct Place {
    /// The application.
    var state: AppState
    /// The run: that on screen, or the other one of a race.
    var run: Run
    /// The numbers in the name, such as a component's; each counted from 1.
    var indices: [Int]

    /// The first number in the name, counted from 0.
    var first: Int { (indices.first ?? 1) - 1 }
  }

  /// Its name; a part in capital letters stands for a number, as K does in `mean.K.x`.
  public let name: String
  /// Other names of it.
  public let otherNames: [String]
  /// What it is.
  public let summary: String
  /// Whether it belongs to a run, so that the other run of a race has one too.
  public let isOfRun: Bool
  /// Reads it.
  let read: @Sendable (Place) -> Reading

  init(
    _ name: String, or otherNames: String..., about summary: String, ofRun isOfRun: Bool = true,
    read: @escaping @Sendable (Place) -> Reading
  ) {
    self.name = name
    self.otherNames = otherNames
    self.summary = summary
    self.isOfRun = isOfRun
    self.read = read
  }

  /// Every name.
  var names: [String] { [name] + otherNames }

  /// The parts of a name that stand for numbers.
  static let placeholders: Set<Substring> = ["K", "n"]

  /// The numbers in a name, if it is one of this number.
  ///
  /// - Parameter parts: The name between its points.
  func indices(in parts: [Substring]) -> [Int]? {
    for name in names {
      let pattern = name.split(separator: ".")
      guard pattern.count == parts.count else { continue }
      var indices: [Int] = []
      let fits = zip(pattern, parts).allSatisfy { wanted, part in
        // N and K alone are names of their own.
        guard pattern.count > 1, Self.placeholders.contains(wanted) else {
          return wanted == part
        }
        guard let index = Int(part), index > 0, index <= 1_000_000_000 else { return false }
        indices.append(index)
        return true
      }
      if fits { return indices }
    }
    return nil
  }
}
