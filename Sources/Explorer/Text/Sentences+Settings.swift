extension Sentences {
  /// The model and its size, as in a title.
  static func model(of settings: Settings) -> String {
    let structure = settings.kind.structures.isEmpty ? "" : " " + settings.structure.name
    return "\(settings.kind.title)\(structure) K=\(settings.components)"
  }

  /// Where the run begins, as in a title.
  static func start(of settings: Settings) -> String {
    settings.givenStart == nil
      ? "\(settings.startingRule.name) seed \(settings.seed)" : "given start"
  }
}
