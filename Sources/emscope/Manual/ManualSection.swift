/// A section of the manual.
struct ManualSection {
  /// Something that a section is made of.
  enum Block {
    /// The heading of a part of the section.
    case heading(String)
    case paragraph(String)
    /// Things with what is said of each.
    case items([Item])
    /// Lines that stand as they are.
    case lines([String])
  }

  /// A thing, and what is said of it.
  struct Item {
    let term: ManualText
    let text: String
  }

  let title: String
  let blocks: [Block]
}

extension ManualSection.Item {
  /// A thing that is called by its name.
  init(_ name: String, _ text: String) { self.init(term: ManualText(.literal(name)), text: text) }
}
