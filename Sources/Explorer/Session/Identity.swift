/// Something that is only ever the same as itself and its copies.
final class Identity: Sendable, Equatable {
  static func == (a: Identity, b: Identity) -> Bool { a === b }
}
