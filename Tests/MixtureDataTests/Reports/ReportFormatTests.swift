import MixtureEngine
import Testing

@testable import MixtureData

@Suite struct `A format of reports` {
  private static let plan: (DataSet, RestartPlan) = {
    let data = DataSet(
      name: "six", points: PointSet(xs: [0, 1, 0, 9, 8, 9], ys: [0, 0.5, 1, 9, 9.5, 8]),
      skippedRows: 1)
    return (data, RestartPlan(RunRecipe(kind: .kMeans), over: data.points, count: 3))
  }()

  private func reports() async throws -> [any Report] {
    let (data, plan) = Self.plan
    var run = try plan.recipe.run(over: data.points)
    run.run()
    let restarts = await plan.run()
    let choice = ChoicePlan(plan, among: 1...2, rounds: [3], validation: .folds(2))
    return [
      FitReport(dataSet: data, run: run, recipe: plan.recipe, givenName: "file"),
      ChoiceReport(dataSet: data, plan: choice, choice: await choice.run()),
      RestartsReport(dataSet: data, plan: plan, restarts: restarts),
      RulesReport(
        dataSet: data, plan: RulesPlan(plan, rules: [plan.recipe.rule]),
        comparison: RuleComparison([(plan.recipe.rule, restarts)], over: data.points)),
    ]
  }

  @Test func `has a name of its own`() {
    #expect(Set(ReportFormat.all.map(\.name)).count == ReportFormat.all.count)
  }

  @Test func `writes exactly the reports that it suits, and ends with one line end`() async throws {
    for report in try await reports() {
      for format in ReportFormat.all {
        let text = format.text(of: report)
        #expect((text != nil) == format.suits(type(of: report)), "\(format.name) \(report)")
        if let text { #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n")) }
      }
    }
  }

  @Test func `of one table writes the report's table, and any other is about the whole`()
    async throws
  {
    let lines = ReportFormat(
      "lines", ending: "txt", summary: "rows", table: { "\($0.columns.count) × \($0.count)\n" })
    let size = ReportFormat(
      "size", ending: "txt", summary: "lines", whole: { "\($0.text.count)\n" })
    let found = try await reports()
    #expect(lines.isOneTable && !size.isOneTable)
    #expect(found.map { lines.text(of: $0) } == ["7 × 2\n", "8 × 2\n", "5 × 3\n", nil])
    #expect(found.allSatisfy { size.text(of: $0) == "\($0.text.count)\n" })
  }

  @Test func `for people says in each report that rows were left out`() async throws {
    for report in try await reports() {
      #expect(report.text.hasPrefix("six: 6 points, x and y (1 row with gaps left out)\n"))
    }
  }
}

@Suite struct `A table of a report` {
  private let table = TextTable(["n", "value"], rows: [["1", "0.123456789012345"], ["22", ""]])

  @Test func `is CSV with all digits`() {
    #expect(table.csv == "n,value\n1,0.123456789012345\n22,\n")
  }

  @Test func `is set flush, and its numbers rounded, for reading`() {
    #expect(table.rounded(to: 3).flush == " n  value\n 1  0.123\n22       \n")
  }

  @Test func `has the covariances of a fit in their columns`() throws {
    let start = GaussianMixture(components: [
      try #require(
        GaussianComponent(
          weight: 1, mean: Point(x: 3, y: 4), covariance: Covariance2(xx: 5, xy: 1, yy: 7)))
    ])
    let data = DataSet(name: "two", points: PointSet(xs: [0, 6], ys: [1, 7]))
    let recipe = RunRecipe(components: 1, givenStart: start)
    let report = FitReport(
      dataSet: data, run: try recipe.run(over: data.points), recipe: recipe, givenName: "file")
    #expect(
      report.table.csv
        == "component,weight,mean_x,mean_y,covariance_xx,covariance_xy,covariance_yy\n"
        + "0,1.0,3.0,4.0,5.0,1.0,7.0\n")
  }
}
