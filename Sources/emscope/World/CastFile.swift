import MixtureData

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The file of an asciicast, which has each event as soon as that is shown: however the program
/// ends, nothing before is lost.
final class CastFile {
  private let path: String
  private let file: CreatedFile
  /// How many bytes the whole lines have.
  private var length = 0
  /// Why the recording ended before the session.
  private(set) var failure: SystemError?

  /// Makes the file, which has to have room for a few pictures.
  ///
  /// - Throws: ``CommandError`` with a sentence.
  init(_ path: String) throws {
    self.path = path
    do throws(SystemError) {
      file = try CreatedFile(path)
    } catch  where error.code == EEXIST {
      throw CommandError("\(path.harmless) is there already; record to another file.")
    } catch {
      throw CommandError("can't record to \(path.harmless): \(error).")
    }
    do throws(SystemError) {
      try file.write(String(repeating: " ", count: 1 << 14))
      file.cut(to: 0)
    } catch {
      unlink(path)
      throw CommandError("can't record to \(path.harmless): \(error).")
    }
  }

  /// A recording of nothing leaves no file.
  deinit { if length == 0 { unlink(path) } }

  /// Appends whole lines, unless that has failed before.
  func append(_ lines: String) {
    guard failure == nil else { return }
    do throws(SystemError) {
      try file.write(lines)
      length += lines.utf8.count
    } catch {
      failure = error
      // What is there stays a recording that can be played.
      file.cut(to: length)
    }
  }

  /// Says whether all could be recorded.
  ///
  /// - Throws: ``CommandError`` if the recording ended before the session.
  func check() throws {
    if let failure {
      throw CommandError("the recording \(path.harmless) ends early: \(failure).")
    }
  }
}
