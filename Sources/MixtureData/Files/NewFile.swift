#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes files whole or not at all, and never over one that is there.
///
/// A text goes to a temporary file in the same folder, which is then linked to its name: a reader
/// sees all of it or nothing, and of several programs that want a name just one gets it. Where a
/// file system has no links, an empty file keeps the name until the whole one takes its place.
public enum NewFile {
  /// Writes a text to a new file.
  ///
  /// - Throws: ``NewFileError`` with a sentence.
  public static func write(_ text: String, to path: String) throws {
    do {
      let temporary = try TemporaryFile(text, beside: path)
      try temporary.take(path)
    } catch {
      throw NewFileError(
        file: path,
        reason: error.code == EEXIST
          ? "the file is there already; choose another name" : error.description)
    }
  }

  /// Writes a text to the first name that is free, numbered from `stem-2.ending` on if need be.
  ///
  /// - Returns: The name.
  /// - Throws: ``NewFileError`` with a sentence.
  public static func write(_ text: String, stem: String, ending: String) throws -> String {
    let first = "\(stem).\(ending)"
    do {
      let temporary = try TemporaryFile(text, beside: first)
      for number in 1...9999 {
        let name = number == 1 ? first : "\(stem)-\(number).\(ending)"
        // Others may take names at the same time, so that a name is free is known once it is taken.
        do throws(SystemError) {
          try temporary.take(name)
          return name
        } catch  where error.code == EEXIST {
          continue
        }
      }
    } catch {
      throw NewFileError(file: first, reason: error.description)
    }
    throw NewFileError(file: first, reason: "there are too many already")
  }
}

/// A file that can't be written.
public struct NewFileError: Error, Equatable, CustomStringConvertible {
  /// The file.
  public var file: String
  /// Why, in the system's words mostly.
  public var reason: String

  /// The file and the reason.
  public var description: String { "can't write \(file.harmlessPath): \(reason)." }
}
