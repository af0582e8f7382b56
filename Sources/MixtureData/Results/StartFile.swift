import Foundation
import MixtureEngine

/// A start that is read from a file in the shape of ``MixtureParameters``.
///
/// Further keys are passed over, so the `parameters` of a result will do, and so will the whole
/// result. A k-means run needs the means alone.
public enum StartFile {
  /// Reads a start.
  ///
  /// - Parameters:
  ///   - path: The file, or `-` for standard input.
  ///   - meansSuffice: Whether weights and covariances may be missing; weights are then equal and
  ///     covariances those of the data.
  ///   - points: The data.
  /// - Throws: ``StartFileError`` or ``DataError`` with a sentence that names the entry at fault.
  public static func read(
    _ path: String, meansSuffice: Bool, over points: PointSet
  ) throws -> GaussianMixture {
    let file = path == "-" ? "standard input" : path.harmless
    let shape = try StartShape(FileBytes.read(path), file: file)
    return try shape.mixture(meansSuffice: meansSuffice, over: points, file: file)
  }
}

/// A start that cannot be used, said in one sentence that names the entry.
public struct StartFileError: Error, Equatable, CustomStringConvertible {
  /// The file as it was typed.
  public var file: String
  /// What is wrong and what to do.
  public var reason: String

  /// The sentence.
  public var description: String { "\(file): \(reason)" }
}
