import Foundation
import Synchronization

/// The bytes of a file or of standard input.
public enum FileBytes {
  /// Reads a file to its end; `-` is standard input, which is read once and kept, so that other
  /// columns of it can be chosen.
  ///
  /// A pipe or a device is read as it comes; an endless one is refused after
  /// ``maximumSize`` bytes.
  ///
  /// - Throws: ``DataError`` if there is nothing that can be read.
  public static func read(_ path: String) throws -> [UInt8] {
    if path == "-" {
      return try standardInput.withLock { kept in
        let all = try kept ?? bytes(of: .standardInput, path: "standard input")
        kept = all
        return all
      }
    }
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

  /// What was read from standard input, or `nil` if it wasn't read yet.
  public static var ofStandardInput: [UInt8]? { standardInput.withLock { $0 } }

  /// Takes these bytes for what standard input says, as when they went along in a saved session.
  public static func takeForStandardInput(_ bytes: [UInt8]) {
    standardInput.withLock { $0 = bytes }
  }

  private static let standardInput = Mutex<[UInt8]?>(nil)

  /// The most that is read: two gibibytes, some hundred million points.
  public static let maximumSize = 1 << 31

  private static func bytes(of handle: FileHandle, path: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    // A file is not copied as it grows in memory; a pipe has no size.
    if let size = try? handle.seekToEnd(), (try? handle.seek(toOffset: 0)) != nil,
      size <= maximumSize
    {
      bytes.reserveCapacity(Int(size))
    }
    do {
      while let part = try handle.read(upToCount: 1 << 20), !part.isEmpty {
        if bytes.isEmpty { try Text.checkIsText(part, file: path) }
        bytes.append(contentsOf: part)
        guard bytes.count <= maximumSize else {
          throw DataError.endless(path: path)
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
