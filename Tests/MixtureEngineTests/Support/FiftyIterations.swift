/// Where fifty iterations lead by the fused pass and by the plain steps, or `nil` where either collapses.
///
/// - Parameter iterate: One iteration; the second argument says whether by the pass.
func fiftyIterations<Model>(
  from start: Model, _ iterate: (Model, _ fast: Bool) throws -> Model
) -> (fast: Model, reference: Model)? {
  var (fast, reference) = (start, start)
  for _ in 0..<50 {
    guard let next = try? iterate(fast, true), let plain = try? iterate(reference, false) else {
      return nil
    }
    (fast, reference) = (next, plain)
  }
  return (fast, reference)
}
