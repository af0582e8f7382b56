import Foundation

/// The files of the project that tests read.
enum Project {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../..").standardized

  /// The text of a file.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The texts of all files below a folder whose names end so.
  static func texts(below folder: String, endingIn ending: String) throws -> [String] {
    let files = FileManager.default.enumerator(
      at: root.appending(path: folder), includingPropertiesForKeys: nil)
    var texts: [String] = []
    for case let file as URL in files ?? .init() where file.pathExtension == ending {
      texts.append(try String(contentsOf: file, encoding: .utf8))
    }
    return texts
  }

  /// The first cells of the rows of a README's table that begins with a line.
  static func firstColumn(ofTable head: String) throws -> [String] {
    let lines = try text("README.md").components(separatedBy: "\n")
    guard let start = lines.firstIndex(of: head) else { return [] }
    return lines[(start + 2)...].prefix { $0.hasPrefix("|") }.map {
      $0.components(separatedBy: " | ")[0].replacing("| ", with: "")
    }
  }
}
