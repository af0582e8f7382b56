/// An algorithm that climbs L from a start, as a value: how one θ follows from the one before.
///
/// EM is one of them. What they cost is told in passes over the data, since one step of another may
/// need several: a pass looks at every point once, for L, q or what follows from them.
public struct Climber: Sendable {
  /// The name by which it is chosen: short, in small letters.
  public let name: String
  /// The name as it stands in a sentence.
  public let title: String
  /// One line that says how a step is made.
  public let summary: String
  /// Where it comes from.
  public let source: String
  /// What it asks of a model.
  let need: Need
  /// Whether L may fall on the way although the climb has not come to its end.
  let mayFall: Bool
  /// Whether its places of rest are those of EM, so that EM is asked before it rests.
  package let restsWithEM: Bool
  /// A climb at its start.
  let begin: @Sendable () -> any Climb

  /// What an algorithm asks of a model.
  enum Need: Sendable {
    /// E and M.
    case steps
    /// Coordinates about a θ, ``ChartedModel``.
    case coordinates
    /// Coordinates, and an M-step that needs no more than sums, ``UnconstrainedModel``.
    case sums
  }

  /// A sentence that says why models of a kind can't be climbed with it.
  ///
  /// - Parameter kind: The kind of model.
  package func refusal(of kind: ModelKind) -> String {
    let others = Climber.all.filter(kind.takes).map(\.name).joined(separator: ", ")
    return "\(title) can't climb with the model \(kind.name); it takes: \(others)."
  }

  /// Whether models of a type can be climbed with it.
  func suits(_ type: any LatentLabelModel.Type) -> Bool {
    switch need {
    case .steps: true
    case .coordinates: type is any ChartedModel.Type
    case .sums: type is any UnconstrainedModel.Type
    }
  }
}

extension Climber: Hashable {
  /// Whether two are the same algorithm.
  public static func == (a: Climber, b: Climber) -> Bool { a.name == b.name }

  /// Feeds the name to a hasher.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension ModelKind {
  /// Whether its models can be climbed with an algorithm.
  ///
  /// - Parameter climber: The algorithm.
  public func takes(_ climber: Climber) -> Bool { climber.suits(type) }
}
