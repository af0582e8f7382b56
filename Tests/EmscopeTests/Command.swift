import Foundation
import Testing

/// What one call of a program did.
struct Outcome {
  var status: Int32
  var output: String
  var error: String
}

/// Runs the built program as a user would.
///
/// - Parameter input: What it reads from standard input.
func emscope(_ arguments: String..., input: String = "") throws -> Outcome {
  try emscope(arguments, input: input)
}

/// Runs the built program as a user would.
///
/// - Parameter place: The folder where it is run, if that matters.
func emscope(_ arguments: [String], input: String = "", in place: URL? = nil) throws -> Outcome {
  try run(Program.url.get(), arguments, input: input, in: place)
}

/// Runs a program.
func run(
  _ program: URL, _ arguments: [String], input: String = "", in place: URL? = nil
) throws -> Outcome {
  let process = Process()
  process.executableURL = program
  process.arguments = arguments
  if let place { process.currentDirectoryURL = place }
  // Files, not pipes: a terminal server that another test starts meanwhile would inherit a pipe's
  // end, and reading to the end would wait for it.
  let folder = try temporaryFolder()
  defer { try? FileManager.default.removeItem(at: folder) }
  func file(_ name: String, _ text: String = "") throws -> URL {
    let url = folder.appending(path: name)
    try Data(text.utf8).write(to: url)
    return url
  }
  let (output, error) = (try file("output"), try file("error"))
  process.standardInput = try FileHandle(forReadingFrom: file("input", input))
  process.standardOutput = try FileHandle(forWritingTo: output)
  process.standardError = try FileHandle(forWritingTo: error)
  try process.run()
  process.waitUntilExit()
  return Outcome(
    status: process.terminationReason == .exit ? process.terminationStatus : -1,
    output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
    error: String(decoding: try Data(contentsOf: error), as: UTF8.self))
}

enum Program {
  /// The program that was built together with these tests, in the same folder.
  static let url = Result { try find() }

  private struct NotFound: Error {}

  private static func find() throws -> URL {
    let places =
      [Bundle.main.executableURL] + Bundle.allBundles.map(\.bundleURL)
      + CommandLine.arguments.map { URL(filePath: $0) }
    for var place in places.compactMap({ $0 }) {
      for _ in 0..<5 {
        place.deleteLastPathComponent()
        let program = place.appending(path: "emscope")
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: program.path, isDirectory: &isFolder),
          !isFolder.boolValue
        {
          return program
        }
      }
    }
    throw NotFound()
  }
}

/// A new folder for temporary files.
func temporaryFolder() throws -> URL {
  let folder = FileManager.default.temporaryDirectory.appending(path: "emscope-\(UUID())")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  return folder
}

/// A file with some text, in a new temporary folder; the name may lead through folders in it.
func temporaryFile(_ name: String, _ text: String) throws -> String {
  let url = try temporaryFolder().appending(path: name)
  try FileManager.default.createDirectory(
    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
  try Data(text.utf8).write(to: url)
  return url.path
}
