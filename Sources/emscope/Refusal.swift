/// Why the command can't do what it is asked, in one sentence with advice.
struct Refusal: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
