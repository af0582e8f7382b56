/// How the program ends, as a shell sees it; ended by a signal, it adds 128 to the signal's number.
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
}
