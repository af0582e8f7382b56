/// A setting of a ``RunRecipe`` that some models have a place for and others don't.
///
/// Each ``ModelKind`` names those that it has a place for; the others are without effect on its runs,
/// and whoever asks for one is told.
public enum ModelSetting: Hashable, Sendable, CaseIterable {
  /// A structure of the covariances to choose, ``RunRecipe/structure``.
  case covariance
  /// A floor under the variances, ``RunRecipe/varianceFloor``.
  case varianceFloor
  /// A prior of means and covariances, ``RunRecipe/prior``.
  case prior
  /// How lengths are measured, ``RunRecipe/isStandardized``.
  case lengths
  /// The covariances of a start that is means alone, ``RunRecipe/startCovariance``.
  case startCovariance
  /// The weights of a start that is means alone, ``RunRecipe/startWeights``.
  case startWeights

  /// What a model without a place for it lacks, as the end of a sentence.
  fileprivate var lack: String {
    switch self {
    case .covariance: "has no structure of covariances to choose"
    case .varianceFloor: "has no variances that a floor could hold up"
    case .prior: "has no prior; that is for a mixture of Gaussians, the model em"
    case .lengths: "goes by no lengths, so none can be standardised"
    case .startCovariance: "begins without covariances"
    case .startWeights: "begins without weights to choose"
    }
  }
}

extension ModelKind {
  /// Whether its runs have a place for a setting.
  public func has(_ setting: ModelSetting) -> Bool { settings.contains(setting) }

  /// A sentence without its full stop that says why a setting means nothing to its runs, `nil` where it
  /// means something.
  package func refusal(of setting: ModelSetting) -> String? {
    has(setting) ? nil : "the model \(name) \(setting.lack)"
  }

  /// The engine's own kinds that have a place for a setting.
  package static func all(with setting: ModelSetting) -> [ModelKind] {
    known.filter { $0.has(setting) }
  }
}
