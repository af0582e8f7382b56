/// What the manual says of the commands and their options, from their definitions.
extension ManualSection {
  /// How each command is called.
  static func synopsis(of program: CommandDefinition) -> ManualSection {
    let calls = program.listed.map { command in
      var words = ["\(program.commandName) \(command.commandName)"]
      if !command.options.isEmpty { words.append("[options]") }
      words += command.positional.map { argument in
        let name = "<\(argument.valueName ?? "")>" + (argument.isRepeating ? " ..." : "")
        return argument.isOptional ? "[\(name)]" : name
      }
      return words.joined(separator: " ")
    }
    return ManualSection(title: "SYNOPSIS", blocks: [.lines(calls)])
  }

  /// What each command does.
  static func commands(of program: CommandDefinition) -> ManualSection {
    let items = program.listed.map { command in
      Item(
        command.commandName,
        [command.abstract, command.discussion].compactMap(\.self).joined(separator: " "))
    }
    return ManualSection(title: "COMMANDS", blocks: [.items(items)])
  }

  /// Each option once, below the commands that have it.
  static func options(of program: CommandDefinition) -> ManualSection {
    var owners: [CommandDefinition.Argument: [String]] = [:]
    var order: [CommandDefinition.Argument] = []
    for command in program.listed {
      for argument in command.positional + command.options {
        if owners[argument] == nil { order.append(argument) }
        owners[argument, default: []].append(command.commandName)
      }
    }
    var groups: [(owners: [String], arguments: [CommandDefinition.Argument])] = []
    for argument in order {
      let names = owners[argument] ?? []
      if let group = groups.firstIndex(where: { $0.owners == names }) {
        groups[group].arguments.append(argument)
      } else {
        groups.append((names, [argument]))
      }
    }
    let everyone = program.listed.map(\.commandName)
    let blocks = groups.flatMap { group -> [Block] in
      let heading =
        group.owners == everyone
        ? "All commands" : group.owners.joined(separator: ", ")
      return [
        .heading(heading), .items(group.arguments.map { Item(term: $0.term, text: $0.text) }),
      ]
    }
    return ManualSection(title: "OPTIONS", blocks: blocks)
  }
}
