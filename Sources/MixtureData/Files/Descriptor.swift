#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reading and writing by the operating system's calls alone.
///
/// Foundation's own reading fills a buffer before it answers, so that the end has to be typed twice
/// at a terminal, and its errors are long.
public enum Descriptor {
  /// Writes all bytes, however often the system takes just a part of them.
  ///
  /// - Throws: ``SystemError`` when it takes no more.
  public static func write(
    _ bytes: some Collection<UInt8>, to descriptor: Int32
  ) throws(SystemError) {
    let failure = bytes.withContiguousStorageIfAvailable { writeAll($0, to: descriptor) }
    let last = failure ?? Array(bytes).withUnsafeBufferPointer { writeAll($0, to: descriptor) }
    if let last { throw last }
  }

  /// Appends the bytes that are there to others, at most so many; waits for the first.
  ///
  /// - Returns: How many there were, 0 at the end.
  /// - Throws: ``SystemError``.
  static func read(
    upTo count: Int, from descriptor: Int32, onto bytes: inout [UInt8]
  ) throws(SystemError) -> Int {
    while true {
      var part = 0
      bytes.append(
        contentsOf: [UInt8](unsafeUninitializedCapacity: count) { buffer, length in
          part = systemRead(descriptor, buffer.baseAddress, count)
          length = max(part, 0)
        })
      if part >= 0 { return part }
      let error = SystemError.last
      guard wait(after: error, for: POLLIN, on: descriptor) else { throw error }
    }
  }

  private static func writeAll(
    _ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32
  ) -> SystemError? {
    var rest = bytes[...]
    while !rest.isEmpty {
      // Some systems refuse more than 2 GB at once.
      let part = UnsafeBufferPointer(rebasing: rest.prefix(1 << 30))
      let count = systemWrite(descriptor, part.baseAddress, part.count)
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else {
        let error = SystemError.last
        guard wait(after: error, for: POLLOUT, on: descriptor) else { return error }
      }
    }
    return nil
  }

  /// Whether a call that failed may be made again: a signal came between, or a descriptor that
  /// doesn't wait by itself had to be waited for.
  private static func wait(
    after error: SystemError, for event: some BinaryInteger, on descriptor: Int32
  ) -> Bool {
    if error.code == EINTR { return true }
    guard error.code == EAGAIN || error.code == EWOULDBLOCK else { return false }
    var polled = pollfd(fd: descriptor, events: Int16(event), revents: 0)
    return poll(&polled, 1, -1) >= 0 || errno == EINTR
  }
}

// The methods above hide the system's calls of the same names.

private func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int
{
  read(descriptor, bytes, count)
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
