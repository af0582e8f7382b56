import MixtureData
import MixtureEngine
import Testing

/// What the user says goes before what the text shows.
@Suite struct `Options of reading` {
  @Test func `name the separator`() throws {
    #expect(try read("1:2:3\n4:5:6\n", ReadingOptions(separator: Separator(":"))).points.count == 2)
    let pairs = ReadingOptions(separator: .blanks, decimal: .comma)
    #expect(
      try read("10,20 30,40\n11,21 31,41\n", pairs).points.points
        == [Point(x: 10.2, y: 30.4), Point(x: 11.21, y: 31.41)])
  }

  @Test func `name a line of names, or none`() throws {
    let text = "k1,k2\n1990,1991\n1.5,2\n3,4\n"
    let named = try read(text, ReadingOptions(header: .line(2)))
    #expect([named.xName, named.yName] == ["1990", "1991"] && named.points.count == 2)
    let nameless = try read(text, ReadingOptions(header: HeaderChoice.none))
    #expect(nameless.xName == "column 1" && nameless.points.count == 3)
    #expect(
      refusal(text, ReadingOptions(header: .line(9)))
        == "points.csv has no line 9 that could have the names of its columns; "
        + "give another line with --header.")
  }

  @Test func `name gaps, numbers by their value`() throws {
    let text = "x,y\n1,-9999\n2,-9999.0\n3,x\n4,5\n"
    let data = try read(text, ReadingOptions(gaps: ["-9999", "X"]))
    #expect(data.points.points == [Point(x: 4, y: 5)] && data.skippedRows == 3)
  }

  @Test(arguments: [
    ReadingOptions(), ReadingOptions(separator: .tab, decimal: .comma),
    ReadingOptions(separator: .character(UInt8(ascii: ":")), gaps: ["-9999", "--"]),
    ReadingOptions(gaps: ["a b"], header: .line(3)), ReadingOptions(header: HeaderChoice.none),
  ])
  func `come back from the words that a session keeps`(options: ReadingOptions) {
    #expect(ReadingOptions(arguments: options.arguments) == options)
  }

  @Test(arguments: [["--separator"], ["--separator", "12"], ["--head", "1"], ["--header", "0"]])
  func `are not made of words that mean nothing`(words: [String]) {
    #expect(ReadingOptions(arguments: words) == nil)
  }
}
