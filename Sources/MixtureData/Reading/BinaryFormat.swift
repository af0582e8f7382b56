/// A kind of file that is no text, known by its first bytes, with what to do about it.
struct BinaryFormat {
  /// What it is, as in "is compressed with gzip".
  let name: String
  /// The bytes that it begins with.
  let magic: [UInt8]
  /// What to do, where `@` stands for the file.
  private let remedy: String

  func advice(_ file: String) -> String { remedy.replacing("@", with: file) }

  private init(_ name: String, _ magic: String, _ remedy: String) {
    self.name = name
    self.magic = magic.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    self.remedy = remedy
  }

  private static let export = "save the points as CSV (comma-separated text) first"

  /// The kinds that are known.
  static let all: [BinaryFormat] = [
    BinaryFormat(
      "compressed with gzip", "\u{1F}\u{8B}", "read it with: zcat @ | emscope explore -"),
    BinaryFormat("compressed with bzip2", "BZh", "read it with: bzcat @ | emscope explore -"),
    BinaryFormat(
      "compressed with xz", "\u{FD}7zXZ\u{00}", "read it with: xzcat @ | emscope explore -"),
    BinaryFormat(
      "compressed with zstd", "\u{28}\u{B5}\u{2F}\u{FD}",
      "read it with: zstdcat @ | emscope explore -"),
    BinaryFormat("a zip archive, as spreadsheets are", "PK\u{03}\u{04}", export),
    BinaryFormat("an old spreadsheet or document", "\u{D0}\u{CF}\u{11}\u{E0}", export),
    BinaryFormat("an array of NumPy", "\u{93}NUMPY", export),
    BinaryFormat("a Parquet file", "PAR1", export),
    BinaryFormat("an HDF5 file", "\u{89}HDF", export),
    BinaryFormat("a PDF", "%PDF", export),
    BinaryFormat("a picture", "\u{89}PNG", "give a file of points"),
    BinaryFormat("a picture", "\u{FF}\u{D8}\u{FF}", "give a file of points"),
    BinaryFormat("an SQLite database", "SQLite format 3\u{00}", export),
  ]
}
