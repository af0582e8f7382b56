/// The column of one coordinate of the means.
///
/// Where means that differ would read the same, as at large offsets, what they have in common stands
/// once in the title, and only the rest in the column.
struct MeanColumn {
  /// What stands above, such as `μx` or `x-4.65e6`.
  let title: String
  /// How many columns it takes, one of them blank.
  let width: Int
  private let offset: Double
  private let format: ColumnFormat

  /// A column of some coordinates in a usual width; two more are taken where they are needed.
  ///
  /// - Parameters:
  ///   - name: The coordinate, `x` or `y`.
  ///   - values: The coordinates of all means.
  ///   - width: The usual width.
  init(_ name: String, _ values: [Double], width: Int) {
    let distinct = Set(values)
    func format(_ offset: Double, _ room: Int) -> ColumnFormat? {
      let rest = distinct.map { $0 - offset }
      let format = ColumnFormat(rest, width: room, tellingApart: true)
      return Set(rest.map(format.text)).count == distinct.count ? format : nil
    }
    let plain = format(0, width - 1)
    if plain == nil, let first = values.first {
      for (digits, more) in [1, 2, 3, 4, 5].flatMap({ digits in [0, 2].map { (digits, $0) } }) {
        let offset = Double(first.significant(digits)) ?? 0
        let title =
          "\(name)\(offset < 0 ? "+" : "-")\(abs(offset).scientific(digits - 1, trimmed: true))"
        let room = width + more - 1
        if title.count <= room, let format = format(offset, room) {
          (self.title, self.width, self.offset, self.format) = (
            title, width + more, offset, format
          )
          return
        }
      }
    }
    (title, self.width, offset) = ("μ\(name)", width, 0)
    self.format = plain ?? ColumnFormat(values, width: width - 1)
  }

  /// A coordinate as it stands in the column.
  func text(_ value: Double) -> String { format.text(value - offset) }
}
