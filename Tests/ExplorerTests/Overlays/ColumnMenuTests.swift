import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `The menu of the columns` {
  private func menu(_ keys: String) async throws -> AppState {
    var state = try AppState.clouds()
    for key in try Key.keys(named: "C " + keys) { _ = state.handle(.key(key)) }
    return state
  }

  @Test func `has a line for each column, and says what is taken`() async throws {
    let lines = try await menu("").frame().text.split(separator: "\n").map(String.init)
    let east = try #require(lines.first { $0.contains("east ") && $0.contains("numbers") })
    let north = try #require(lines.first { $0.contains("north ") && $0.contains("numbers") })
    #expect(east.contains(" x  ") && north.contains(" y  "))
    #expect(lines.contains { $0.contains("side") && $0.contains("3 words: west") })
  }

  @Test func `asks for other columns by what finds them again`() async throws {
    var state = try await menu("Down Down y Down l Up w")
    guard case .load(let request) = state.handle(.key(.enter)) else {
      Issue.record("the columns that are chosen are loaded")
      return
    }
    #expect(
      request
        == DataRequest(
          "clouds",
          columns: DataRequest.Columns(x: "east", y: "up", label: "side", weight: "up")))
    #expect(state.overlay == nil)
  }

  @Test func `says every role of a column that has several`() async throws {
    #expect(try await menu("l w").frame().text.contains("x label weight"))
  }

  @Test func `exchanges the coordinates`() async throws {
    var state = try await menu("y")
    guard case .load(let request) = state.handle(.key(.enter)) else {
      Issue.record("the columns that are chosen are loaded")
      return
    }
    #expect(request.columns == DataRequest.Columns(x: "north", y: "east"))
  }

  @Test func `asks for nothing where nothing was changed`() async throws {
    var state = try await menu("Down l l")
    #expect(state.handle(.key(.enter)) == nil && state.overlay == nil)
  }

  @Test func `names columns of one name, or of a number for a name, by their place`() {
    let columns = ["x", "x", "1", "z", "0"].map {
      SourceTable.Column(name: $0, summary: "", holdsNumbers: true)
    }
    let table = SourceTable(columns: columns, taken: SourceTable.Columns(x: 0, y: 1), options: [])
    #expect((0..<5).map(table.designation) == ["#1", "2", "1", "z", "0"])
  }

  @Test(arguments: [Size(width: 80, height: 24), Size(width: 40, height: 12)])
  func `keeps the selected column in sight, and the notes below`(size: Size) throws {
    var data = DataSet.clouds()
    data.table?.columns = (1...30).map {
      SourceTable.Column(name: "c\($0)", summary: "numbers from 0 to \($0)", holdsNumbers: true)
    }
    data.notes = ["Column c1 counts the rows and was passed over."]
    var menu = try #require(ColumnMenu(data))
    for _ in 0..<29 {
      let frame = menu.frame(size: menu.size(in: size), theme: Theme(colors: .none))
      #expect(frame.text.contains("▸"))
      #expect(frame.text.contains("Column c1"))
      menu.move(by: 1, in: size)
    }
    #expect(
      menu.frame(size: menu.size(in: size), theme: Theme(colors: .none)).text.contains("c30")
    )
  }

  @Test func `refuses words as a coordinate, and stays open`() async throws {
    let state = try await menu("End x")
    #expect(state.notice?.isRefusal == true && state.overlay is ColumnMenu)
  }

  @Test func `is refused where the points come from no table`() throws {
    var data = DataSet.clouds()
    data.table = nil
    var state = try AppState(data: data, recipe: RunRecipe(components: 3))
    _ = state.handle(.key(.character("C")))
    #expect(state.overlay == nil && state.notice?.isRefusal == true)
  }
}
