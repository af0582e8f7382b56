extension PointSet {
  /// A label for each point, written by a fused pass over the points.
  ///
  /// - Parameter pass: Writes the labels and says whether its results are to be used.
  /// - Returns: `nil` when they are not.
  func labels(from pass: (_ labels: UnsafeMutablePointer<UInt8>?) -> Bool) -> [UInt8]? {
    // The one empty array that all share is not to be written to, from several threads at once.
    guard count > 0 else { return pass(nil) ? [] : nil }
    var isUsable = false
    let labels = [UInt8](unsafeUninitializedCapacity: count) { buffer, written in
      isUsable = pass(buffer.baseAddress)
      written = count
    }
    return isUsable ? labels : nil
  }
}
