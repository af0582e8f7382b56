import ArgumentParser
import Foundation
import MixtureData
import TerminalCanvas

/// Lists the built-in data sets, or makes the synthetic ones again from their recipes.
struct Datasets: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the built-in data sets.",
    discussion: "K is the number of components that a data set is opened with.")

  @Option(
    help: ArgumentHelp(
      "Write the synthetic data sets into a folder, made again from their recipes.",
      valueName: "folder"))
  var write: String?

  func run() throws {
    if let write {
      try writeSynthetic(into: write)
    } else {
      try list()
    }
  }

  private func list() throws {
    let width = BuiltInDataSet.all.map(\.name.count).max() ?? 0
    print("\("name".fitted(to: width))  points  K  what can be seen")
    for dataSet in BuiltInDataSet.all {
      let points = try dataSet.load().points.count
      let count = "\(points)".fitted(to: 6, alignment: .right)
      print(
        "\(dataSet.name.fitted(to: width))  \(count)  \(dataSet.components)  \(dataSet.summary)")
    }
  }

  private func writeSynthetic(into folder: String) throws {
    for recipe in Recipe.all {
      let url = URL(filePath: folder, directoryHint: .isDirectory)
        .appending(path: recipe.name + ".csv")
      do {
        try Data(recipe.csv.utf8).write(to: url)
      } catch {
        throw DataError.unwritable(path: url.relativePath.harmless)
      }
      print(url.relativePath)
    }
  }
}
