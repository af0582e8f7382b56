/// A command line of the manual, and what it is for.
struct ManualExample {
  let purpose: String
  /// The words behind the program's name; none holds a quotation mark.
  let words: [String]

  /// The line as it is typed into a shell.
  var line: String {
    (["emscope"] + words.map { $0.contains(" ") ? "\"\($0)\"" : $0 }).joined(separator: " ")
  }

  private init(_ purpose: String, _ words: String...) {
    self.purpose = purpose
    self.words = words
  }

  /// The examples, in order.
  static let all = [
    ManualExample("Explore Old Faithful with three components:", "old-faithful", "-k", "3"),
    ManualExample(
      "Explore two columns of a file:", "points.csv", "--columns", "height,weight", "-k", "4"),
    ManualExample("Give a lesson:", "lesson", "local-optima"),
    ManualExample(
      "Fit without a screen, and print the result as JSON:", "fit", "old-faithful", "-k", "3",
      "--start", "k-means++", "--seed", "7", "--format", "json"),
    ManualExample("Compare the best fits of one to eight components:", "fit", "iris", "-k", "1..8"),
    ManualExample(
      "Draw the screen after three iterations:", "render", "old-faithful", "-k", "3", "--keys",
      "Space Space Space", "--size", "100x30", "--format", "svg"),
    ManualExample(
      "Count the optima that a starting rule reaches:", "restarts", "two-pairs", "--start",
      "random-points"),
    ManualExample("Step through EM in lines of text:", "tell", "iris", "-k", "3"),
  ]
}
