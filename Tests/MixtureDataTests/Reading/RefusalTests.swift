import Foundation
import MixtureData
import MixtureEngine
import Testing

/// Every file that cannot be read gets one sentence that says what to do.
struct RefusalTests {
  @Test(arguments: ["", "\n\n", "# nothing\n", "\u{FEFF}", "  \n\t\n"])
  func `an empty file`(text: String) {
    #expect(refusal(text) == "points.csv is empty; give a file with two columns of numbers.")
  }

  @Test func `one column, and another that may have been meant for numbers`() {
    #expect(
      refusal("a,x\n6:30,1\n7:30,2\n")
        == "points.csv has only one column of numbers (x), and points of the plane need two: "
        + "line 2, column a: '6:30' is not a number; "
        + "correct such cells, take the one with --columns, or say how the file is written with "
        + "--separator or --decimal.")
  }

  @Test func `a column that isn't there, in a table of very many`() {
    let names = (1...5000).map { "c\($0)" }
    let row = names.indices.map { "\($0 % 7)" }.joined(separator: ",")
    let text = "\(names.joined(separator: ","))\n\(row)\n\(row)\n"
    #expect(
      refusal(text, columns: "a,b")
        == "points.csv has no column 'a'; it has 5000 columns: "
        + "c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12 and others.")
  }

  @Test(arguments: ["to be or not\nto be\n", "word\nword\n", "a,b\nc,d\n", "x,y\n"])
  func `words`(text: String) {
    #expect(
      refusal(text)
        == "points.csv has no column of numbers; give a file with two columns of numbers.")
  }

  @Test func `binary files`() throws {
    let save = "save the points as CSV (comma-separated text) first."
    #expect(
      refusal([0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00]) == "points.csv is not a text file; " + save)
    #expect(refusal([1, 2, 3, 4]) == "points.csv is not a text file; " + save)
    #expect(try read("PAR1,PAR2\n1,2\n3,4\n").xName == "PAR1")
    #expect(
      refusal([0x50, 0x4B, 3, 4, 0, 0])
        == "points.csv is a zip archive, as spreadsheets are; " + save)
    #expect(
      refusal([0x1F, 0x8B, 8, 1, 2, 3, 4, 5, 6, 7, 14, 15])
        == "points.csv is compressed with gzip; "
        + "the command  zcat points.csv | emscope explore -  reads it.")
  }

  @Test func `a word among numbers, with its line and column`() {
    let rows = (1...150).map { "\($0),\($0)" }.joined(separator: "\n")
    #expect(
      refusal("x,y\n\(rows)\n151,oops\n")
        == "points.csv, line 152, column y: 'oops' is not a number; correct it, "
        + "name it with --gap to leave the row out, or choose other columns with --columns.")
    #expect(
      refusal("x,y\n\(rows)\n151,oops\n", columns: "x,y")
        == "points.csv, line 152, column y: 'oops' is not a number; "
        + "correct it, or name it with --gap to leave the row out.")
  }

  @Test func `numbers beyond what can be squared`() {
    #expect(
      refusal("1,2\n3,1e200\n")
        == "points.csv, line 2, column 2: the number is beyond 1e151; "
        + "give the points in a larger unit.")
  }

  @Test func `no row with both numbers`() {
    #expect(
      refusal("x,y\n1,\n,2\n")
        == "points.csv has no row with a number in both x and y; choose other columns with --columns."
    )
  }

  @Test func `columns that are not there`() {
    #expect(
      refusal("x,y\n1,2\n", columns: "x,z") == "points.csv has no column 'z'; it has x, y.")
    #expect(
      refusal("x,y\n1,2\n", columns: "0,3") == "points.csv has no column '0'; it has x, y.")
    #expect(
      refusal("x,y\n1,2\n", label: "kind") == "points.csv has no column 'kind'; it has x, y.")
  }

  @Test func `columns that are not two`() {
    let sentence =
      "--columns takes two names or numbers with a comma between, such as x,y or 1,2, or one alone, "
      + "not '"
    for choice in ["x,y,z", ",", "", "x,"] {
      #expect(refusal("x,y\n1,2\n", columns: choice) == sentence + choice + "'.")
    }
    #expect(
      refusal("x,y\n1,2\n", columns: "x,1")
        == "Column x is chosen twice; choose two different columns, such as --columns 1,2.")
    #expect(
      refusal("x,x\n1,2\n", columns: "x,2")
        == "points.csv has several columns called 'x'; choose by number, such as --columns 1,2.")
  }

  @Test func `quotation marks out of place`() {
    let advice =
      ": a quotation mark is out of place; "
      + "close every quoted value, and double the marks inside it."
    #expect(refusal("x,y\n1,2\n3,\"4\n5,6\n") == "points.csv, line 3" + advice)
    #expect(refusal("x,y\n1,2\n3,\"4\n5,6\"7,8\n") == "points.csv, line 3" + advice)
  }

  @Test func `names cannot carry escape sequences to the terminal`() throws {
    let dataSet = try read("\u{1B}[2Jx,\u{202E}y\n1,2\n")
    #expect(dataSet.xName == "?[2Jx")
    #expect(dataSet.yName == "?y")
    #expect(!refusal("x,y\n1,2\n3,\u{1B}]0;title\u{7}\n").contains("\u{1B}"))
    #expect(!refusal("x,y\n1,2\n", columns: "\u{1B}c,y").contains("\u{1B}"))
    #expect(String(repeating: "long", count: 100).harmless.count == 63)
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `no bytes whatsoever crash the reader`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let alphabets: [[UInt8]] = [
      Array(0...255), Array("0123456789.,;eE+-\"\n\r\t #NAaxy".utf8), Array("1,2\n\"".utf8),
      Array(9...127),
    ]
    let alphabet = alphabets[Int(seed % 4)]
    let bytes = (0..<generator.index(below: 400)).map { _ in
      alphabet[generator.index(below: alphabet.count)]
    }
    do {
      let dataSet = try read(bytes)
      #expect(dataSet.points.count > 0)
      #expect(dataSet.points.points.allSatisfy { $0.isFinite })
    } catch let error as DataError {
      #expect(!error.description.isEmpty)
      #expect(error.description.allSatisfy { !$0.isNewline && $0 != "\u{1B}" })
    }
  }
}
