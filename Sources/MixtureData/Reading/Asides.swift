/// What stands among the rows and is none: comments, rules, and remarks behind rows.
struct Asides {
  private var comments: (count: Int, first: Int) = (0, 0)
  private var rules: (count: Int, first: Int) = (0, 0)
  private var remarks: (count: Int, first: Int) = (0, 0)

  init(_ records: [Record]) {
    for record in records { add(record) }
  }

  mutating func add(_ record: Record) {
    if record.hasComment {
      remarks = (remarks.count + 1, remarks.count == 0 ? record.line : remarks.first)
    } else if record.kind == .rule {
      rules = (rules.count + 1, rules.count == 0 ? record.line : rules.first)
    } else {
      comments = (comments.count + 1, comments.count == 0 ? record.line : comments.first)
    }
  }

  var notes: [String] {
    [
      TableNotes.comments(count: comments.count, first: comments.first),
      TableNotes.rules(count: rules.count, first: rules.first),
      TableNotes.remarks(count: remarks.count, first: remarks.first),
    ].compactMap(\.self)
  }
}
