extension ChoiceOfK.Row {
  /// What should be known of the best fit, in a few words; empty where there is nothing to say.
  package var remark: String {
    [flaw?.rawValue, isNotFoundYet ? "not found yet" : nil].compactMap(\.self)
      .joined(separator: ", ")
  }
}
