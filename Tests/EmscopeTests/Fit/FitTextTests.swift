import TestSupport
import Testing

struct FitTextTests {
  @Test func `the table is for people`() throws {
    let outcome = try emscope("fit", "old-faithful", "--seed", "3")
    expectPicture(
      outcome.output,
      """
      old-faithful: 272 points, eruption_minutes and waiting_minutes
      EM full K=2, start random-points seed 3

      component    weight   mean x   mean y     cov xx    cov xy   cov yy
              1  0.355873  2.03639  54.4785  0.0691679   0.43517  33.6973
              2  0.644127  4.28966  79.9681   0.169968  0.940605  36.0462

      Converged after 9 iterations: log-likelihood -1130.26396.
      Would have stopped: scikit-learn after 7, mclust after 6, Rmixmod after 6.

      """)
  }

  @Test func `each further table follows`() throws {
    let output = try emscope(
      "fit", "old-faithful", "--iterations", "2", "--trace", "--assignments", "--responsibilities"
    ).output
    #expect(output.contains("iteration  log_likelihood   lower_bound"))
    #expect(output.split(separator: "\n").count == 6 + 4 + 273 + 273)
  }

  @Test func `CSV is one table whose numbers read back`() throws {
    let trace = try emscope(
      "fit", "old-faithful", "--iterations", "2", "--format", "csv", "--trace"
    ).output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(trace[0] == "iteration,log_likelihood,lower_bound")
    #expect(trace[1].hasPrefix("0,-") && trace[1].hasSuffix(","))
    #expect(trace.count == 5)
    let components = try emscope("fit", "old-faithful", "--format", "csv").output
    let fit = try FitJSON("old-faithful")
    #expect(
      components.split(separator: "\n")[1].hasPrefix(
        "0,\(fit.parameters.weights[0]),\(fit.parameters.means[0][0])"))
  }

  @Test func `assignments in CSV can be fitted again`() throws {
    let csv = try emscope("fit", "iris", "--format", "csv", "--assignments").output
    let again = try FitJSON("- -k 3 --label-column component", input: csv)
    #expect(again.columns == ["x", "y"])
    #expect(again.points == 150)
  }
}
