/// What is wrong with a lesson file, and in which line.
struct LessonError: Error, CustomStringConvertible {
  var file: String
  /// Counted from 1; `nil` when it concerns the whole file.
  var line: Int?
  var sentence: String

  /// `file:line: sentence`.
  var description: String {
    "\(file):\(line.map { "\($0):" } ?? "") \(sentence)"
  }
}
