/// A kind of file that emscope reads besides points.
public struct Document: Sendable {
  /// What messages call it.
  public let name: String
  /// The most bytes that one may have: no sensible one comes near.
  public let maximumSize: Int

  /// The user's preferences.
  public static let configuration = Document(name: "configuration file", maximumSize: 1 << 20)
  /// A lesson of one's own.
  public static let lesson = Document(name: "lesson", maximumSize: 1 << 20)
  /// A session that was saved.
  public static let session = Document(name: "session file", maximumSize: 64 << 20)
  /// A start, or a whole result, which has a start in it.
  public static let start = Document(name: "start file", maximumSize: 1 << 30)

  /// The bytes of a document; `-` is standard input.
  ///
  /// - Throws: ``DocumentError`` with a sentence.
  public func read(_ path: String) throws -> [UInt8] {
    do {
      return try FileBytes.read(path, atMost: maximumSize)
    } catch let fault as FileBytes.Fault {
      throw DocumentError(file: path, document: self, fault: fault)
    }
  }
}

/// A document that can't be read, said in one sentence.
public struct DocumentError: Error, CustomStringConvertible {
  let file: String
  let document: Document
  let fault: FileBytes.Fault

  /// Whether there is no such file.
  public var isMissing: Bool { if case .missing = fault { true } else { false } }

  /// The sentence.
  public var description: String {
    let file = file == "-" ? "standard input" : file.printable
    return switch fault {
    case .missing: "there is no \(document.name) \(file); check the name."
    case .folder: "\(file) is a folder, not a \(document.name)."
    case .tooLarge:
      "\(file) is too large for a \(document.name): it has more than \(document.maximumSize >> 20) MB."
    case .refused(let error): "the \(document.name) \(file) can't be read: \(error)."
    }
  }
}
