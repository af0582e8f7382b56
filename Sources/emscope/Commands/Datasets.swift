import ArgumentParser
import MixtureData
import TerminalCanvas

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Lists the built-in data sets, or makes the synthetic ones again from their recipes.
struct Datasets: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the built-in data sets.",
    discussion: "K is the number of components that a data set is opened with.")

  @Option(
    help: ArgumentHelp(
      "Write the synthetic data sets into a folder, made again from their recipes.",
      valueName: "folder"),
    completion: .directory)
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
    var lines = ["\("name".fitted(to: width))  points  K  what can be seen"]
    for dataSet in BuiltInDataSet.all {
      let points = try dataSet.load().points.count
      let count = "\(points)".fitted(to: 6, alignment: .right)
      lines.append(
        "\(dataSet.name.fitted(to: width))  \(count)  \(dataSet.components)  \(dataSet.summary)")
    }
    try StandardOutput.write(lines.joined(separator: "\n") + "\n")
  }

  private func writeSynthetic(into folder: String) throws {
    let files = Recipe.all.map { recipe in
      (path: folder + (folder.hasSuffix("/") ? "" : "/") + recipe.name + ".csv", text: recipe.csv)
    }
    // All are looked at before the first is written: a refusal leaves the folder as it was.
    let areThere = try files.map { try isThere($0.path, with: $0.text) }
    for (file, isThere) in zip(files, areThere) {
      if !isThere { try NewFile.write(file.text, to: file.path) }
      try StandardOutput.write(
        file.path.printable + (isThere ? ": there already, the same\n" : "\n"))
    }
  }

  /// Whether a file is there already, with this text.
  ///
  /// - Throws: ``CommandError`` when something else has its name.
  private func isThere(_ path: String, with text: String) throws -> Bool {
    var about = stat()
    guard lstat(path, &about) == 0 else { return false }
    if stat(path, &about) == 0, about.st_mode & S_IFMT == S_IFREG,
      Int(about.st_size) == text.utf8.count,
      FileManager.default.contents(atPath: path) == Data(text.utf8)
    {
      return true
    }
    throw CommandError(
      "\(path.harmless) is there already, and is another file; remove it, or give another folder.")
  }
}
