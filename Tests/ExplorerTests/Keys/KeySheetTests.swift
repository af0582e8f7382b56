import Testing

@testable import Explorer

@Suite struct `A sheet of keys` {
  @Test func `has every key of its table that does something, in order`() {
    for table in Keymap.all where !table.bindings.isEmpty {
      let sheet = KeySheet(table)
      let bindings = table.bindings.filter { !$0.help.isEmpty }
      #expect(sheet.rows.flatMap(\.keys) == bindings.flatMap { $0.keys.map(\.label) })
      // What stands in neighbouring rows differs: keys that do alike share one.
      for (row, next) in zip(sheet.rows, sheet.rows.dropFirst()) {
        #expect(row.meaning != next.meaning)
      }
    }
  }

  @Test func `is there for each view that has keys of its own, under its name`() {
    for view in View.all where !view.keys.bindings.isEmpty {
      #expect(KeySheet.all.contains { $0.title == "In the \(view.name)" }, "\(view.name)")
    }
    #expect(Set(KeySheet.all.map(\.title)).count == KeySheet.all.count)
    #expect(KeySheet.picture.map(\.title).first == "Stepping")
    #expect(KeySheet.all.contains { $0.rows.contains { $0.keys.count > 5 } })
  }
}
