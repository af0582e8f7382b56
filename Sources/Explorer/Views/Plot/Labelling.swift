/// Which part of the data (x, z) the plot shows.
enum Labelling: CaseIterable, Hashable, Sendable {
  /// Each point x with what EM infers about its label z.
  case inferred
  /// Each point with its known label: the complete data (x, z).
  case complete
  /// The points alone, as EM gets them: z is missing.
  case incomplete

  /// The next one, around the end; the complete data only where labels are known.
  func next(labelsAreKnown: Bool) -> Labelling {
    switch self {
    case .inferred: labelsAreKnown ? .complete : .incomplete
    case .complete: .incomplete
    case .incomplete: .inferred
    }
  }
}
