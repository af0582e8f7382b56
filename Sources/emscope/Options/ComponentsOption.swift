import ArgumentParser

/// The number of components, where it is one number.
struct ComponentsOption: ParsableArguments {
  @Option(
    name: [.customShort("k"), .long], parsing: .unconditional,
    help: ArgumentHelp("The number of components.", valueName: "number"))
  var components: Int?

  func validate() throws {
    if let components, components < 1 {
      throw ValidationError("-k is \(components); a mixture has at least 1 component.")
    }
  }
}

/// K, or a range of them, as it is typed: `3` or `1..8`.
struct ComponentRange {
  let range: ClosedRange<Int>

  /// Whether several K are to be compared.
  let isComparison: Bool

  /// Reads `3` or `1..8`.
  ///
  /// - Throws: A sentence that says what may be given.
  init(_ text: String) throws {
    let ends = text.split(separator: "..", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1] else {
      throw ValidationError("give a number of components such as 3, or a range such as 1..8.")
    }
    guard first >= 1 else { throw ValidationError("a mixture has at least 1 component.") }
    guard last >= first else {
      throw ValidationError("a range goes from the smaller number to the larger, such as 1..8.")
    }
    range = first...last
    isComparison = ends.count == 2
  }
}
