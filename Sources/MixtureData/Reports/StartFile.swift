import MixtureEngine

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A start that is read from a file in the shape of ``MixtureParameters``.
///
/// Further keys are passed over, so the `parameters` of a result will do, and so will the whole
/// result. A run of the model that a result is of begins exactly where that ended. A k-means run needs
/// the means alone.
public enum StartFile {
  /// Reads a file, whose entries may yet make no sense.
  ///
  /// - Parameters:
  ///   - path: The file, or `-` for standard input.
  ///   - dimension: How many coordinates the data have, for messages.
  /// - Throws: ``StartFileError`` or ``DocumentError`` with a sentence that names the entry at fault.
  public static func contents(of path: String, dimension: Int = 2) throws -> Contents {
    let file = path == "-" ? "standard input" : path.harmlessPath
    return try contents(of: Document.start.read(path), file: file, dimension: dimension)
  }

  /// The entries in the bytes of a file.
  ///
  /// - Parameters:
  ///   - bytes: JSON.
  ///   - file: What messages call it.
  ///   - dimension: Of how many coordinates messages speak.
  /// - Throws: ``StartFileError`` with a sentence that names the entry at fault.
  public static func contents(
    of bytes: [UInt8], file: String, dimension: Int = 2
  ) throws -> Contents {
    do {
      var (parameters, result) = try entries(in: Data(bytes))
      parameters.dimension = dimension
      return Contents(
        file: file, parameters: parameters, varianceFloor: result?.variance_floor,
        hasPrior: result?.prior != nil, isStandardized: result?.standardization != nil)
    } catch let error as DecodingError {
      throw StartFileError(
        file: file, reason: error.sentence(shape: StartParameters.shape(dimension)))
    }
  }

  /// Entries that are means alone.
  ///
  /// - Parameters:
  ///   - means: μₖ as [x], or [x, y].
  ///   - file: What messages call them.
  public static func contents(means: [[Double]], file: String) -> Contents {
    Contents(file: file, parameters: StartParameters(means: means))
  }

  /// Reads a start as Gaussians, whatever model it is of.
  ///
  /// - Parameters:
  ///   - path: The file, or `-` for standard input.
  ///   - meansSuffice: Whether weights and covariances may be missing; weights are then equal and
  ///     covariances those of the data.
  ///   - points: The data.
  /// - Throws: ``StartFileError`` or ``DocumentError`` with a sentence that names the entry at fault.
  public static func read(
    _ path: String, meansSuffice: Bool, over points: PointSet
  ) throws -> GaussianMixture {
    try contents(of: path).start(meansSuffice: meansSuffice, over: points).gaussians
  }

  /// What is there, whatever it is.
  private struct Present: Decodable {
    init(from decoder: any Decoder) {}
  }

  /// What is read of a whole result.
  private struct Result: Decodable {
    var parameters: StartParameters
    var variance_floor: Double?
    var prior: Present?
    var standardization: Present?
  }

  /// The entries at the top, or in the `parameters` of a whole result.
  private static func entries(in data: Data) throws -> (
    parameters: StartParameters, of: Result?
  ) {
    struct Keys: Decodable {
      var means: Present?
      var parameters: Present?
    }
    // A whole result may have weights of its points beside its parameters, so it is told by its keys.
    let keys = try JSONDecoder().decode(Keys.self, from: data)
    guard keys.means == nil, keys.parameters != nil else {
      return (try JSONDecoder().decodeByEntry(StartParameters.self, from: data), nil)
    }
    let result = try JSONDecoder().decodeByEntry(Result.self, from: data)
    return (result.parameters, result)
  }
}

extension StartFile {
  /// What a file of a start holds.
  public struct Contents: Sendable {
    /// The file as it was typed.
    var file: String
    /// Its entries.
    var parameters: StartParameters
    /// The floor under the variances of the run that wrote it, if it had one.
    var varianceFloor: Double?
    /// Whether that run had a prior.
    var hasPrior = false
    /// Whether that run went by z-scores.
    var isStandardized = false

    /// K, without a component of noise.
    ///
    /// - Throws: ``StartFileError`` that names the entry at fault.
    public func componentCount() throws -> Int {
      try checked { () throws(StartParameters.Fault) in try parameters.componentCount() }
    }

    /// The start.
    ///
    /// - Parameters:
    ///   - meansSuffice: Whether weights and covariances of a mixture may be missing; weights are then
    ///     equal and covariances those of the data.
    ///   - kind: The kind of model that begins there, if it is known; what it can't have is refused.
    ///   - points: The data.
    ///   - observed: Labels that are known.
    /// - Throws: ``StartFileError`` that names the entry at fault.
    public func start(
      meansSuffice: Bool, for kind: ModelKind? = nil, over points: PointSet,
      observed: ObservedLabels? = nil
    ) throws -> GivenStart {
      let points = isStandardized ? points.standardized : points
      return try checked { () throws(StartParameters.Fault) in
        try parameters.start(
          meansSuffice: meansSuffice, for: kind, over: points, observed: observed)
      }
    }

    /// Refuses a σ² of the dial that was measured in other units than those of a recipe.
    ///
    /// - Throws: ``StartFileError`` that names the option to change.
    public func checkUnits(under recipe: RunRecipe) throws {
      guard recipe.kind == .dial, parameters.particulars.kind == .dial,
        isStandardized != recipe.isStandardized
      else { return }
      throw StartFileError(
        file: file,
        reason: isStandardized
          ? "its σ² is that of z-scores, which is none in the units of the data; give --standardize."
          : "its σ² is in the units of the data, and no σ² of z-scores; leave out --standardize.")
    }

    /// Sentences about what a run of this recipe doesn't take over.
    public func losses(under recipe: RunRecipe) -> [String] {
      var losses: [String] = []
      let title = recipe.kind.title
      switch parameters.particulars.kind {
      case .lines where recipe.kind != .lines:
        losses.append("\(file) has lines; \(title) begins with Gaussians fitted to their points.")
      case .noise where recipe.kind != .noise:
        losses.append("\(file) has noise beside its Gaussians; \(title) begins without it.")
      case .studentT where recipe.kind != .studentT && recipe.kind != .kMeans:
        losses.append(
          "\(file) has Student-t components; \(title) begins with their scale matrices as "
            + "covariances.")
      default: break
      }
      // A floor is in the units of the lengths.
      if let varianceFloor, recipe.kind.has(.varianceFloor),
        varianceFloor != recipe.varianceFloor || isStandardized != recipe.isStandardized
      {
        let condition = recipe.isStandardized && !isStandardized ? " without --standardize" : ""
        losses.append(
          "\(file) comes from a run with a floor under the variances; "
            + "--variance-floor \(varianceFloor)\(condition) keeps it.")
      }
      if hasPrior, recipe.standingPrior == .none, recipe.kind.has(.prior) {
        losses.append(
          "\(file) comes from a run with a prior; --prior \(PriorChoice.standard.name) keeps it.")
      }
      if isStandardized, !recipe.isStandardized, recipe.kind.has(.lengths) {
        losses.append("\(file) comes from a run that was standardised; --standardize keeps it so.")
      }
      return losses
    }

    private func checked<Value>(
      _ value: () throws(StartParameters.Fault) -> Value
    ) throws -> Value {
      do throws(StartParameters.Fault) {
        return try value()
      } catch {
        throw StartFileError(file: file, reason: error.sentence)
      }
    }
  }

  /// The text of a file with the θ of a model, which a run of that model begins with to the last bit.
  ///
  /// - Parameters:
  ///   - model: The θ of any state of a run.
  ///   - points: The data.
  ///   - observed: Labels that are known.
  ///   - varianceFloor: The floor under the variances of the run, if it has one; the reader is told.
  ///   - prior: The prior of the run, if it has one; the reader is told.
  ///   - recipe: Whether lengths of the run are those of z-scores; the reader is told.
  public static func text(
    of model: any LatentLabelModel, over points: PointSet, observed: ObservedLabels? = nil,
    varianceFloor: Double? = nil, prior: Prior? = nil, recipe: RunRecipe = RunRecipe()
  ) -> String {
    let parameters = MixtureParameters(of: model, over: points, observed: observed)
    let kind = parameters.particulars.kind
    let structure = kind.map { !$0.structures.isEmpty } ?? false
    var members: [JSON.Member] = [
      .init("model", kind.map { .string($0.name) } ?? .null),
      .init("covariance", structure ? .string(model.covarianceStructure.name) : .null),
      .init(
        "components",
        .integer(model.shapes.filter { $0.outline != .everywhere }.count)),
    ]
    members += recipe.standardizationMembers(over: points)
    if let varianceFloor { members.append(.init("variance_floor", .number(varianceFloor))) }
    if let prior { members.append(.init("prior", prior.json)) }
    members.append(.init("parameters", parameters.json))
    return JSON.object(members).document
  }
}

/// A start that cannot be used, said in one sentence that names the entry.
public struct StartFileError: Error, Equatable, CustomStringConvertible {
  /// The file as it was typed.
  public var file: String
  /// The mistake and the advice.
  public var reason: String

  /// The sentence.
  public var description: String { "\(file): \(reason)" }
}
