import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `One's own file` {
  private func own() -> DataSet {
    var data = DataSet.clouds()
    data.name = "folder/mine.csv"
    data.source = "folder/mine.csv"
    data.table?.options = ["--separator", "comma"]
    data.notes = ["Column id counts the rows and was passed over.", "Line 1 is a comment."]
    return data
  }

  @Test func `stays in the list of data sets, with the columns that were last taken`() throws {
    var state = try AppState(data: own(), recipe: RunRecipe(components: 3), catalogue: .clouds)
    #expect(state.catalogue.dataSets.map(\.name) == ["mine.csv", "clouds"])
    var other = own()
    other.table?.taken = SourceTable.Columns(x: 2, y: 0, label: 3)
    _ = state.handle(Answer.loaded(other))
    _ = state.handle(Answer.loaded(.clouds()))
    _ = state.handle(.key(.character("d")))
    _ = state.handle(.key(.home))
    guard case .load(let request) = state.handle(.key(.enter)) else {
      Issue.record("one's own file is loaded again")
      return
    }
    #expect(
      request
        == DataRequest(
          "folder/mine.csv", options: ["--separator", "comma"],
          columns: DataRequest.Columns(x: "up", y: "east", label: "side")))
  }

  @Test func `opens with what was passed over`() throws {
    let state = try AppState(data: own(), recipe: RunRecipe(components: 3))
    #expect(
      state.row(22) == "Column id counts the rows and was passed over. (C: 1 more)")
  }
}
