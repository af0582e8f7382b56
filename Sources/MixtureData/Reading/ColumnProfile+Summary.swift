import MixtureEngine

extension ColumnProfile {
  /// A line about what the column holds, for whoever chooses among the columns.
  ///
  /// - Parameter isWhole: Whether the rows are all there are.
  func summary(of rows: [Record], _ cells: CellReader, isWhole: Bool) -> String {
    let place = isWhole ? "" : " in the first \(rows.count) rows"
    if numbers + odd == 0 { return "nothing\(place)" }
    let blanks = gaps == 0 ? "" : gaps == 1 ? ", 1 gap" : ", \(gaps) gaps"
    if counts(rows, cells) { return "counts the rows\(place)" }
    if isNumeric { return "numbers from \(range(of: rows, cells))\(blanks)\(place)" }
    return words(of: rows, cells) + blanks + place
  }

  private func range(of rows: [Record], _ cells: CellReader) -> String {
    var least = Double.infinity
    var most = -Double.infinity
    for row in rows where position < row.fields.count {
      if case .number(let value) = cells.cell(row.fields[position], format) {
        least = min(least, value)
        most = max(most, value)
      }
    }
    return "\(Self.text(least)) to \(Self.text(most))"
  }

  private func words(of rows: [Record], _ cells: CellReader) -> String {
    var seen: Set<String> = []
    var words: [String] = []
    for row in rows where position < row.fields.count {
      let field = row.fields[position]
      guard cells.cell(field, format) != .missing else { continue }
      let word = field.name(in: cells.bytes)
      if seen.insert(word).inserted { words.append(word) }
    }
    let list = words.prefix(3).joined(separator: ", ") + (words.count > 3 ? ", …" : "")
    return "\(words.count) \(words.count == 1 ? "word" : "words"): \(list)"
  }

  /// Whole numbers without `.0`.
  private static func text(_ value: Double) -> String {
    if let whole = Int(exactly: value), abs(value) < 1e9 { return "\(whole)" }
    return "\(value)"
  }
}

extension Table {
  /// The table for whoever chooses among its columns.
  func source(_ coordinates: Coordinates, _ options: ReadingOptions) -> SourceTable {
    let isWhole = isWhollySampled
    return SourceTable(
      columns: columns.map {
        SourceTable.Column(
          name: $0.name, summary: $0.summary(of: body, cells, isWhole: isWhole),
          holdsNumbers: $0.isNumeric)
      },
      taken: SourceTable.Columns(
        x: coordinates.x.position, y: coordinates.y?.position, label: coordinates.label?.position,
        weight: coordinates.weight?.position),
      options: options.arguments)
  }
}
