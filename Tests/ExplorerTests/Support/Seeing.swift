import RealModule
import TerminalCanvas

/// How colours look to people, for tests.
enum Vision: CaseIterable {
  case normal, protanopia, deuteranopia, tritanopia

  /// What somebody with this vision sees in place of linear red, green and blue: Machado, Oliveira &
  /// Fernandes 2009, severity 1.
  fileprivate func seen(_ light: SIMD3<Double>) -> SIMD3<Double> {
    let rows: [SIMD3<Double>] =
      switch self {
      case .normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
      case .protanopia:
        [
          [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
          [-0.003882, -0.048116, 1.051998],
        ]
      case .deuteranopia:
        [
          [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
          [-0.011820, 0.042940, 0.968881],
        ]
      case .tritanopia:
        [
          [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
          [0.004733, 0.691367, 0.303900],
        ]
      }
    return SIMD3((rows[0] * light).sum(), (rows[1] * light).sum(), (rows[2] * light).sum())
      .clamped(lowerBound: .zero, upperBound: .one)
  }

  /// How far apart the closest two of some colours look, by CIEDE2000.
  func closest(_ colors: [Color]) -> Double {
    let labs = colors.map { Lab($0, seenWith: self) }
    return labs.indices.flatMap { i in labs[(i + 1)...].map { labs[i].difference(to: $0) } }.min()
      ?? .infinity
  }

  /// How far apart the closest two of different kinds look.
  func closest(_ some: [Color], to others: [Color]) -> Double {
    let labs = others.map { Lab($0, seenWith: self) }
    return some.flatMap { one in
      labs.map { Lab(one, seenWith: self).difference(to: $0) }
    }.min() ?? .infinity
  }
}

/// A colour in CIELAB, white being D65.
struct Lab {
  var l, a, b: Double

  init(l: Double, a: Double, b: Double) { (self.l, self.a, self.b) = (l, a, b) }

  init(_ color: Color, seenWith vision: Vision) {
    func linear(_ byte: UInt8) -> Double {
      let value = Double(byte) / 255
      return value <= 0.04045 ? value / 12.92 : Double.pow((value + 0.055) / 1.055, 2.4)
    }
    let (red, green, blue) = color.rgb
    let light = vision.seen(SIMD3(linear(red), linear(green), linear(blue)))
    func f(_ t: Double) -> Double {
      t > 216.0 / 24389 ? Double.root(t, 3) : (24389.0 / 27 * t + 16) / 116
    }
    let x = f((SIMD3(0.4124564, 0.3575761, 0.1804375) * light).sum() / 0.95047)
    let y = f((SIMD3(0.2126729, 0.7151522, 0.0721750) * light).sum())
    let z = f((SIMD3(0.0193339, 0.1191920, 0.9503041) * light).sum() / 1.08883)
    self.init(l: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z))
  }

  /// CIEDE2000, after Sharma, Wu & Dalal 2005.
  func difference(to other: Lab) -> Double {
    func chroma(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
    func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }
    func hue(_ a: Double, _ b: Double) -> Double {
      let angle = a == 0 && b == 0 ? 0 : Double.atan2(y: b, x: a) * 180 / .pi
      return angle < 0 ? angle + 360 : angle
    }
    func damped(_ chroma: Double) -> Double {
      let seventh = Double.pow(chroma, 7)
      return (seventh / (seventh + Double.pow(25, 7))).squareRoot()
    }
    let g = 0.5 * (1 - damped((chroma(a, b) + chroma(other.a, other.b)) / 2))
    let (a1, a2) = ((1 + g) * a, (1 + g) * other.a)
    let (c1, c2) = (chroma(a1, b), chroma(a2, other.b))
    let (h1, h2) = (hue(a1, b), hue(a2, other.b))
    let isGrey = c1 * c2 == 0
    var turn = isGrey ? 0 : h2 - h1
    if turn > 180 { turn -= 360 } else if turn < -180 { turn += 360 }
    let dL = other.l - l
    let dC = c2 - c1
    let dH = 2 * (c1 * c2).squareRoot() * Double.sin(radians(turn / 2))
    let meanL = (l + other.l) / 2
    let meanC = (c1 + c2) / 2
    let sum = h1 + h2
    let meanH =
      isGrey
      ? sum : (h1 - h2).magnitude <= 180 ? sum / 2 : sum < 360 ? sum / 2 + 180 : sum / 2 - 180
    let t =
      1 - 0.17 * Double.cos(radians(meanH - 30)) + 0.24 * Double.cos(radians(2 * meanH)) + 0.32
      * Double.cos(radians(3 * meanH + 6)) - 0.20 * Double.cos(radians(4 * meanH - 63))
    let distance = (meanH - 275) / 25
    let rotation =
      -Double.sin(radians(60 * Double.exp(-distance * distance))) * 2 * damped(meanC)
    let fromGrey = (meanL - 50) * (meanL - 50)
    let x = dL / (1 + 0.015 * fromGrey / (20 + fromGrey).squareRoot())
    let y = dC / (1 + 0.045 * meanC)
    let z = dH / (1 + 0.015 * meanC * t)
    return max(0, x * x + y * y + z * z + rotation * y * z).squareRoot()
  }
}
