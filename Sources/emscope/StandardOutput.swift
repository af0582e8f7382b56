import MixtureData

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// All that the program prints goes through here, so that what can't be written is never taken for
/// printed.
enum StandardOutput {
  /// Writes a text.
  ///
  /// A reader that is gone ends the program by SIGPIPE, unless that is ignored.
  ///
  /// - Throws: ``CommandError`` when it can't be written, to the end.
  static func write(_ text: String) throws(CommandError) {
    do throws(SystemError) {
      try Descriptor.write(text.utf8, to: STDOUT_FILENO)
    } catch {
      throw CommandError("can't write to standard output: \(error).")
    }
  }

  /// Keeps files that are opened later from becoming standard input, output or error where those
  /// are closed: reading and writing there go on to fail.
  static func keepClosed() {
    for (descriptor, wrongWay) in [(0, O_WRONLY), (1, O_RDONLY), (2, O_RDONLY)] as [(Int32, Int32)]
    where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", wrongWay)
    }
  }
}
