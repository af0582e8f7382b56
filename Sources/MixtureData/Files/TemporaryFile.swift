import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A whole file under a name that nobody can guess, until it gets its own; its end removes it.
struct TemporaryFile: ~Copyable {
  private let path: String

  /// Writes a text to a new file in the folder where another is to be.
  ///
  /// - Throws: ``SystemError``, with nothing left behind.
  init(_ text: String, beside other: String) throws(SystemError) {
    let folder = other.lastIndex(of: "/").map { other[...$0] } ?? ""
    path = "\(folder).emscope-\(String(UInt64.random(in: .min ... .max), radix: 36)).part"
    let file = try CreatedFile(path)
    Self.keep(path)
    do throws(SystemError) {
      try file.write(text)
    } catch {
      Self.remove(path)
      throw error
    }
  }

  deinit { Self.remove(path) }

  /// Those that are there, to be removed also where the program ends while one is written.
  private static let present = Mutex<Set<String>>([])
  private static let isRemovedAtExit: Bool =
    atexit { for path in TemporaryFile.present.withLock({ $0 }) { unlink(path) } } == 0

  private static func keep(_ path: String) {
    _ = isRemovedAtExit
    present.withLock { _ = $0.insert(path) }
  }

  private static func remove(_ path: String) {
    unlink(path)
    present.withLock { _ = $0.remove(path) }
  }

  /// Gives the file its name, if nothing has that yet.
  ///
  /// - Parameter link: Gives a file a second name, as the system's call does.
  /// - Throws: ``SystemError``; its code is `EEXIST` when the name is taken.
  func take(
    _ name: String, link: (String, String) -> Int32 = systemLink
  ) throws(SystemError) {
    if link(path, name) == 0 { return }
    let error = SystemError.last
    guard [EPERM, EOPNOTSUPP, ENOTSUP, ENOSYS, EMLINK].contains(error.code) else { throw error }
    // Some file systems have no links: there an empty file keeps the name until the whole one takes
    // its place.
    _ = try CreatedFile(name)
    guard rename(path, name) == 0 else {
      let error = SystemError.last
      unlink(name)
      throw error
    }
  }
}

/// The system's call, which the method's own parameter hides.
private func systemLink(_ path: String, _ name: String) -> Int32 { link(path, name) }
