import MixtureEngine
import Testing

extension ModelKind: CustomTestStringConvertible {
  /// The kind's name, for a failing test to print.
  public var testDescription: String { name }
}

/// A kind of model with a structure, for laws that hold for all of them.
struct Setting: CustomTestStringConvertible, Sendable {
  var kind: ModelKind
  var structure: CovarianceStructure
  var testDescription: String {
    kind.structures.isEmpty ? kind.name : "\(kind.name) \(structure.name)"
  }

  /// Every kind under each structure it can take.
  static let all = ModelKind.all.flatMap { kind in
    (kind.structures.isEmpty ? [.full] : kind.structures).map {
      Setting(kind: kind, structure: $0)
    }
  }

  /// A run at its start.
  func run(
    over points: PointSet, components: Int = 3, rule: StartingRule = .randomPoints, seed: UInt64,
    stopping: StoppingRule = StoppingRule()
  ) throws -> Run {
    let start = rule.start(over: points, components: components, seed: seed)
    let model = try kind.model(from: start.with(structure: structure), over: points)
    return Run(of: model, over: points, stopping: stopping)
  }
}
