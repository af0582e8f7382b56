import TestSupport
import Testing

@testable import MixtureData

@Suite struct `A table for people` {
  @Test func `is as wide in each column as its longest field, and two blanks wider`() {
    let table = TextTable(
      ["a", "longer", "c"],
      rows: [["1", "2", "-1.2345678901e-100"], ["22222", "", "3"]])
    expectPicture(
      table.flush,
      """
          a  longer                   c
          1       2  -1.2345678901e-100
      22222                           3

      """)
  }
}
