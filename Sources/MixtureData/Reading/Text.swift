#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Bytes that have been found to be text, without a byte order mark.
struct Text {
  /// UTF-8 or Latin-1; each is ASCII where it matters, which is all that splitting needs.
  let bytes: [UInt8]
  /// Whether a `#` is anywhere.
  let hasHashes: Bool

  /// Bytes that are UTF-8 or Latin-1.
  init(utf8 bytes: [UInt8]) {
    self.bytes = bytes
    hasHashes = bytes.contains(UInt8(ascii: "#"))
  }

  /// Accepts UTF-8 and UTF-16, with a byte order mark or without, and Latin-1.
  ///
  /// A control-Z at the end, the mark of the end in old files, is left out.
  ///
  /// - Parameter file: How messages call the file.
  /// - Throws: ``DataError/binary(file:)`` for bytes that cannot be text, ``DataError/empty(file:)``
  ///   when there are none.
  init(_ bytes: [UInt8], file: String) throws(DataError) {
    guard !bytes.isEmpty else { throw DataError.empty(file: file) }
    try Text.checkIsText(bytes, file: file)
    var text = bytes
    if let encoding = Text.utf16(bytes) {
      guard let string = String(data: Data(bytes), encoding: encoding) else {
        throw DataError.binary(file: file)
      }
      text = Array(string.utf8)
    }
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
    guard !Text.looksBinary(text.prefix(65_536)) else { throw DataError.binary(file: file) }
    while let last = text.last, last == 0x1A { text.removeLast() }
    guard text.contains(where: { $0 > 0x20 }) else { throw DataError.empty(file: file) }
    self.init(utf8: text)
  }

  /// Refuses bytes that can't be text, judged by the first of them.
  static func checkIsText(_ bytes: some Collection<UInt8>, file: String) throws(DataError) {
    let start = Array(bytes.prefix(65_536))
    let isBinary = looksBinary(start)
    if let format = BinaryFormat.all.first(where: { $0.begins(start, looksBinary: isBinary) }) {
      throw DataError.packed(file: file, format: format.name, advice: format.advice(file))
    }
    guard utf16(start) != nil || !isBinary else { throw DataError.binary(file: file) }
  }

  /// The kind of UTF-16 that the bytes are, if they are: by the mark, or by a zero in every second
  /// byte.
  private static func utf16(_ bytes: [UInt8]) -> String.Encoding? {
    if hasByteOrderMark16(bytes) { return .utf16 }
    let start = bytes.prefix(1000)
    guard start.count >= 4, start.count.isMultiple(of: 2) else { return nil }
    let zeros = start.indices.filter { start[$0] == 0 }
    guard zeros.count * 2 == start.count else { return nil }
    if zeros.allSatisfy({ !$0.isMultiple(of: 2) }) { return .utf16LittleEndian }
    return zeros.allSatisfy { $0.isMultiple(of: 2) } ? .utf16BigEndian : nil
  }

  /// Whether the bytes begin as UTF-16 does.
  private static func hasByteOrderMark16(_ start: some Collection<UInt8>) -> Bool {
    start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF])
  }

  /// Whether some of the first bytes can't belong to text: a zero, or one control character in ten.
  private static func looksBinary(_ start: some Collection<UInt8>) -> Bool {
    var controls = 0
    for byte in start {
      if byte == 0 { return true }
      if byte < 0x20 && !(0x09...0x0D).contains(byte) && byte != 0x1A { controls += 1 }
    }
    return controls * 10 > start.count
  }

  /// The characters of a field: UTF-8 where it is valid, otherwise Latin-1, which any byte is.
  static func string(_ field: some Sequence<UInt8>) -> String {
    String(validating: field, as: UTF8.self)
      ?? String(String.UnicodeScalarView(field.map { Unicode.Scalar($0) }))
  }
}
