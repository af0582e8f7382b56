/// A sentence in the line of status, until the next key.
///
/// What can't be done is thrown as one; what went well, and can't be seen, is shown as one.
public struct Notice: Error, Hashable, Sendable {
  /// The sentence.
  let text: String
  /// Whether it says what stands against what the user asked for.
  let isRefusal: Bool
  /// Whether it says why a key did nothing.
  var isIdle = false

  /// Why something that was asked for can't be done.
  static func refusal(_ text: String) -> Notice { Notice(text: text, isRefusal: true) }

  /// Why a key does nothing here, where nothing stands against it but that there is nothing to do.
  static func idle(_ text: String) -> Notice {
    Notice(text: text, isRefusal: false, isIdle: true)
  }

  /// What was done, where the picture doesn't show it.
  static func news(_ text: String) -> Notice { Notice(text: text, isRefusal: false) }
}
