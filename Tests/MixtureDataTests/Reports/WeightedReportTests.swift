import Foundation
import MixtureEngine
import Testing

@testable import MixtureData

@Suite struct `A report on points with weights` {
  private func report(skipped: Int = 0, tables: Set<FitReport.Table> = []) throws -> FitReport {
    let points = try PointSet(
      validating: [0, 1, 0, 9, 8, 9], [0, 0.5, 1, 9, 9.5, 8], weights: [2, 0.5, 1, 1, 3, 1])
    let data = DataSet(
      name: "six", points: points,
      labels: KnownLabels(
        ofPoints: [0, 0, 1, 1, 1, 1], names: ["a", "b"], column: "kind"), weightColumn: "count",
      skippedRows: skipped)
    let recipe = RunRecipe(rule: .principalAxis)
    var run = try recipe.run(over: points)
    run.run(limit: 2)
    return FitReport(
      dataSet: data, run: run, recipe: recipe, givenName: "file", tables: tables)
  }

  @Test func `names them and their sum`() throws {
    let report = try report(skipped: 2)
    #expect(
      report.text.hasPrefix(
        "six: 6 points, x and y, weights count (total 8.5) "
          + "(2 rows with gaps or of weight zero left out)\n"))
    #expect(
      report.json.text.contains(#","weights":{"column":"count","total":8.5},"#)
        || report.json.text.contains(#", "weights": {"column": "count", "total": 8.5}, "#))
  }

  @Test func `has them beside the coordinates`() throws {
    let report = try report()
    let lines = report.table(.assignments).csv.split(separator: "\n")
    #expect(lines[0] == "x,y,weight,component" && lines[2].hasPrefix("1.0,0.5,0.5,"))
    let shares = report.table(.responsibilities).csv.split(separator: "\n")
    #expect(shares[0] == "x,y,weight,q0,q1" && shares[5].hasPrefix("8.0,9.5,3.0,"))
  }

  @Test func `counts each pair as often as it is there`() throws {
    let report = try report()
    let agreement = Agreement(
      labels: [0, 0, 1, 1, 1, 1], components: report.run.evaluation.labels,
      weights: [2, 0.5, 1, 1, 3, 1])
    #expect(report.adjustedRandIndex == agreement.adjustedRandIndex)
  }

  @Test func `is a start for another run as it is`() throws {
    let report = try report()
    let bytes = Array(report.json.document.utf8)
    let start = try StartFile.contents(of: bytes, file: "result.json")
      .start(meansSuffice: false, over: report.dataSet.points).gaussians
    #expect(start.components.map(\.weight) == report.parameters.weights)
  }
}
