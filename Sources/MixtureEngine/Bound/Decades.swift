import RealModule

extension Double {
  /// The logarithm to base 10 of a positive number; not a number for others.
  package var decades: Double { self > 0 ? .log10(self) : .nan }
}

/// Numbers from 0 to `last`, at most `most` of them: dense at the beginning, and in even ratios then.
///
/// What settles like a run of EM changes most at its beginning.
///
/// - Parameters:
///   - most: How many numbers there may be.
///   - last: The last number.
package func geometricPlaces(most: Int, upTo last: Int) -> [Int] {
  guard last >= most else { return Array(0...max(0, last)) }
  guard most > 1 else { return [last] }
  var places = [0]
  for index in 1..<most {
    let share = Double(index) / Double(most - 1)
    let place = Int((Double.exp(share * .log(Double(last + 1))) - 1).rounded())
    places.append(max(place, (places.last ?? 0) + 1))
  }
  return places
}
