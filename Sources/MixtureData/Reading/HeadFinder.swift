/// Finds the head of a table in a sample of its records.
struct HeadFinder {
  private let sample: TableSample
  private let file: String
  /// What fields mean where nobody has named further gaps: names don't become gaps by an option.
  private let cells: CellReader
  /// The columns of numbers.
  private let numeric: [Int]
  private let width: Int

  private var bytes: [UInt8] { cells.bytes }
  private var rows: [Record] { sample.rows }

  init(_ sample: TableSample, _ source: TableText) {
    self.sample = sample
    cells = CellReader(source.text)
    file = source.file
    numeric = sample.numericColumns
    width = sample.width
  }

  /// The head, as the user says or as the records show.
  func head(_ choice: HeaderChoice?) throws(DataError) -> TableHead {
    switch choice {
    case nil: try found()
    case .none?: nameless()
    case .line(let line)?: try named(byLine: line)
    }
  }

  // MARK: - As the user says

  private func nameless() -> TableHead {
    let first = rows.firstIndex { $0.fields.count == width && hasNumber($0) }
    return head(from: first ?? rows.startIndex, names: nil)
  }

  private func named(byLine line: Int) throws(DataError) -> TableHead {
    guard let record = sample.records.first(where: { $0.line == line }) else {
      throw DataError.noHeaderLine(file: file, line: line)
    }
    let below = rows.firstIndex { $0.line > line } ?? rows.endIndex
    let first = rows[below...].prefix(4).firstIndex(where: hasNumber) ?? below
    let names = uncommented(record)
    var head = head(from: first, names: names)
    if first > below { head.notes.append(unitsNote(below..<first)) }
    let filled = names.filledCount(in: bytes)
    if filled < head.names.count {
      head.notes.append(
        "Line \(line) has \(filled) \(filled == 1 ? "name" : "names") for \(head.names.count) "
          + "columns; the last ones have none.")
    }
    return head
  }

  // MARK: - As the records show

  private func found() throws(DataError) -> TableHead {
    guard !numeric.isEmpty else { return wordsOnly() }
    guard let clean = rows.firstIndex(where: isRow) else { return wordsOnly() }
    for line in [clean, clean - 1] where line == 0 || line > 0 && !canName(line - 1, above: line) {
      if let head = namesInNumbers(at: line) { return head }
    }
    // Rows with gaps or odd cells may stand between the names and the first clean row.
    var first = clean
    while first > 0, !isWords(rows[first - 1]), canFollowNames(rows[first - 1]) { first -= 1 }
    guard first > 0, isWords(rows[first - 1]) else {
      return try untitled(from: blankRowsAbove(clean), clean: clean)
    }
    let block = block(endingAt: first)
    guard let names = namesLine(in: block, rowsFrom: first) else {
      return try untitled(from: clean, clean: clean)
    }
    var shift = 0
    let count = rows[names].fields.count
    if count != width {
      let filled = rows[names].filledCount(in: bytes)
      let needed = filledWidth(from: first)
      let isDoubled =
        names > 0 && rows[names - 1].fields.count == count && isWords(rows[names - 1])
        && !rows[names].followsBlank
      if count == needed - 1 && names == first - 1 && !isDoubled {
        shift = 1
      } else if filled < needed || !sample.separator.isCertain {
        return try untitled(from: first, clean: clean)
      }
    }
    let units = names + 1..<firstUnitThatIsRow(below: names, rowsFrom: first)
    var head = head(from: units.upperBound, names: rows[names], shift: shift)
    if !units.isEmpty { head.notes.append(unitsNote(units)) }
    if shift == 1 {
      head.notes.append(
        "Line \(rows[names].line) has one name fewer than there are columns; "
          + "the first column is taken for the names of the rows.")
    }
    return head
  }

  /// The head of a table without a line of names in words directly above its numbers.
  private func untitled(from first: Int, clean: Int) throws(DataError) -> TableHead {
    if let comment = namesInComment(above: rows[first]) {
      return head(from: first, names: comment)
    }
    guard first > 0 else { return head(from: first, names: nil) }
    let above = rows[first - 1]
    guard above.fields.count > 1, !isPaddedTitle(above) else {
      return head(from: first, names: nil)
    }
    if above.fields.count == width, hasNumber(above),
      let odd = numeric.first(where: { isWord(above.fields[$0]) })
    {
      throw DataError.neitherNamesNorRow(
        file: file,
        place: CellPlace(
          line: above.line, column: TableHead.numbered(width)[odd],
          text: above.fields[odd].name(in: bytes)))
    }
    guard sample.separator.isCertain, above.fields.count != width, !rows[first].followsBlank
    else { return head(from: first, names: nil) }
    throw DataError.namesUnlikeRows(
      file: file, line: above.line, names: above.fields.count, row: rows[first].line,
      fields: rows[first].fields.count)
  }

  /// A table in which no column holds numbers: a first line without digits has the names.
  private func wordsOnly() -> TableHead {
    let first = rows.firstIndex { $0.fields.count == width } ?? 0
    guard rows.indices.contains(first) else {
      return TableHead(names: TableHead.numbered(width), firstRow: nil)
    }
    let hasDigits = rows[first].fields.contains { field in
      bytes[field.start..<field.end].contains { (0x30...0x39).contains($0) }
    }
    return hasDigits ? head(from: first, names: nil) : head(from: first + 1, names: rows[first])
  }

  private func head(from first: Int, names: Record?, shift: Int = 0) -> TableHead {
    var head = TableHead(
      names: TableHead.numbered(filledWidth(from: first)),
      firstRow: rows.indices.contains(first) ? rows[first] : nil)
    if let names { head.name(after: names, in: bytes, shift: shift) }
    head.asides = sample.records.filter {
      $0.line < head.firstRow?.line ?? Int.max && $0.kind != .row && $0.line != names?.line
        && !(sample.takesHashes && $0.kind == .hash)
    }
    let end = names?.line ?? head.firstRow?.line ?? 0
    let above = sample.records.filter { $0.line < end && sample.isRow($0) }
    if let note = TableNotes.preamble(above, over: names == nil ? "rows" : "names") {
      head.notes.append(note)
    }
    return head
  }

  private func unitsNote(_ lines: Range<Int>) -> String {
    let words = rows[lines].flatMap(\.fields).map { $0.name(in: bytes) }.filter { !$0.isEmpty }
    return TableNotes.units(rows[lines], words: words)
  }
}

// MARK: - Kinds of lines

extension HeadFinder {
  private func isWord(_ field: Field) -> Bool { !sample.isNumber(field) && !isGap(field) }

  private func isGap(_ field: Field) -> Bool {
    !sample.isNumber(field) && cells.cell(field, NumberFormat()) == .missing
  }

  private func field(_ column: Int, of record: Record) -> Field {
    record.fields.indices.contains(column) ? record.fields[column] : .none
  }

  private func hasNumber(_ record: Record) -> Bool {
    numeric.contains { sample.isNumber(field($0, of: record)) }
  }

  /// Numbers or gaps in every column of numbers, and not only gaps.
  private func isRow(_ record: Record) -> Bool {
    guard let last = numeric.last, last < record.fields.count, hasNumber(record) else {
      return false
    }
    return !numeric.contains { isWord(record.fields[$0]) }
  }

  /// Words, and no numbers over the columns of numbers; a line of one field is a title.
  private func isWords(_ record: Record) -> Bool {
    record.fields.count >= min(width, 2) && !hasNumber(record)
      && record.fields.contains { isWord($0) }
  }

  /// One word, with as many separators behind it as spreadsheets put there.
  private func isPaddedTitle(_ record: Record) -> Bool {
    width > 2 && sample.separator.isCertain && record.filledCount(in: bytes) == 1
  }

  /// Whether a line of words can be the names of what follows directly.
  private func canName(_ line: Int, above next: Int) -> Bool {
    isWords(rows[line]) && !isPaddedTitle(rows[line]) && !rows[next].followsBlank
      && (rows[line].fields.count >= width - 1)
  }

  private func isGaps(_ record: Record) -> Bool { record.fields.allSatisfy(isGap) }

  private func canFollowNames(_ record: Record) -> Bool {
    hasNumber(record) || record.fields.count > 1 && isGaps(record)
  }

  /// Without names, a line of gaps above the numbers is a row.
  private func blankRowsAbove(_ clean: Int) -> Int {
    var first = clean
    while first > 0, rows[first - 1].fields.count == width, isGaps(rows[first - 1]) { first -= 1 }
    return first
  }

  /// The width without the columns at the end that are blank in every row.
  private func filledWidth(from first: Int) -> Int {
    let filled = rows.dropFirst(first).lazy.map { $0.filledCount(in: bytes) }.max() ?? width
    return max(1, min(filled, width))
  }
}

// MARK: - Lines of names

extension HeadFinder {
  /// Up to four lines of words without a blank line between that end above row `first`.
  private func block(endingAt first: Int) -> Range<Int> {
    var start = first - 1
    while start > 0, first - start < 4, isWords(rows[start - 1]) || isGaps(rows[start - 1]),
      !rows[start].followsBlank
    {
      start -= 1
    }
    return start..<first
  }

  /// The first line of a block with a word over every column of numbers, or over the most.
  ///
  /// It has a name for each column, or one fewer directly above the numbers.
  private func namesLine(in block: Range<Int>, rowsFrom first: Int) -> Int? {
    let needed = filledWidth(from: first)
    func words(_ line: Int) -> Int {
      let count = rows[line].fields.count
      let isShort = count == needed - 1
      if isPaddedTitle(rows[line]) || isShort && line < first - 1 { return 0 }
      return numeric.count { isWord(field(isShort ? $0 - 1 : $0, of: rows[line])) }
    }
    let most = block.map(words).max() ?? 0
    return most == 0 ? nil : block.first { words($0) == most }
  }

  /// Where the rows begin below the names: at a line of gaps, or of words that come again.
  private func firstUnitThatIsRow(below names: Int, rowsFrom first: Int) -> Int {
    (names + 1..<first).first { line in
      !numeric.contains { isWord(field($0, of: rows[line])) }
        || rows[line].fields.indices.contains { column in
          let word = rows[line].fields[column]
          return isWord(word)
            && rows[first...].contains {
              field(column, of: $0).name(in: bytes) == word.name(in: bytes)
            }
        }
    } ?? first
  }

  /// Names such as years, or numbers that count on, under a word or a blank field.
  ///
  /// Where the next line could be names of years as well, both are rows.
  private func namesInNumbers(at first: Int) -> TableHead? {
    guard rows.count > first + 1, let series = series(in: rows[first]),
      series == .count || self.series(in: rows[first + 1]) != .years
    else { return nil }
    var head = head(from: first + 1, names: rows[first])
    head.notes.append(
      TableNotes.numbersAsNames(
        rows[first], names: numeric.filter { $0 > 0 }.map { head.names[$0] }))
    return head
  }

  private enum Series { case years, count }

  /// What stands over the columns of numbers behind a first field without a number: whole numbers
  /// in equal steps that are years, or that count on from 0 or 1.
  private func series(in record: Record) -> Series? {
    guard record.fields.count == width, let corner = record.fields.first else { return nil }
    let isBlank = corner.isBlank(in: bytes)
    guard isBlank || isWord(corner) else { return nil }
    var numbers: [Int] = []
    for column in numeric where column > 0 {
      guard let number = Int(record.fields[column].name(in: bytes)), abs(number) < 1_000_000 else {
        return nil
      }
      numbers.append(number)
    }
    let steps = Set(zip(numbers, numbers.dropFirst()).map { $1 - $0 })
    guard let start = numbers.first, steps.count <= 1 else { return nil }
    if numbers.allSatisfy({ (1000...2999).contains($0) }) {
      // Two columns always have equal steps, so theirs have to be small.
      let step = abs(steps.first ?? 1)
      return step > 0 && (step <= 10 || numbers.count > 2) ? .years : nil
    }
    // Three numbers that count on are names; fewer only where nothing stands in the corner.
    let counts = (start == 0 || start == 1) && (steps.first ?? 1) == 1
    return counts && (isBlank || numbers.count >= 3) ? .count : nil
  }

  /// Whether a comment directly above the first row has names for the columns.
  var isNamedByComment: Bool { rows.first.flatMap(namesInComment) != nil }

  /// The line that begins with `#` directly above the first row, if it can be the names.
  private func namesInComment(above first: Record) -> Record? {
    guard let next = sample.records.firstIndex(where: { $0.line == first.line }), next > 0 else {
      return nil
    }
    let comment = sample.records[next - 1]
    guard comment.kind == .hash else { return nil }
    let names = uncommented(comment)
    guard names.fields.count == width, !names.fields.contains(where: sample.isNumber) else {
      return nil
    }
    return names
  }

  /// A record without the `#` that it begins with.
  private func uncommented(_ record: Record) -> Record {
    guard record.kind == .hash, let first = record.fields.first else { return record }
    var record = record
    var start = first.start
    while start < first.end, bytes[start] != UInt8(ascii: "#") { start += 1 }
    record.fields[0].start = min(start + 1, first.end)
    if record.fields[0].isBlank(in: bytes) {
      // `# x y` has two names, and `#,x,y` three.
      if sample.separator == .blanks {
        record.fields.removeFirst()
      } else {
        record.fields[0] = Field(start: start, end: min(start + 1, first.end))
      }
    }
    return record
  }
}
