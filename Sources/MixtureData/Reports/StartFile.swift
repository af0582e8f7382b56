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
  /// - Throws: ``StartFileError`` or ``DocumentError`` with a sentence that names the entry at fault.
  public static func read(
    _ path: String, meansSuffice: Bool, over points: PointSet
  ) throws -> GaussianMixture {
    let file = path == "-" ? "standard input" : path.harmless
    return try start(
      from: Document.start.read(path), file: file, meansSuffice: meansSuffice, over: points)
  }

  /// The start in the bytes of a file.
  static func start(
    from bytes: [UInt8], file: String, meansSuffice: Bool, over points: PointSet
  ) throws -> GaussianMixture {
    do {
      let parameters = try parameters(in: Data(bytes))
      return meansSuffice
        ? .start(means: try parameters.checkedMeans(), over: points) : try parameters.mixture()
    } catch let error as DecodingError {
      throw StartFileError(file: file, reason: error.sentence(shape: StartParameters.shape))
    } catch let fault as StartParameters.Fault {
      throw StartFileError(file: file, reason: fault.sentence)
    }
  }

  /// The entries at the top, or in the `parameters` of a whole result.
  private static func parameters(in data: Data) throws -> StartParameters {
    struct Present: Decodable {
      init(from decoder: any Decoder) {}
    }
    struct Keys: Decodable {
      var means: Present?
      var parameters: Present?
    }
    struct Result: Decodable {
      var parameters: StartParameters
    }
    // A whole result may have weights of its points beside its parameters, so it is told by its keys.
    let keys = try JSONDecoder().decode(Keys.self, from: data)
    guard keys.means == nil, keys.parameters != nil else {
      return try JSONDecoder().decodeByEntry(StartParameters.self, from: data)
    }
    return try JSONDecoder().decodeByEntry(Result.self, from: data).parameters
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
