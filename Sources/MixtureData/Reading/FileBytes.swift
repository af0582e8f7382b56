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

/// Bytes that have been found to be text, without a byte order mark.
struct Text {
  /// UTF-8 or Latin-1; each is ASCII where it matters, which is all that splitting needs.
  let bytes: [UInt8]

  /// Accepts UTF-8 and UTF-16 with a byte order mark, and UTF-8 and Latin-1 without.
  ///
  /// - Parameter file: How messages call the file.
  /// - Throws: ``DataError/binary(file:)`` for bytes that cannot be text, ``DataError/empty(file:)``
  ///   when there are none.
  init(_ bytes: [UInt8], file: String) throws {
    guard !bytes.isEmpty else { throw DataError.empty(file: file) }
    if Text.hasByteOrderMark16(bytes) {
      guard let string = String(data: Data(bytes), encoding: .utf16) else {
        throw DataError.binary(file: file)
      }
      self.bytes = Array(string.utf8)
    } else {
      self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    }
    guard !Text.looksBinary(self.bytes.prefix(65_536)) else { throw DataError.binary(file: file) }
  }

  /// Whether the bytes begin as UTF-16 does.
  static func hasByteOrderMark16(_ start: some Collection<UInt8>) -> Bool {
    start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF])
  }

  /// Whether some of the first bytes can't belong to text: a zero, or one control character in ten.
  static func looksBinary(_ start: some Collection<UInt8>) -> Bool {
    var controls = 0
    for byte in start {
      if byte == 0 { return true }
      if byte < 0x20 && !(0x09...0x0D).contains(byte) { controls += 1 }
    }
    return controls * 10 > start.count
  }

  /// The characters of a field: UTF-8 where it is valid, otherwise Latin-1, which any byte is.
  static func string(_ field: some Sequence<UInt8>) -> String {
    String(validating: field, as: UTF8.self)
      ?? String(String.UnicodeScalarView(field.map { Unicode.Scalar($0) }))
  }
}
