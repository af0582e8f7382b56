import MixtureEngine

extension FitReport {
  /// One table of the report as CSV: a header, then numbers that read back exactly.
  public func csv(_ table: Table) -> String {
    let rows: [String]
    switch table {
    case .parameters: rows = parameterRows
    case .trace: rows = traceRows
    case .assignments: rows = assignmentRows
    case .responsibilities: rows = responsibilityRows
    }
    return rows.joined(separator: "\n") + "\n"
  }

  private var parameterRows: [String] {
    let parameters = parameters
    return ["component,weight,mean_x,mean_y,covariance_xx,covariance_xy,covariance_yy"]
      + parameters.weights.indices.map { k in
        let mean = parameters.means[k]
        let covariance = parameters.covariances[k].map { "\($0.xx),\($0.xy),\($0.yy)" } ?? ",,"
        return "\(k),\(parameters.weights[k]),\(mean.x),\(mean.y),\(covariance)"
      }
  }

  private var traceRows: [String] {
    if isSoft {
      return ["iteration,log_likelihood,lower_bound"]
        + iterations.map {
          "\($0.iteration),\($0.objective),\($0.lowerBound.map { "\($0)" } ?? "")"
        }
    }
    return ["iteration,distortion"] + iterations.map { "\($0.iteration),\(-$0.objective)" }
  }

  private var assignmentRows: [String] {
    ["x,y,component"]
      + assignments.enumerated().map { n, label in
        "\(dataSet.points.xs[n]),\(dataSet.points.ys[n]),\(label)"
      }
  }

  private var responsibilityRows: [String] {
    let q = responsibilities
    let names = (0..<q.componentCount).map { "q\($0)" }.joined(separator: ",")
    return ["x,y,\(names)"]
      + (0..<q.pointCount).map { n in
        let row = q.row(n).map { "\($0)" }.joined(separator: ",")
        return "\(dataSet.points.xs[n]),\(dataSet.points.ys[n]),\(row)"
      }
  }
}
