extension ModelKind {
  /// The hard limit: Lloyd's k-means from the start's means.
  public static let kMeans = ModelKind(
    name: "k-means", title: "k-means",
    summary: "the hard limit σ² → 0: each point to its nearest centre",
    recognizes: { $0 is KMeans }
  ) { start, _, _ in
    KMeans(centres: start.components.map(\.mean))
  }
}
