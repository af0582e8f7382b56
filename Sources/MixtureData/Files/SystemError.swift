#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the operating system says when one of its calls fails.
public struct SystemError: Error, Hashable, CustomStringConvertible {
  /// The number of the error, as `errno` has it.
  public let code: Int32

  /// The error of a number.
  public init(code: Int32) { self.code = code }

  /// The error of the call that has just failed on this thread.
  static var last: SystemError { SystemError(code: errno) }

  /// The system's own words, such as "No space left on device".
  public var description: String { String(cString: strerror(code)) }
}
