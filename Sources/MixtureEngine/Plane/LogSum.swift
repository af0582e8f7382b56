import RealModule

extension Collection {
  /// log Σ eᵃ over the numbers a of some elements, so that nothing overflows; −∞ where all are.
  package func logSum(_ number: (Element) -> Double) -> Double {
    var greatest = -Double.infinity
    for element in self { greatest = Swift.max(greatest, number(element)) }
    guard greatest > -.infinity else { return greatest }
    var sum = 0.0
    for element in self { sum += .exp(number(element) - greatest) }
    return greatest + .log(sum)
  }
}
