import ArgumentParser
import MixtureData
import MixtureEngine

/// The value of `--start`: a rule, or a start on a data set that has a name of its own.
enum StartChoice {
  case rule(StartingRule)
  case named(NamedStart)

  /// All names that `--start` takes.
  static let names = StartingRule.all.map(\.name) + BuiltInDataSet.starts.map(\.name)

  /// The choice of a name, if there is one.
  init?(_ name: String) {
    if let rule = StartingRule.named(name) {
      self = .rule(rule)
    } else if let start = BuiltInDataSet.starts.first(where: { $0.name == name }) {
      self = .named(start)
    } else {
      return nil
    }
  }

  /// The start that is named, `nil` for a rule.
  ///
  /// - Parameters:
  ///   - data: The data, which have to be the start's.
  ///   - components: K as asked for, which has to agree with the start.
  func namedStart(on data: DataSet, components: Int?) throws -> NamedStart? {
    guard case .named(let start) = self else { return nil }
    guard data.starts.contains(where: { $0.name == start.name }) else {
      guard data.heldOut == nil else {
        throw CommandError(
          "\(start.name) is named for what it does on all points; leave out --hold-out, or give a "
            + "rule.")
      }
      let home = BuiltInDataSet.all.first { $0.starts.contains { $0.name == start.name } }
      throw CommandError("\(start.name) is a start on \(home?.name ?? ""), not on \(data.name).")
    }
    if let components, components != start.components {
      throw CommandError(
        "\(start.name) has \(start.components) components but -k is \(components); "
          + "leave out -k.")
    }
    return start
  }
}
