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
