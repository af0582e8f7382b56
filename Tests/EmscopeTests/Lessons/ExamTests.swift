import Foundation
import Testing

/// The answers of the exam pack, worked out without the engine.
@Suite struct `The exam's answers` {
  /// EM for Gaussians on a line, in as few lines as it takes.
  private struct Hand {
    var means: [Double]
    var variances: [Double]
    var weights = [0.5, 0.5]

    mutating func iterate(over points: [Double]) {
      let q = points.map { x in
        let joint = means.indices.map { k in
          weights[k] * exp(-(x - means[k]) * (x - means[k]) / 2 / variances[k])
            / sqrt(2 * Double.pi * variances[k])
        }
        return joint.map { $0 / joint.reduce(0, +) }
      }
      for k in means.indices {
        let mass = q.reduce(0) { $0 + $1[k] }
        means[k] = zip(q, points).reduce(0) { $0 + $1.0[k] * $1.1 } / mass
        let mean = means[k]
        variances[k] =
          zip(q, points).reduce(0) { $0 + $1.0[k] * ($1.1 - mean) * ($1.1 - mean) } / mass
        weights[k] = mass / Double(points.count)
      }
    }
  }

  @Test func `of one iteration are those of the formulas`() {
    var hand = Hand(means: [1, 5], variances: [4, 4])
    hand.iterate(over: [0, 2, 3, 4, 6])
    #expect(abs(hand.means[0] - 1.729) < 5e-4 && abs(hand.means[1] - 4.271) < 5e-4)
    #expect(abs(hand.weights[0] - 0.5) < 1e-12)
  }

  @Test(arguments: [[3.5, 4.5], [3.9, 4.1], [3, 4], [2, 6], [0, 1]])
  func `of two points say which starts collapse`(means: [Double]) {
    var hand = Hand(means: means, variances: [4, 4])
    var iterations = 0
    while (hand.variances.min() ?? 0) > 1e-6, iterations < 1000 {
      hand.iterate(over: [2, 6])
      iterations += 1
    }
    #expect((hand.variances.min() ?? 1) <= 1e-6, "from \(means)")
  }

  @Test func `of two points say which start does not`() {
    var hand = Hand(means: [3, 3], variances: [4, 4])
    for _ in 0..<1000 { hand.iterate(over: [2, 6]) }
    #expect(hand.means == [4, 4] && hand.variances == [4, 4])
  }

  @Test func `of the rectangle are those of Lloyd's algorithm from each pair`() {
    let corners = [[1.0, 1], [1, 3], [7, 1], [7, 3]]
    func squared(_ a: [Double], _ b: [Double]) -> Double {
      zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
    func distortion(from start: [[Double]]) -> Double {
      var centres = start
      for _ in 0..<10 {
        let nearest = corners.map { corner in
          squared(corner, centres[0]) <= squared(corner, centres[1]) ? 0 : 1
        }
        for k in 0..<2 {
          let own = corners.indices.filter { nearest[$0] == k }.map { corners[$0] }
          centres[k] = (0..<2).map { axis in
            own.reduce(0) { $0 + $1[axis] } / Double(own.count)
          }
        }
      }
      return corners.reduce(0) { $0 + min(squared($1, centres[0]), squared($1, centres[1])) }
    }
    #expect(distortion(from: [[4, 1], [4, 3]]) == 36)
    let ends = corners.indices.flatMap { a in
      corners.indices.filter { $0 > a }.map { distortion(from: [corners[a], corners[$0]]) }
    }
    #expect(ends.count == 6 && ends.count { $0 == 36 } == 2 && ends.count { $0 == 4 } == 4)
  }
}
