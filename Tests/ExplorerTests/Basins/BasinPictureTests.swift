import MixtureData
import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

@Suite struct `On the map of the basins` {
  private static func map(
    of name: String, components: Int, columns: Int, rows: Int
  ) async throws -> BasinMap {
    let data = try #require(BuiltInDataSet.named(name)).load()
    return try await BasinMap(
      of: RunRecipe(components: components), over: data.points, columns: columns, rows: rows)
  }

  /// The share of the borders between different optima at which the colours are the same.
  private static func sharedBorder(of map: BasinMap, colors: [Int: Int]) -> Double {
    func optimum(_ column: Int, _ row: Int) -> Int? {
      map[GridCell(column: column, row: row)]?.optimum
    }
    var (all, same) = (0, 0)
    for row in 0..<map.rows - 1 {
      for column in 0..<map.columns - 1 {
        guard let here = optimum(column, row) else { continue }
        for other in [optimum(column + 1, row), optimum(column, row + 1)] {
          guard let other, other != here else { continue }
          all += 1
          if colors[other] == colors[here] { same += 1 }
        }
      }
    }
    return Double(same) / Double(max(1, all))
  }

  @Test(arguments: [("old-faithful", 3), ("overlapping", 3)])
  func `neighbours have different colours`(problem: (String, Int)) async throws {
    let map = try await Self.map(of: problem.0, components: problem.1, columns: 24, rows: 24)
    let largest = try #require(
      map.optima.indices.max { map.share(of: map.optima[$0]) < map.share(of: map.optima[$1]) })
    for count in 4...6 {
      let colors = MapNeighbours(on: map, numbers: Array(map.optima.indices)).colors(count)
      #expect(Self.sharedBorder(of: map, colors: colors) <= (count > 4 ? 0.01 : 0.03))
      // The largest keeps the colour of its number.
      #expect(colors[largest] == largest % count)
    }
  }

  @Test func `every half of a cell has the colour of its optimum, and every large region a letter`()
    async throws
  {
    let map = try await Self.map(of: "old-faithful", components: 3, columns: 30, rows: 30)
    for scheme in Theme.Scheme.allCases {
      for colors in [ColorDepth.palette256, .direct] {
        try expectPicture(of: map, Theme(colors: colors, scheme: scheme))
      }
    }
  }

  private func expectPicture(of map: BasinMap, _ theme: Theme) throws {
    let numbers = Array(map.optima.indices)
    let look = OptimaLook(
      places: numbers, neighbours: MapNeighbours(on: map, numbers: numbers),
      colors: theme.optima.count)
    let picture = BasinPicture(map: map, look: look, theme: theme)
    let size = Size(width: map.columns, height: map.rows / BasinPicture.rowsPerCell)
    let frame = picture.frame(size: size)
    var letters: Set<Character> = []
    for cell in Rect(size).cells {
      let place = BasinPicture.upperHalf(of: cell)
      let below = GridCell(column: place.column, row: place.row + 1)
      let (upper, lower) = (try #require(map[place]), try #require(map[below]))
      let shown = frame[cell.x, cell.y]
      let isLabel = shown.style.bold
      if isLabel, let letter = upper.optimum.map({ look.letter($0) }) {
        #expect(shown.character == letter)
        letters.insert(letter)
        #expect(upper.optimum == lower.optimum)
        #expect(
          try #require(shown.style.foreground).contrast(
            to: try #require(shown.style.background)) >= 4)
        continue
      }
      func color(_ cell: BasinMap.Cell) -> Color? {
        let role = cell.optimum.map { look.role($0) } ?? .alert
        return theme.style(role).foreground.map {
          theme.shade($0, cell.optimum == nil ? 0 : picture.shade(cell.iterations))
        }
      }
      switch shown.character {
      case "▀":
        #expect(shown.style.foreground == color(upper))
        #expect(shown.style.background == color(lower))
      case _ where shown.style.foreground == shown.style.background:
        #expect(shown.style.background == color(upper))
        #expect(shown.style.background == color(lower))
      default: #expect(shown.character == "×" && upper.optimum == nil)
      }
    }
    for number in numbers where map.share(of: map.optima[number]) > 0.1 {
      #expect(letters.contains(look.letter(number)))
    }
  }

  @Test func `a colour's strengths differ`() {
    for scheme in Theme.Scheme.allCases {
      for colors in [ColorDepth.palette256, .direct] {
        let theme = Theme(colors: colors, scheme: scheme)
        for color in theme.optima {
          // The palette has fewer colours between.
          let least = colors == .direct ? 4 : 2
          #expect(
            Set((0...3).map { theme.shade(color, $0) }).count >= least, "\(scheme) \(color.hex)")
        }
      }
    }
  }

  @Test func `a letter stands in the midst of its region`() {
    let rows = ["aaaaaaa", "aaaaaaa", "aaaaaab", "bbbbbbb", "bbbbbbb", "bbbbbbb", "cbbbbbb"]
      .map(Array.init)
    let numbers: [Character: Int] = ["a": 0, "b": 1, "c": 2]
    let labels = RegionLabels(
      rows.joined().map { numbers[$0] }, size: Size(width: 7, height: 7))
    let places = Dictionary(
      uniqueKeysWithValues: labels.places.map { ($0.region, [$0.cell % 7, $0.cell / 7]) })
    #expect(places == [0: [1, 1], 1: [1, 4]])
  }

  @Test func `shades change at equal ratios`() {
    let limits = BasinPicture.limits(of: 1...81)
    let shades = [1, 3, 4, 9, 10, 27, 28, 81].map { count in
      limits.count { Double(count) > $0 }
    }
    #expect(shades == [0, 0, 1, 1, 2, 2, 3, 3])
  }

  @Test func `only ASCII is letters in colours`() async throws {
    let map = try await Self.map(of: "old-faithful", components: 3, columns: 12, rows: 12)
    let theme = Theme(colors: .palette256, scheme: .dark)
    let look = OptimaLook(places: Array(map.optima.indices))
    let size = Size(width: 12, height: 6)
    let frame = Spelling.$current.withValue(.ascii) {
      BasinPicture(map: map, look: look, theme: theme).frame(size: size)
    }
    for cell in Rect(size).cells {
      guard let optimum = try #require(map[BasinPicture.upperHalf(of: cell)]).optimum else {
        continue
      }
      let shown = frame[cell.x, cell.y]
      #expect(Character(shown.character.uppercased()) == look.letter(optimum))
      #expect(shown.style.foreground == theme.style(look.role(optimum)).foreground)
      #expect(shown.style.background == nil)
    }
  }

  @Test func `an optimum's colour is no component's`() {
    for scheme in Theme.Scheme.allCases {
      let theme = Theme(colors: .palette256, scheme: scheme)
      #expect(Set(theme.optima).isDisjoint(with: theme.components), "\(scheme)")
    }
  }

  @Test func `the same optimum has one letter and colour among restarts and basins`() async throws {
    var state = try AppState(
      data: try #require(BuiltInDataSet.named("old-faithful")).load(),
      recipe: RunRecipe(components: 3), size: Size(width: 80, height: 24))
    await state.press("5")
    let alone = state.restartsLook
    let runs = try #require(state.restarts.found).optima.all
    #expect(runs.indices.map(alone.letter) == Array("ABCDEFGH".prefix(runs.count)))
    await state.press("6")
    let mapped = try #require(state.basins.map.answer).optima
    let looks = (restarts: state.restartsLook, basins: state.basinsLook)
    var common = 0
    for (a, run) in runs.enumerated() {
      for (b, other) in mapped.enumerated() where abs(run.objective - other.objective) < 1e-4 {
        common += 1
        #expect(looks.restarts.letter(a) == looks.basins.letter(b))
        #expect(looks.restarts.role(a) == looks.basins.role(b))
      }
    }
    #expect(common >= 3)
    let letters = mapped.indices.map(looks.basins.letter)
    #expect(Set(letters).count == letters.count)
  }

  @Test func `an optimum keeps its letter while more are found`() async throws {
    var state = try AppState(
      data: try #require(BuiltInDataSet.named("old-faithful")).load(),
      recipe: RunRecipe(components: 3), size: Size(width: 60, height: 16))
    /// The letters of the optima, by L.
    func names(_ optima: [Optimum], _ look: OptimaLook) -> [(value: Double, letter: Character)] {
      optima.indices.map { (optima[$0].objective, look.letter($0)) }
    }
    await state.press("6")
    var known = names(try #require(state.basins.map.answer).optima, state.basinsLook)
    #expect(known.map(\.letter) == known.map(\.letter).sorted())
    for keys in ["Tab", "5", "6 Tab", "1 z 6"] {
      await state.press(keys)
      let found =
        state.view == .basins
        ? names(try #require(state.basins.map.answer).optima, state.basinsLook)
        : names(try #require(state.restarts.found).optima.all, state.restartsLook)
      for (value, letter) in found {
        if let same = known.first(where: { $0.letter == letter }) {
          #expect(abs(same.value - value) < 3e-3, "\(letter) after \(keys)")
        } else {
          known.append((value, letter))
        }
      }
    }
    #expect(known.count > 5)
  }
}
