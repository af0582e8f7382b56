import Foundation
import Testing

/// What one call of the built program did.
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
func emscope(_ arguments: [String], input: String = "") throws -> Outcome {
  let process = Process()
  process.executableURL = try Program.url.get()
  process.arguments = arguments
  let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
  process.standardInput = stdin
  process.standardOutput = stdout
  process.standardError = stderr
  try process.run()
  try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
  try stdin.fileHandleForWriting.close()
  let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
  let error = try stderr.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  return Outcome(
    status: process.terminationReason == .exit ? process.terminationStatus : -1,
    output: String(decoding: output, as: UTF8.self),
    error: String(decoding: error, as: UTF8.self))
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

/// A file with some text, in a new temporary folder.
func temporaryFile(_ name: String, _ text: String) throws -> String {
  let folder = FileManager.default.temporaryDirectory.appending(path: "emscope-\(UUID())")
  let url = folder.appending(path: name)
  try FileManager.default.createDirectory(
    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
  try Data(text.utf8).write(to: url)
  return url.path
}
