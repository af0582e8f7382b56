#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Numbers as text in the tables and sentences of a report.
extension Double {
  /// The number with at most so many significant digits.
  func significant(_ digits: Int) -> String { printed("%.*g", digits) }

  /// The number with a fixed count of decimals.
  func fixed(_ decimals: Int) -> String { printed("%.*f", decimals) }

  /// A share as a percentage.
  var percentage: String { (self * 100).fixed(1) + "%" }

  /// The number as the C library prints it, rounded correctly, with a point whatever the locale is.
  private func printed(_ format: String, _ precision: Int) -> String {
    let former = uselocale(Self.plainLocale)
    defer { uselocale(former) }
    return withVaList([Int32(precision), self]) { arguments in
      // The largest number has 309 digits before its point.
      String(unsafeUninitializedCapacity: 400 + precision) { buffer in
        buffer.withMemoryRebound(to: CChar.self) {
          Int(vsnprintf($0.baseAddress, $0.count, format, arguments))
        }
      }
    }
  }

  nonisolated(unsafe) private static let plainLocale = newlocale(LC_NUMERIC_MASK, "C", nil)
}

extension ClosedRange<Double> {
  /// Shares between two ends as percentages.
  var percentages: String { (lowerBound * 100).fixed(1) + "–" + upperBound.percentage }
}

extension [String] {
  /// The lines as a text that ends with the last that has something in it.
  var document: String {
    let text = joined(separator: "\n")
    let end = text.lastIndex { !$0.isNewline }.map(text.index(after:)) ?? text.startIndex
    return text[..<end] + "\n"
  }

  /// The words as a sentence enumerates them: `1`, `1 and 2`, `1, 2, and 3`.
  var enumeration: String {
    guard count > 2 else { return joined(separator: " and ") }
    return dropLast().joined(separator: ", ") + ", and " + self[count - 1]
  }
}
