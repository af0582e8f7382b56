import Foundation
import TestSupport
import Testing

/// Whether a run is stuck or only slow, on the command line.
@Suite(.waiting) struct `Stuck or slow` {
  private struct Report: Decodable {
    struct Stop: Decodable {
      var iteration: Int?
      var missing: Double
    }
    struct Certificate: Decodable {
      var kind: String
      var rate: Double
    }
    var logLikelihood: [Double]?
    var wouldStop: [String: Stop]?
    var certificate: Certificate?
  }

  private static func report(_ line: String) throws -> Report {
    let outcome = try emscope(
      ["fit"] + line.split(separator: " ").map(String.init) + ["--format", "json"])
    #expect(outcome.status == 0, "\(outcome.error)")
    return try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
  }

  /// scikit-learn 1.9.1 itself takes 7 iterations on this file with every `random_state` from 0 to 39,
  /// calls it converged, and ends 31.7 nats below where `tol=1e-10` leads, L = −1346.874.
  @Test(arguments: 1...40)
  func `scikit-learn calls a plateau the end on every seed`(seed: Int) throws {
    let report = try Self.report("parallel --start k-means --seed \(seed)")
    let stop = try #require(report.wouldStop?["scikit-learn"])
    #expect(stop.iteration == 7)
    #expect(stop.missing > 20)
    let end = try #require(report.logLikelihood?.last)
    #expect(stop.missing == end - (report.logLikelihood?[7] ?? 0))
  }

  @Test func `every rule is named in JSON, and none for k-means`() throws {
    let report = try Self.report("old-faithful -k 3")
    #expect(
      Set(try #require(report.wouldStop).keys) == ["scikit-learn", "mclust", "mlpack", "Rmixmod"])
    #expect(report.certificate == nil)
    #expect(try Self.report("old-faithful --model k-means").wouldStop == nil)
  }

  @Test func `the certificate is there when it is asked for`() throws {
    let best = try Self.report("old-faithful -k 3 --seed 3 --certify")
    #expect(best.certificate?.kind == "maximum")
    #expect(abs((best.certificate?.rate ?? 0) - 0.837) < 6e-4)
    let stacked = try Self.report("old-faithful --start stacked --certify")
    #expect(stacked.certificate?.kind == "saddle")
    let early = try emscope(
      "fit", "old-faithful", "--iterations", "1", "--certify", "--format", "json")
    #expect(early.output.contains("\"certificate\": null"))
  }

  @Test func `twins are named, and nothing else is called degenerate`() throws {
    let stacked = try emscope(
      "fit", "old-faithful", "-k", "3", "--start", "stacked", "--format", "json")
    #expect(stacked.output.contains("\n  \"degenerate\": true,\n  \"twins\": [[0, 1, 2]],\n"))
    let restarts = try emscope(
      "restarts", "old-faithful", "--start", "stacked", "--runs", "2", "--format", "json")
    #expect(restarts.output.contains("\"degenerate\": true, \"twins\": [[0, 1]]"))
    // Rows at one place were drawn as two means.
    for line in ["iris -k 2 --seed 40", "old-faithful -k 3"] {
      let fit = try emscope(
        ["fit"] + line.split(separator: " ").map(String.init) + ["--format", "json"])
      #expect(!fit.output.contains("degenerate"))
    }
  }

  @Test func `ICL is that of Biernacki, Celeux and Govaert`() throws {
    let output = try emscope(
      "fit", "penguins", "--covariance", "shared-spherical", "-k", "2", "--restarts", "20",
      "--format", "json"
    ).output
    let icl = try #require(output.firstMatch(of: #/"icl": ([0-9.]+)/#))
    #expect(abs((Double(icl.1) ?? 0) - 3604.86) < 0.005)
  }

  @Test func `people read it in a line each`() throws {
    let text = try emscope("fit", "old-faithful", "-k", "3", "--seed", "3", "--certify").output
    #expect(text.contains("\nWould have stopped: scikit-learn after 17 (4.2 nats short), mclust "))
    #expect(text.contains("\nA maximum: the leading eigenvalue of EM's Jacobian is 0.8366, "))
    let hard = try emscope("fit", "old-faithful", "--model", "k-means", "--certify").output
    #expect(hard.contains("\nNo certificate: k-means ends where no label changes"))
  }

  @Test(arguments: ["-k 1..3 --certify", "-k 2 --certify --format csv"])
  func `a certificate is refused where it has no place`(line: String) throws {
    let outcome = try emscope(
      ["fit", "old-faithful"] + line.split(separator: " ").map(String.init))
    #expect(outcome.status == 2)
    #expect(outcome.error.contains("--certify is about one run"))
  }
}
