import Foundation

/// The bytes of a file or of standard input.
public enum FileBytes {
  /// Reads a file to its end; `-` is standard input.
  ///
  /// A pipe or a device is read as it comes; an endless one is refused after
  /// ``maximumSize`` bytes.
  ///
  /// - Throws: ``DataError`` if there is nothing that can be read.
  public static func read(_ path: String) throws -> [UInt8] {
    if path == "-" { return try bytes(of: .standardInput, path: "standard input") }
    var isFolder: ObjCBool = false
    let name = path.harmless
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      let nearest = nearestName(to: path, among: BuiltInDataSet.all.lazy.map(\.name))
      throw DataError.unknown(name: name, nearest: nearest)
    }
    guard !isFolder.boolValue else { throw DataError.folder(path: name) }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw DataError.unreadable(path: name, reason: "it cannot be opened")
    }
    defer { try? handle.close() }
    return try bytes(of: handle, path: name)
  }

  /// The most that is read: two gibibytes, some hundred million points.
  public static let maximumSize = 1 << 31

  private static func bytes(of handle: FileHandle, path: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    do {
      while let part = try handle.read(upToCount: 1 << 20), !part.isEmpty {
        if bytes.isEmpty && Text.looksBinary(part) && !Text.hasByteOrderMark16(part) {
          throw DataError.binary(file: path)
        }
        bytes.append(contentsOf: part)
        guard bytes.count <= maximumSize else {
          throw DataError.unreadable(path: path, reason: "it is larger than two gibibytes")
        }
      }
    } catch let error as DataError {
      throw error
    } catch {
      throw DataError.unreadable(path: path, reason: "reading fails")
    }
    return bytes
  }
}
