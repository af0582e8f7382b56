/// How the lines of a table are cut, and where it begins.
struct TableLayout {
  var separator: Separator
  var fixedColumns: [Range<Int>] = []
  var dropsOuterBars = false
  var takesHashes = false
  var head: TableHead

  private init(_ sample: TableSample, takesHashes: Bool, head: TableHead) {
    separator = sample.separator
    fixedColumns = sample.fixedColumns
    dropsOuterBars = sample.dropsOuterBars
    self.takesHashes = takesHashes
    self.head = head
  }

  /// The layout of a text whose format has the names in a place of their own.
  init(names: [String], of source: TableText) {
    separator = source.separator ?? .comma
    takesHashes = source.format != .toa5
    var reader = RecordReader(source, separator: separator)
    var record = Record()
    var first: Record?
    while first == nil, (try? reader.next(&record)) == true {
      if record.isRow(takingHashes: takesHashes) { first = record }
    }
    head = TableHead(
      names: names, firstRow: first, isNamed: names != TableHead.numbered(names.count))
  }

  /// The layout that the first lines show: a thousand, or as many more as a long preamble needs.
  static func found(
    in source: TableText, _ cells: CellReader, _ options: ReadingOptions
  ) throws(DataError) -> TableLayout {
    var count = 1000
    if case .line(let line) = options.header {
      count += min(line, source.text.bytes.count)
    }
    while true {
      let search = Search(source: source, cells: cells, options: options, count: count)
      let (layout, isWhole) = try search.layout()
      if let layout { return layout }
      if isWhole { return try search.narrow() }
      count *= 10
    }
  }

  /// The search among the first `count` records.
  private struct Search {
    let source: TableText
    let cells: CellReader
    let options: ReadingOptions
    let count: Int

    /// No preamble is that long: what has no table so far has none.
    private static let most = 100_000

    private func sample(_ separator: Separator, takesHashes: Bool) -> TableSample {
      TableSample(
        of: source, separator: separator, count: count, cells: cells, takesHashes: takesHashes,
        decimalComma: options.decimal.map { $0 == .comma })
    }

    /// The separators that may be used: those that occur.
    private func separators() -> [Separator] {
      if let separator = options.separator ?? source.separator { return [separator] }
      let present = Set(source.text.bytes[source.start...].prefix(1 << 22))
      return Separator.candidates.map(\.separator).filter { separator in
        switch separator {
        case .character(let byte): present.contains(byte)
        case .tabs: present.contains(0x09)
        case .blanks: present.contains(0x20) || present.contains(0x09)
        case .fixed: present.contains(0x20)
        }
      }
    }

    /// The layout, if a table with numbers is found; and whether there is no more to be looked at.
    func layout() throws(DataError) -> (TableLayout?, isWhole: Bool) {
      let separators = separators()
      var isWhole = true
      var words: TableSample?
      for takesHashes in [false, true] {
        let samples = separators.map { sample($0, takesHashes: takesHashes) }
        if count < Self.most, samples.contains(where: { $0.records.count == count }) {
          isWhole = false
        }
        let best = TableSample.best(of: samples, file: source.file)
        let columns = best?.numericColumns.count ?? 0
        // A table whose quotation marks are out of place is refused for them.
        if columns > 0, let failure = best?.failure { throw failure }
        if let best,
          let other = samples.first(where: {
            [.tab, .tabs, .blanks].contains($0.separator) && best.isAsLikely(as: $0)
          })
        {
          guard other.isNamedByWords || HeadFinder(other, source).isNamedByComment else {
            throw DataError.ambiguous(file: source.file, line: other.rows.first?.line ?? 1)
          }
          return (try layout(other, takesHashes: takesHashes), isWhole)
        }
        // One column of numbers may be the preamble's: the table comes further down.
        if let best, columns > 1 || columns > 0 && isWhole {
          return (try layout(best, takesHashes: takesHashes), isWhole)
        }
        if !takesHashes { words = best }
      }
      guard isWhole, let words else { return (nil, isWhole) }
      return (try layout(words, takesHashes: false), isWhole)
    }

    private func layout(_ sample: TableSample, takesHashes: Bool) throws(DataError) -> TableLayout {
      if !takesHashes, let other = withHashes(sample) {
        return TableLayout(other, takesHashes: true, head: try head(other))
      }
      return TableLayout(sample, takesHashes: takesHashes, head: try head(sample))
    }

    private func head(_ sample: TableSample) throws(DataError) -> TableHead {
      try HeadFinder(sample, source).head(options.header)
    }

    /// The sample with the lines that begin with `#`, if these are most of the rows.
    ///
    /// Then the first column holds words such as `#1`; rows that are commented out are fewer, or
    /// the first of two columns would be lost by taking them.
    private func withHashes(_ sample: TableSample) -> TableSample? {
      func fits(_ record: Record) -> Bool {
        record.fields.count == sample.width
          && record.fields.dropFirst().contains(where: sample.isNumber)
      }
      let hashes = sample.records.count { $0.kind == .hash && fits($0) }
      guard hashes > 0, hashes > sample.rows.count(where: fits) else { return nil }
      let other = self.sample(sample.separator, takesHashes: true)
      return other.numericColumns.count >= min(2, sample.numericColumns.count) ? other : nil
    }

    /// A text in which no separator makes two columns.
    func narrow() throws(DataError) -> TableLayout {
      let separator = options.separator ?? source.separator ?? .tab
      let sample = sample(separator, takesHashes: false)
      if let failure = sample.failure { throw failure }
      guard !sample.rows.isEmpty else { throw DataError.empty(file: source.file) }
      return TableLayout(sample, takesHashes: false, head: try head(sample))
    }
  }
}
