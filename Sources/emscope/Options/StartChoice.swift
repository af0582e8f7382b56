import ArgumentParser
import MixtureData
import MixtureEngine

/// What `--start` names: a rule, or a start on a data set that has a name of its own.
enum StartChoice {
  case rule(StartingRule)
  case named(NamedStart)

  /// All names that `--start` takes.
  static let names = StartingRule.all.map(\.name) + NamedStart.all.map(\.name)

  /// The choice of a name, if there is one.
  init?(_ name: String) {
    if let rule = StartingRule.named(name) {
      self = .rule(rule)
    } else if let start = NamedStart.named(name) {
      self = .named(start)
    } else {
      return nil
    }
  }

  /// The start that is named, `nil` for a rule.
  ///
  /// - Parameters:
  ///   - data: The data set as it was typed, which has to be the start's.
  ///   - components: K as asked for, which has to agree with the start.
  func namedStart(of data: String, components: Int?) throws -> NamedStart? {
    guard case .named(let start) = self else { return nil }
    guard data == start.data else {
      throw Refusal("\(start.name) is a start on \(start.data), not on \(data.harmless).")
    }
    if let components, components != start.components {
      throw Refusal(
        "\(start.name) has \(start.components) components but -k is \(components); "
          + "leave out -k.")
    }
    return start
  }
}
