/// The lines of an asciicast, version 2: a header, then what the terminal showed and when.
public enum CastLine {
  /// The first line.
  public static func header(width: Int, height: Int, title: String) -> String {
    JSON.object([
      .init("version", .integer(2)), .init("width", .integer(width)),
      .init("height", .integer(height)), .init("title", .string(title)),
      .init("env", .object([.init("TERM", .string("xterm-256color"))])),
    ]).text + "\n"
  }

  /// Another size of the window after some seconds.
  public static func resize(width: Int, height: Int, after seconds: Double) -> String {
    JSON.array([.number(seconds), .string("r"), .string("\(width)x\(height)")]).text + "\n"
  }

  /// Output after some seconds.
  public static func output(_ text: String, after seconds: Double) -> String {
    JSON.array([.number(seconds), .string("o"), .string(text)]).text + "\n"
  }
}
