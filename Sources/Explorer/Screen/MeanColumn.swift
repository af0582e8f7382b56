/// The column of one coordinate of the means.
///
/// Where means that differ would read the same, as at large offsets, what they have in common stands
/// once in the title, and only the rest in the column.
struct MeanColumn {
  /// What stands above, such as `mean x` or `x-4.65e6`.
  let title: String
  /// How many columns it takes, one of them blank.
  let width: Int
  private let offset: Double

  /// A column of some coordinates in a usual width; two more are taken where they are needed.
  init(_ name: String, _ values: [Double], width: Int) {
    let distinct = Set(values)
    func tellsApart(_ offset: Double, _ room: Int) -> Bool {
      Set(distinct.map { ($0 - offset).entry(room) }).count == distinct.count
    }
    if !tellsApart(0, width - 1), let first = values.first {
      for (digits, more) in [1, 2, 3, 4, 5].flatMap({ digits in [0, 2].map { (digits, $0) } }) {
        let offset = Double(first.significant(digits)) ?? 0
        let title =
          "\(name)\(offset < 0 ? "+" : "-")\(abs(offset).scientific(digits - 1, trimmed: true))"
        let room = width + more - 1
        if title.count <= room, tellsApart(offset, room) {
          self.init(title: title, width: width + more, offset: offset)
          return
        }
      }
    }
    self.init(title: "mean \(name)", width: width, offset: 0)
  }

  private init(title: String, width: Int, offset: Double) {
    self.title = title
    self.width = width
    self.offset = offset
  }

  /// A coordinate as it stands in the column.
  func text(_ value: Double) -> String { (value - offset).entry(width - 1) }
}
