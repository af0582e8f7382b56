extension Run {
  /// The present q of one point, or `nil` before the first E-step.
  ///
  /// After an M-step it is the posterior at the parameters before, as the bound has it.
  ///
  /// - Parameter n: The point, counted from 0.
  public func responsibilities(of n: Int) -> [Double]? {
    guard let model = snapshot.posteriorModel else { return nil }
    var row = [Double](repeating: 0, count: model.componentCount)
    model.fillPosterior(of: points[n], known: observed?[n], into: &row)
    return row
  }
}

extension LatentLabelModel {
  /// One point's posterior, hard where the model is.
  fileprivate func fillPosterior(of point: Point, known: Int?, into row: inout [Double]) {
    guard criterion == .distortion else {
      _ = posterior(of: point, known: known, into: &row)
      return
    }
    let label = known ?? mostResponsible(for: point)
    for k in row.indices { row[k] = k == label ? 1 : 0 }
  }
}
