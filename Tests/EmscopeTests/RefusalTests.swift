import Foundation
import Testing

/// Whatever is wrong: one sentence on standard error, nothing on standard output.
struct RefusalTests {
  func expectSentence(_ arguments: [String], input: String = "", status: Int32) throws {
    let outcome = try emscope(arguments, input: input)
    #expect(outcome.status == status, "\(arguments): \(outcome.error)")
    #expect(outcome.output.isEmpty)
    #expect(outcome.error.hasPrefix("emscope: "))
    #expect(outcome.error.filter { $0 == "\n" }.count == 1)
    #expect(!outcome.error.contains("\u{1B}"))
  }

  @Test(arguments: [
    "fit no-such-file.csv", "fit old-faitful", "fit .", "fit old-faithful -k 273",
    "fit old-faithful -k 1..273",
    "fit old-faithful --columns a,b", "fit iris --columns species,1",
    "fit old-faithful --start-file no-such-file.json", "fit /dev/null", "fit /dev/zero",
    "datasets --write no-such-folder", "render no-such-file.csv", "render -k 273",
    "restarts old-faithful -k 273", "starts old-faithful -k 273", "restarts no-such-file.csv",
    "render iris --columns species,1", "old-faithful", "explore iris", "", "no-such-file.csv",
    "explore -k 273",
  ])
  func `what cannot be done leaves with status 1`(line: String) throws {
    try expectSentence(line.split(separator: " ").map(String.init), status: 1)
  }

  @Test(arguments: [
    ("ftt iris", "'fit'", 2), ("restart iris", "'restarts'", 2), ("help fitt", "'fit'", 2),
    ("help bogus", "explore, lesson", 2), ("fi", "'fit'", 1), ("rneder", "'render'", 1),
    ("iri", "'iris'", 1), ("fit iris penguins", "'penguins'", 2), ("nosuchthing", "datasets", 1),
  ])
  func `a misspelled command is answered with the one that is meant`(
    line: String, names: String, status: Int32
  ) throws {
    let words = line.split(separator: " ").map(String.init)
    try expectSentence(words, status: status)
    #expect(try emscope(words).error.contains(names), "\(line)")
  }

  @Test(arguments: [
    "restarts --runs 0", "restarts -k 0", "restarts --start-file x.json", "starts --start outlier",
    "fit -k 0", "fit -k -1", "fit -k two", "fit -k", "fit --model gaussian", "fit --start kmeans",
    "fit --covariance round", "fit --columns x,y,z", "fit --iterations -1", "fit --tolerance -1",
    "fit --tolerance nan", "fit --tolerance inf", "fit --seed -1", "fit --seed 1.5",
    "fit --format xml", "starts --format csv", "fit -k 3..2",
    "fit -k 1..x", "fit -k 0..2", "fit --restarts 0",
    "fit -k 1..3 --trace", "fit -k 1..3 --start-file a.json", "-k 0", "explore --size 80x24",
    "fit one two", "fit --nonsense",
    "fit --start k-means --start-file a.json",
    "fit --format csv --trace --assignments", "datasets extra", "--nonsense",
    "render --size 80", "render --size -80x24", "render --size 0x24", "render --size 80x24x3",
    "render --size 99999x99999", "render --keys Spcae", "render --format png", "render -k 0",
  ])
  func `what makes no sense leaves with status 2`(line: String) throws {
    try expectSentence(line.split(separator: " ").map(String.init), status: 2)
  }

  @Test(arguments: [
    "", "to be\nor not\n", "x,y\n1,NaN\n", "x,y\n1,inf\n", "x,y\n1,\n,2\n",
    "\u{0}\u{1}\u{2}", "1,2\n3,4\n5,\"6\n", "1,2\n",
  ])
  func `standard input that is no table leaves with status 1`(text: String) throws {
    try expectSentence(["fit", "-", "-k", "2"], input: text, status: 1)
  }

  @Test(arguments: [
    ("fit old-faitful", "'old-faithful'"), ("fit --model kmeans", "'k-means'"),
    ("fit --start kmeans++", "'k-means++'"), ("fit --covariance diag", "diagonal"),
    ("fit --fromat json", "--format"), ("fit --format jsn", "'json'"),
    ("restarts --format tabel", "'table'"), ("render --format svgs", "'svg'"),
  ])
  func `a mistyped name gets the nearest one suggested`(line: String, name: String) throws {
    let outcome = try emscope(line.split(separator: " ").map(String.init))
    #expect(outcome.error.contains(name))
  }

  @Test func `help and version are answers, not refusals`() throws {
    for arguments in [["--help"], ["fit", "--help"], ["--version"], ["help", "fit"]] {
      let outcome = try emscope(arguments)
      #expect(outcome.status == 0)
      #expect(outcome.error.isEmpty)
      #expect(!outcome.output.isEmpty)
    }
  }
}
