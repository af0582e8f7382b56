#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that this process has made and writes to; its end closes it.
public struct CreatedFile: ~Copyable {
  private let descriptor: Int32

  /// Makes a file under a name that nothing has, be it a link that leads nowhere.
  ///
  /// - Throws: ``SystemError``; its code is `EEXIST` when the name is taken.
  public init(_ path: String) throws(SystemError) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_APPEND | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw SystemError.last }
  }

  deinit { close(descriptor) }

  /// Appends some text.
  ///
  /// - Throws: ``SystemError``, with a part of the text written perhaps.
  public func write(_ text: String) throws(SystemError) {
    var text = text
    // The text's own bytes, without a copy of them.
    let failure = text.withUTF8 { bytes -> SystemError? in
      do throws(SystemError) {
        try Descriptor.write(bytes, to: descriptor)
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
  }

  /// Leaves the first bytes alone.
  public func cut(to count: Int) { ftruncate(descriptor, off_t(count)) }
}
