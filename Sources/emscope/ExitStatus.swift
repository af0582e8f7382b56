/// How the program ends, as a shell sees it, unless a signal ends it.
enum ExitStatus: Int32, CaseIterable {
  case success, failure, misuse

  /// What has happened, for the manual.
  var meaning: String {
    switch self {
    case .success: "All went well, or the help or the version was asked for."
    case .failure:
      "What was asked for could not be done; one sentence on standard error says why."
    case .misuse: "The arguments make no sense; one sentence on standard error says why."
    }
  }

  /// What a status above 128 says, for the manual.
  static let meaningOfSignal = "The signal of number n ended it."
}
