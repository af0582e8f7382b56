/// In which line of a lesson file something stands, for messages about it.
struct LessonLines {
  private var headers: [Int] = []
  private var keys: [String: Int] = [:]

  /// The lines of a text in TOML.
  init(_ text: String) {
    var step = -1
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let trimmed = line.drop { $0 == " " || $0 == "\t" }
      if trimmed.hasPrefix("[[step]]") {
        step += 1
        headers.append(index + 1)
      } else if let equals = trimmed.firstIndex(of: "=") {
        let name = trimmed[..<equals].filter { $0 != " " && $0 != "\t" && $0 != "\"" }
        let place = Self.place(String(name), step: step)
        if keys[place] == nil { keys[place] = index + 1 }
      }
    }
  }

  /// The line of a key at the top (`step` is `nil`) or within a step counted from 0.
  func line(of key: String, step: Int? = nil) -> Int? {
    keys[Self.place(key, step: step ?? -1)] ?? step.flatMap { line(ofStep: $0) }
  }

  /// The line of a step's header.
  func line(ofStep step: Int) -> Int? {
    headers.indices.contains(step) ? headers[step] : nil
  }

  private static func place(_ key: String, step: Int) -> String { "\(step).\(key)" }
}
