import MixtureData
import MixtureEngine
import Testing

/// The same two points in every way of writing them.
struct DialectTests {
  static let files = [
    "comma": "a,b\n1.5,2\n-3,4e1\n",
    "comma and blanks": "a, b\n1.5, 2\n -3 , 4e1\n",
    "semicolon": "a;b\n1.5;2\n-3;4e1\n",
    "semicolon, decimal comma": "a;b\n1,5;2,0\n-3,0;4,0e1\n",
    "tab": "a\tb\n1.5\t2\n-3\t4e1\n",
    "tab, decimal comma": "a\tb\n1,5\t2\n-3\t4,0E1\n",
    "blanks": "a  b\n  1.5   2\n-3 40\n",
    "blanks, decimal comma": "a b\n1,5 2,0\n-3,0 40,0\n",
    "quoted": "\"a\",\"b\"\n\"1.5\",\"2\"\n\"-3\",\"40\"\n",
    "quoted blanks": "\"a\" \"b\"\n\"1.5\"\t2\n-3  \"40\"\n",
    "CR LF": "a,b\r\n1.5,2\r\n-3,40\r\n",
    "CR": "a,b\r1.5,2\r-3,40\r",
    "no last line end": "a,b\n1.5,2\n-3,40",
    "byte order mark": "\u{FEFF}a,b\n1.5,2\n-3,40\n",
    "comments and blank lines": "# made by hand\n\na,b\n\n1.5,2\n# second\n-3,40\n\n",
    "plus signs": "a,b\n+1.5,+2\n-3,+4.0E+01\n",
  ]

  @Test(arguments: files.keys.sorted())
  func `one table, written in many ways, is one set of points`(way: String) throws {
    let dataSet = try read(#require(Self.files[way]))
    #expect(dataSet.points.points == [Point(x: 1.5, y: 2), Point(x: -3, y: 40)])
    #expect(dataSet.xName == "a")
    #expect(dataSet.yName == "b")
    #expect(dataSet.skippedRows == 0)
  }

  @Test func `UTF-16 is read in both byte orders`() throws {
    let units = Array("a,b\n1.5,2\n-3,40\n".utf16)
    let low = units.map { UInt8($0 & 0xFF) }
    let high = units.map { UInt8($0 >> 8) }
    let little: [UInt8] = [0xFF, 0xFE] + zip(low, high).flatMap { [$0, $1] }
    let big: [UInt8] = [0xFE, 0xFF] + zip(high, low).flatMap { [$0, $1] }
    #expect(try read(little).points.points == [Point(x: 1.5, y: 2), Point(x: -3, y: 40)])
    #expect(try read(big).points.points == [Point(x: 1.5, y: 2), Point(x: -3, y: 40)])
  }

  @Test func `names in Latin-1 and in UTF-8 are the same names`() throws {
    let latin = Array("Gr".utf8) + [0xF6, 0xDF] + Array("e,b\n1,2\n".utf8)
    #expect(try read(latin).xName == "Größe")
    #expect(try read("Größe,b\n1,2\n").xName == "Größe")
  }

  @Test func `a word with a comma in quotation marks is one field`() throws {
    let dataSet = try read("place,x,y\n\"Nice, France\",1,2\n\"a \"\"b\"\"\nc\",3,4\n")
    #expect(dataSet.points.points == [Point(x: 1, y: 2), Point(x: 3, y: 4)])
  }

  @Test func `a quoted and an unquoted file give the same fields`() throws {
    func table(_ word: String) -> String {
      let rows = (0..<200).map { "\($0 % 7),,\($0),\(word),\(Double($0) / 8)," }
      return (["a,b,c,d,e,f"] + rows).joined(separator: "\n")
    }
    let plain = table("word")
    let quoted = table("\"word\"")
    #expect(try read(plain).points == read(quoted).points)
    #expect(try read(plain, columns: "3,5").points == read(quoted, columns: "c,e").points)
  }
}
