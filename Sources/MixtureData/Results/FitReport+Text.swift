import Foundation
import MixtureEngine

extension FitReport {
  /// The report for people: what was run, the components, how it ended, and further tables.
  ///
  /// Numbers are rounded and components counted from 1, as on the screen; JSON and CSV have all
  /// digits and count from 0.
  public func text(with tables: Set<Table> = []) -> String {
    let points = dataSet.points.count == 1 ? "point" : "points"
    let rows = dataSet.skippedRows == 1 ? "row" : "rows"
    let skipped =
      dataSet.skippedRows == 0 ? "" : " (\(dataSet.skippedRows) \(rows) with gaps left out)"
    var lines = [
      "\(dataSet.name): \(dataSet.points.count) \(points), "
        + "\(dataSet.xName) and \(dataSet.yName)\(skipped)",
      "\(recipe.modelText), start \(start)\(seed.map { " seed \($0)" } ?? "")"
        + (run.observed.map { ", \($0.count) labels observed" } ?? ""),
      "", componentTable.text, ending,
    ]
    if let index = adjustedRandIndex {
      let labels = run.observed == nil ? "known labels" : "labels that were not observed"
      lines.append("Adjusted Rand index against the \(labels): \(rounded(index, digits: 4)).")
    }
    for table in Table.allCases where tables.contains(table) && table != .parameters {
      lines += ["", self.table(table).text]
    }
    return lines.joined(separator: "\n").trimmingCharacters(in: .newlines) + "\n"
  }

  private var ending: String {
    let snapshot = run.snapshot
    let value =
      isSoft
      ? "log-likelihood \(rounded(snapshot.objective, digits: 10))"
      : "distortion \(rounded(-snapshot.objective, digits: 10))"
    let after = "after \(snapshot.iteration) iteration\(snapshot.iteration == 1 ? "" : "s")"
    switch snapshot.status {
    case .converged: return "Converged \(after): \(value)."
    case .running, .iterationLimit: return "Stopped at the limit \(after): \(value)."
    case .collapsed(let collapse):
      let reason =
        switch collapse.reason {
        case .singularCovariance: "its covariance became singular"
        case .noMass: "no point is left to it"
        }
      return "Component \(collapse.component + 1) collapsed \(after) (\(reason)): \(value)."
    }
  }

  private var componentTable: TextTable {
    let parameters = parameters
    var table = TextTable(
      header: ["component", "weight", "mean x", "mean y", "cov xx", "cov xy", "cov yy"])
    for k in parameters.weights.indices {
      let mean = parameters.means[k]
      let covariance = parameters.covariances[k].map {
        [rounded($0.xx), rounded($0.xy), rounded($0.yy)]
      }
      table.rows.append(
        ["\(k + 1)", rounded(parameters.weights[k]), rounded(mean.x), rounded(mean.y)]
          + (covariance ?? ["", "", ""]))
    }
    return table
  }

  /// The CSV of a table, with its numbers rounded and set flush.
  private func table(_ table: Table) -> TextTable {
    let rows = csv(table).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map { field in
        Int(field) == nil
          ? Double(field).map { rounded($0, digits: 10) } ?? String(field) : String(field)
      }
    }
    return TextTable(header: rows[0], rows: Array(rows.dropFirst()))
  }

  private func rounded(_ value: Double, digits: Int = 6) -> String {
    String(format: "%.\(digits)g", value)
  }
}
