import Foundation

/// Writes files whole or not at all, and never over one that is there.
public enum NewFile {
  /// Writes a text to a new file.
  ///
  /// The text goes to a temporary file beside it, which is then linked to the name: a reader sees
  /// all of it or nothing, and a file that is there already is left alone.
  ///
  /// - Throws: ``NewFileError`` with a sentence.
  public static func write(_ text: String, to path: String) throws {
    let temporary = path + ".part-\(ProcessInfo.processInfo.processIdentifier)"
    defer { unlink(temporary) }
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: temporary), options: [])
    } catch {
      throw NewFileError(file: path, reason: Self.reason(error))
    }
    if link(temporary, path) == 0 { return }
    // Some file systems have no links; there a rename comes as close as can be.
    let hasLinks = errno != EPERM && errno != EOPNOTSUPP
    let reason = String(cString: strerror(errno))
    guard access(path, F_OK) != 0 else {
      throw NewFileError(file: path, reason: "the file is there already; choose another name.")
    }
    guard !hasLinks, rename(temporary, path) == 0 else {
      throw NewFileError(file: path, reason: reason)
    }
  }

  /// Writes a text to the first name that is free, numbered from `stem-2.ending` on if need be.
  ///
  /// - Returns: The name.
  /// - Throws: ``NewFileError`` with a sentence.
  public static func write(_ text: String, stem: String, ending: String) throws -> String {
    for number in 1...9999 {
      let name = number == 1 ? "\(stem).\(ending)" : "\(stem)-\(number).\(ending)"
      if access(name, F_OK) == 0 { continue }
      try write(text, to: name)
      return name
    }
    throw NewFileError(file: "\(stem).\(ending)", reason: "there are too many already.")
  }

  private static func reason(_ error: any Error) -> String {
    let cocoa = error as NSError
    let underlying = cocoa.userInfo[NSUnderlyingErrorKey] as? NSError
    if let code = underlying?.code ?? (cocoa.domain == NSPOSIXErrorDomain ? cocoa.code : nil) {
      return String(cString: strerror(Int32(code)))
    }
    return cocoa.localizedDescription
  }
}

/// A file that can't be written.
public struct NewFileError: Error, Equatable, CustomStringConvertible {
  /// The file.
  public var file: String
  /// Why.
  public var reason: String

  /// The file and the reason.
  public var description: String { "can't write \(file.harmless): \(reason)" }
}
