/// The numbers that components have in a picture beside another one, where the same cluster has the
/// same number, colour and mark as there.
enum ComponentNumbers {
  /// The number of each component of what is being drawn, counted from 0; by default its own.
  @TaskLocal static var current: [Int] = []

  /// The number of component k.
  static func of(_ k: Int) -> Int { current.indices.contains(k) ? current[k] : k }
}
