/// A kind of file that is no text, known by its first bytes, with what to do about it.
struct BinaryFormat {
  /// What it is, as in "compressed with gzip".
  let name: String
  /// The bytes that it begins with.
  private let magic: [UInt8]
  /// The command that unpacks it, if one does.
  private let unpacking: String?

  private init(_ name: String, _ magic: String, unpacking: String? = nil) {
    self.name = name
    self.magic = magic.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    self.unpacking = unpacking
  }

  /// Whether bytes begin so, and are no text that happens to.
  func begins(_ bytes: [UInt8], looksBinary: Bool) -> Bool {
    bytes.starts(with: magic)
      && (looksBinary || magic.contains { $0 >= 0x80 || $0 < 0x20 } || magic.count > 4)
  }

  /// What to do, for a file as messages call it.
  func advice(_ file: String) -> String {
    guard let unpacking else { return "save the points as CSV (comma-separated text) first" }
    let isPlain = file.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || "/._-".utf8.contains(byte)
    }
    if file == "standard input" { return "unpack it with \(unpacking) before emscope reads it" }
    let word = isPlain ? file : "'\(file.replacing("'", with: "'\\''"))'"
    return "the command  \(unpacking) \(word) | emscope explore -  reads it"
  }

  /// The kinds that are known.
  static let all: [BinaryFormat] = [
    BinaryFormat("compressed with gzip", "\u{1F}\u{8B}", unpacking: "zcat"),
    BinaryFormat("compressed with bzip2", "BZh", unpacking: "bzcat"),
    BinaryFormat("compressed with xz", "\u{FD}7zXZ\u{00}", unpacking: "xzcat"),
    BinaryFormat("compressed with zstd", "\u{28}\u{B5}\u{2F}\u{FD}", unpacking: "zstdcat"),
    BinaryFormat("a zip archive, as spreadsheets are", "PK\u{03}\u{04}"),
    BinaryFormat("an old spreadsheet or document", "\u{D0}\u{CF}\u{11}\u{E0}"),
    BinaryFormat("an array of NumPy", "\u{93}NUMPY"),
    BinaryFormat("a Parquet file", "PAR1"),
    BinaryFormat("an HDF5 file", "\u{89}HDF"),
    BinaryFormat("a PDF", "%PDF-"),
    BinaryFormat("a picture", "\u{89}PNG"),
    BinaryFormat("a picture", "\u{FF}\u{D8}\u{FF}"),
    BinaryFormat("an SQLite database", "SQLite format 3\u{00}"),
  ]
}
