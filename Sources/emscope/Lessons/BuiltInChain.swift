import Explorer

/// The chains of lessons that are compiled into the program.
enum BuiltInChain {
  /// Names and texts; a chain is a file of that name in `Chains` and a line here.
  static let all: [(name: String, bytes: [UInt8])] = [
    ("lecture", PackageResources.lecture_toml),
    ("exam", PackageResources.exam_toml),
  ]

  /// The chains' names, in order.
  static var names: [String] { all.map(\.name) }

  /// The chains as the program's menu offers them.
  static let offers: [LessonChain] = names.compactMap { try? reader($0)?.chain() }

  /// A reader of the chain of a name; `nil` where there is none.
  ///
  /// - Throws: ``LessonError`` when it can't be read.
  static func reader(_ name: String) throws -> ChainReader? {
    try all.first { $0.name == name }.map {
      try ChainReader(name: name, file: "\(name).toml", text: $0.bytes) {
        try BuiltInLesson.reader($0)
      }
    }
  }
}
