/// A card over the picture: what happened in the mathematics, why, and what can be done about it.
struct Card: Hashable, Sendable {
  /// Something that can be done.
  enum Remedy: Hashable, Sendable {
    /// Go on with a floor under every variance, in squared units of the data.
    case floor(Double)
    /// Begin one component anew.
    case reseed(component: Int)
    /// Go one iteration back.
    case back
    /// Push identical components a little apart.
    case nudge
    /// Choose another starting rule.
    case anotherStart
    /// Leave everything as it is.
    case leave
  }

  /// One of the things to choose from.
  struct Choice: Hashable, Sendable {
    var remedy: Remedy
    var name: String
    var consequence: String
  }

  var title: String
  /// What happened and why, in sentences.
  var text: String
  var choices: [Choice]
  var selection = 0

  /// Moves the selection, around the ends.
  mutating func move(by step: Int) {
    selection = ((selection + step) % choices.count + choices.count) % choices.count
  }
}
