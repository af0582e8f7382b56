import Testing

/// Expects a picture in letters, and records the whole of what there was where it differs.
///
/// - Parameters:
///   - actual: What there is.
///   - expected: What there should be.
///   - sourceLocation: Where that is expected.
public func expectPicture(
  _ actual: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  guard actual != expected else { return }
  Issue.record(
    "the picture is\n\(actual)\nand should be\n\(expected)", sourceLocation: sourceLocation)
}
