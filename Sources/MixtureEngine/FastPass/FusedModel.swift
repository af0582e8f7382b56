/// A model that has its E-step in one fused pass over the points, without a table of
/// responsibilities.
///
/// The plain step stays as the reference, and stands in where the pass has no answer.
package protocol FusedModel: MomentModel {
  /// The E-step in one fused pass, for points whose labels are all hidden.
  ///
  /// Agrees with ``referenceExpectation(over:observed:)`` to rounding.
  ///
  /// - Returns: `nil` when numbers overflow or a point is out of every component's reach.
  /// - Complexity: O(*n* · *k*), a few tenths of a nanosecond each with the widest vectors.
  func fastExpectation(over points: PointSet, options: PassOptions) -> Expectation?

  /// The plain E-step, point by point, for any θ and any points: the reference for the pass.
  func referenceExpectation(over points: PointSet, observed: ObservedLabels?) -> Expectation
}

extension FusedModel {
  package func referenceExpectation(
    over points: PointSet, observed: ObservedLabels?
  ) -> Expectation {
    foldedExpectation(over: points, observed: observed)
  }

  /// The E-step by the fused pass where there is an answer, else by the reference.
  public func expectation(over points: PointSet, observed: ObservedLabels?) -> Expectation {
    let fast =
      if let observed {
        fastExpectation(over: points, knowing: observed)
      } else {
        fastExpectation(over: points, options: PassOptions())
      }
    return fast ?? referenceExpectation(over: points, observed: observed)
  }

  /// The fused pass over the points whose labels are hidden, to which the others add themselves:
  /// each wholly to its label, wₙ log p(xₙ, zₙ | θ) to the objective and nothing to the entropy.
  private func fastExpectation(
    over points: PointSet, knowing observed: ObservedLabels
  ) -> Expectation? {
    let hidden = (0..<points.count).filter { observed[$0] == nil }
    guard
      let pass = fastExpectation(
        over: points.subset(hidden), options: PassOptions(isDense: true)),
      var sums = pass.sums
    else { return nil }
    var labels = [UInt8](repeating: 0, count: points.count)
    for (n, label) in zip(hidden, pass.labels) { labels[n] = label }
    var objective = pass.objective
    for n in 0..<points.count {
      guard let known = observed[n] else { continue }
      labels[n] = UInt8(known)
      let w = points.weight(of: n)
      objective += w * logJoint(of: points[n], label: known)
      sums[known].add(points[n], responsibility: w)
    }
    guard objective.isFinite else { return nil }
    return Expectation(
      objective: objective, entropy: pass.entropy, labels: labels,
      posterior: .sums(sums, at: self, observed: observed))
  }
}

extension PointSet {
  /// A label for each point, written by a fused pass over the cells of the points, or over the points.
  ///
  /// - Parameters:
  ///   - cellPass: Writes the labels in the order of the cells and says whether its results are to be
  ///     used; if not, all components are asked about all points. `nil` where a model has no such pass.
  ///   - pass: Writes the labels in the order of the points and says whether its results are to be used.
  /// - Returns: `nil` when they are not.
  func labels(
    options: PassOptions,
    fromCells cellPass: (
      (_ cells: OpaquePointer, _ labels: UnsafeMutablePointer<UInt8>?) -> Bool
    )? = nil,
    from pass: (_ labels: UnsafeMutablePointer<UInt8>?) -> Bool
  ) -> LabelList? {
    // The one empty array that all share is not to be written to, from several threads at once.
    guard count > 0 else { return pass(nil) ? .inOrder([]) : nil }
    if !options.isDense, let cellPass, let cells,
      let labels = written(by: { cellPass(cells.cells, $0) })
    {
      return .inCells(CellLabels(labels, of: cells))
    }
    return written(by: pass).map { .inOrder($0) }
  }

  private func written(
    by pass: (_ labels: UnsafeMutablePointer<UInt8>?) -> Bool
  ) -> [UInt8]? {
    var isUsable = false
    let labels = [UInt8](unsafeUninitializedCapacity: count) { buffer, written in
      isUsable = pass(buffer.baseAddress)
      written = count
    }
    return isUsable ? labels : nil
  }
}
