import Explorer
import MixtureEngine
import Testing

/// The pictures themselves are compared by `.ci/pictures --check`.
@Suite struct `The gallery` {
  /// The pictures that the page shows, with the commands below them.
  private func pictures() throws -> [String: String] {
    let page = try Project.text("Documentation/Gallery.md")
    let pairs = page.matches(of: /\(Pictures\/(.+)\.svg\)\n\n    emscope render (.*)\n/)
    return Dictionary(pairs.map { (String($0.1), String($0.2)) }) { first, _ in first }
  }

  @Test func `shows every view`() throws {
    let pictures = try pictures()
    for view in View.all {
      let command = try #require(pictures[view.name], "there is no picture of \(view.name)")
      let keys = view.openingKeys.map(\.name).joined(separator: " ")
      #expect(
        view == View.all[0] || command.contains("--view \(view.name) ")
          || command.contains(" \(keys)\""))
    }
  }

  @Test func `shows every model and every structure of the covariances`() throws {
    let pictures = try pictures()
    for kind in ModelKind.known.dropFirst() {
      let command = try #require(pictures[kind.name], "there is no picture of \(kind.name)")
      // The data set of the coins chooses their model itself.
      #expect(command.contains("--model \(kind.name) ") || command.hasPrefix("\(kind.name) "))
    }
    for (name, _) in CovarianceStructure.named.dropFirst() {
      let command = try #require(pictures[name], "there is no picture of \(name)")
      #expect(command.contains("--covariance \(name) "))
    }
  }
}
