import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The bytes of a file or of standard input.
public enum FileBytes {
  /// Reads a file of points to its end; `-` is standard input, which is read once and kept, so that
  /// other columns of it can be chosen.
  ///
  /// A pipe or a device is read as it comes; an endless one is refused after
  /// ``maximumSize`` bytes.
  ///
  /// - Throws: ``DataError`` if there is nothing that can be read.
  public static func read(_ path: String) throws -> [UInt8] {
    let name = path == "-" ? "standard input" : path.harmlessPath
    do {
      return try read(path, atMost: maximumSize) { try Text.checkIsText($0, file: name) }
    } catch let fault as Fault {
      switch fault {
      case .missing:
        let nearest = nearestName(to: path, among: BuiltInDataSet.all.lazy.map(\.name))
        throw DataError.unknown(name: name, nearest: nearest)
      case .folder: throw DataError.folder(path: name)
      case .tooLarge: throw DataError.endless(path: name)
      case .refused(let error): throw DataError.unreadable(path: name, reason: "\(error)")
      }
    }
  }

  /// The most that is read: two gibibytes, some hundred million points.
  public static let maximumSize = 1 << 31

  /// Why there are no bytes.
  enum Fault: Error {
    case missing
    case folder
    case tooLarge
    case refused(SystemError)
  }

  /// Reads a file, or standard input, to its end.
  ///
  /// - Parameter check: Told the first bytes, as soon as there are enough to be judged; what it
  ///   throws ends the reading.
  /// - Throws: ``Fault``.
  static func read(
    _ path: String, atMost limit: Int, check: ([UInt8]) throws -> Void = { _ in }
  ) throws -> [UInt8] {
    if path == "-" {
      return try standardInput.withLock { kept in
        let all = try kept ?? bytes(of: STDIN_FILENO, atMost: limit, check)
        kept = all
        return all
      }
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let error = SystemError.last
      throw [ENOENT, ENOTDIR].contains(error.code) ? Fault.missing : .refused(error)
    }
    defer { close(descriptor) }
    return try bytes(of: descriptor, atMost: limit, check)
  }

  /// What was read from standard input, or `nil` if it wasn't read yet.
  public static var ofStandardInput: [UInt8]? { standardInput.withLock { $0 } }

  /// Takes these bytes for what standard input says, as when they went along in a saved session.
  public static func takeForStandardInput(_ bytes: [UInt8]) {
    standardInput.withLock { $0 = bytes }
  }

  private static let standardInput = Mutex<[UInt8]?>(nil)

  private static func bytes(
    of descriptor: Int32, atMost limit: Int, _ check: ([UInt8]) throws -> Void
  ) throws -> [UInt8] {
    var bytes: [UInt8] = []
    // A file is not copied as it grows in memory; a pipe has no size.
    var about = stat()
    if fstat(descriptor, &about) == 0, Int(about.st_size) > 0 {
      guard Int(about.st_size) <= limit else { throw Fault.tooLarge }
      bytes.reserveCapacity(Int(about.st_size))
    }
    var isChecked = false
    do {
      while try Descriptor.read(upTo: 1 << 20, from: descriptor, onto: &bytes) > 0 {
        guard bytes.count <= limit else { throw Fault.tooLarge }
        if !isChecked, bytes.count >= 65_536 {
          try check(bytes)
          isChecked = true
        }
      }
    } catch let error as SystemError {
      throw error.code == EISDIR ? Fault.folder : .refused(error)
    }
    return bytes
  }
}
