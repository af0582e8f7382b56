import ArgumentParser

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A command as the parser of the arguments knows it.
struct CommandDefinition: Decodable {
  /// An argument, an option or a flag.
  struct Argument: Decodable, Hashable {
    struct Name: Decodable, Hashable {
      let kind: String
      let name: String

      /// The name as it is typed.
      var typed: String { (kind == "long" ? "--" : "-") + name }
    }

    let kind: String
    let names: [Name]?
    let valueName: String?
    let abstract: String?
    let discussion: String?
    let defaultValue: String?
    let allValues: [String]?
    let isOptional: Bool
    let isRepeating: Bool
    let shouldDisplay: Bool
  }

  let commandName: String
  let abstract: String?
  let discussion: String?
  let shouldDisplay: Bool
  let arguments: [Argument]?
  let subcommands: [CommandDefinition]?

  /// What the parser says of a type's command, or of a group of options.
  ///
  /// - Throws: A decoding error if it says it in another way than it did.
  init(of type: any ParsableArguments.Type) throws {
    struct Answer: Decodable {
      let command: CommandDefinition
    }
    self = try JSONDecoder().decode(Answer.self, from: Data(type._dumpHelp().utf8)).command
  }
}

extension CommandDefinition {
  /// The commands that the help lists.
  var listed: [CommandDefinition] { (subcommands ?? []).filter(\.shouldDisplay) }

  /// Its arguments that have no name.
  var positional: [Argument] {
    (arguments ?? []).filter { $0.kind == "positional" && $0.shouldDisplay }
  }

  /// Its options and flags.
  var options: [Argument] {
    (arguments ?? []).filter { $0.kind != "positional" && $0.shouldDisplay }
  }
}

extension CommandDefinition.Argument {
  /// The names and the value, as a line of the manual has them.
  var term: ManualText {
    var text = ManualText()
    for name in names ?? [] {
      if !text.parts.isEmpty { text.parts.append(.plain(", ")) }
      text.parts.append(.literal(name.typed))
    }
    let value = valueName ?? ""
    switch kind {
    case "option": text.parts += [.plain(" "), .placeholder(value)]
    case "positional": text.parts = [.placeholder(value)]
    default: break
    }
    return text
  }

  /// All that is said of it.
  var text: String {
    var sentences = [abstract, discussion].compactMap(\.self)
    let values = (allValues ?? []).joined(separator: ", ")
    if !values.isEmpty, abstract?.contains(values) == false {
      sentences.append("One of \(values).")
    }
    if let defaultValue { sentences.append("Default: \(defaultValue).") }
    return sentences.joined(separator: " ")
  }
}
