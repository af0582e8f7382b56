import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import Explorer

@Suite struct `The plot` {
  private func picture(_ pane: PlotPane) -> String {
    pane.frame(size: Size(width: 36, height: 13)).sketch
  }

  @Test func `has no components before the first E-step`() {
    expectPicture(
      picture(.small(isLabelled: false)),
      """
      y
      4 ┤                      ⢀ ⠠⠒⠂ ⠒⠒ ⢠⣀
        │                    ⡀⠚⠁ •     •
        │                   ⠜  •   2
        │                   ⢠⡀       •  ⠠⠆
      2 ┤  ⢀⡠⠤⠒⠒⠒⠒⠒⠲⢤⣀   •    ⠓⠦ ⠠⠤⠄ ⠒⠊
        │⡴⠚⠁ •   •   ⠈⢧
        │⠁ •   1   •  ⡜
        │⡀     •   ⢀⡤⠞
      0 ┤⠉⠓⠦⠤⠤⠤⠤⠤⠒⠊⠁
        │
        └──┬───────────────────┬────── x ─
           0                   5
      """)
  }

  @Test func `gives each point the mark of its component`() {
    expectPicture(
      picture(.small()),
      """
      y
      4 ┤                      ⢀ ⠠⠒⠂ ⠒⠒ ⢠⣀
        │                    ⡀⠚⠁ ▲     ▲
        │                   ⠜  ▲   2
        │                   ⢠⡀       ▲  ⠠⠆
      2 ┤  ⢀⡠⠤⠒⠒⠒⠒⠒⠲⢤⣀   ◌    ⠓⠦ ⠠⠤⠄ ⠒⠊
        │⡴⠚⠁ ●   ●   ⠈⢧
        │⠁ ●   1   ●  ⡜
        │⡀     ●   ⢀⡤⠞
      0 ┤⠉⠓⠦⠤⠤⠤⠤⠤⠒⠊⠁
        │
        └──┬───────────────────┬────── x ─
           0                   5
      """)
  }

  @Test func `follows each mean from the cross where it began`() {
    expectPicture(
      picture(.small(options: [.trails])),
      """
      y
      4 ┤                      ⢀ ⠠⠒⠂ ⠒⠒ ⢠⣀
        │             ⢀×     ⡀⠚⠁ ▲     ▲
        │            ⡠⠊     ⠜  ▲   2⡀
        │          ⢀⠜       ⢠⡀      ⢣▲  ⠠⠆
      2 ┤  ⢀⡠⠤⠒⠒⠒⠒⡲⠳⢤⣀   ◌    ⠓⠦ ⠠⠤⠄⠈⡖⠊
        │⡴⠚⠁ ●  ⢠●   ⠈⢧              ⠘⡄
        │⠁ ●   1⠁  ●  ⡜               ⢱
        │⡀     ●   ⢀⡤⠞                 ⢇
      0 ┤⠉⠓⠦⠤⠤⠤⠤⠤⠒⠊⠁                   ×
        │
        └──┬───────────────────┬────── x ─
           0                   5
      """)
  }

  @Test func `says whose each part of the plane is`() {
    expectPicture(
      picture(.small(options: [.regions])),
      """
      y
      4 ┤         ⠳⣄           ⢀ ⠠⠒⠂ ⠒⠒ ⢠⣀
        │    1     ⠈⢧⡀   2   ⡀⠚⠁ ▲   2 ▲
        │            ⠙⢦⡀    ⠜  ▲   2
        │              ⠳⣄   ⢠⡀       ▲  ⠠⠆
      2 ┤ 1⢀⡠⠤⠒⠒⠒⠒⠒⠲⢤⣀1 ⠈◌⡀ 2 ⠓⠦ ⠠⠤⠄ ⠒⠊ 2
        │⡴⠚⠁ ●   ●   ⠈⢧   ⠙⢦⡀
        │⠁ ●   1   ●  ⡜     ⠹⣄
        │⡀   1 ●   ⢀⡤⠞   1   ⠈⠳⡄     2
      0 ┤⠉⠓⠦⠤⠤⠤⠤⠤⠒⠊⠁           ⠙⢦⡀
        │                        ⠙⣆
        └──┬───────────────────┬────── x ─
           0                   5
      """)
  }

  @Test func `draws lines of equal density like a map`() {
    expectPicture(
      picture(.small(options: [.contours])),
      """
      y
      4 ┤                  ⢀⠤⢒⡡⢔⣊⠤⠶⠒⣒⣒⠲⠤⢤⣘
        │                ⢀⠔⢁⠔⡡⠚⡩⠔▲⠭⠭⠤⠬⣍▲⢦⡈
        │               ⢀⠎⢠⠃⢼⠁⡜▲⡎⢠⡊2⢉⠗⢀⠇⢠⠃
        │  ⣀⡠⠤⠔⣒⣒⣒⣒⣒⡒⠦⠤⣄⠜ ⢸⡀⢸⡀⠳⣄⠓⠦⠭⠭⠥▲⡡⠔⣡⠖
      2 ┤⢒⡩⢔⣪⠭⠿⠒⣒⣒⠲⠶⢭⣙⠲⣄ ◌ ⠙⢦⣙⠳⠮⢭⣹⣶⣍⠭⠷⢚⡩⠔⣊
        │⡵⠚⡩⠔●⠭⠭⠤●⣍⡙⢦⡈⢷⠈⢳ ⢠⠒⠦⠬⣍⣓⣒⣒⣒⣒⡩⠭⠕⠒⠉
        │⠁⡜●⡎⢠⡊1⢉⠗⢀●⢠⠃⡼ ⡜⢀⠎
        │⡀⠳⣄⠓⠦⠭●⠥⢒⡡⢔⣥⠞⡡⠊⡠⠊
      0 ┤⣙⠳⠮⢭⣽⣶⣭⠭⠷⢚⡩⠔⣊⠤⠊
        │⠬⣍⣙⣒⣒⣒⣒⡩⠭⠕⠒⠉
        └──┬───────────────────┬────── x ─
           0                   5
      """)
  }

  @Test func `mixes no colours where there are none`() {
    #expect(picture(.small(options: [.blending])) == picture(.small()))
  }

  @Test func `shades where the posterior is undecided`() {
    expectPicture(
      picture(.small(options: [.uncertainty])),
      """
      y
      4 ┤      ░░▒▓▓░░         ⢀ ⠠⠒⠂ ⠒⠒ ⢠⣀
        │        ░░▒▓▒░░     ⡀⠚⠁ ▲     ▲
        │          ░░▓▓▒░   ⠜  ▲   2
        │            ░▒▓▓░░ ⢠⡀       ▲  ⠠⠆
      2 ┤  ⢀⡠⠤⠒⠒⠒⠒⠒⠲⢤⣀░░▒◌▒░░ ⠓⠦ ⠠⠤⠄ ⠒⠊
        │⡴⠚⠁ ●   ●   ⠈⢧ ░░▓▓▒░
        │⠁ ●   1   ●  ⡜   ░▒▓▓░░
        │⡀     ●   ⢀⡤⠞     ░░▒▓▒░░
      0 ┤⠉⠓⠦⠤⠤⠤⠤⠤⠒⠊⠁         ░░▓▓▒░░
        │                      ░▒▓▓▒░
        └──┬───────────────────┬────── x ─
           0                   5
      """)
  }

  @Test func `shows the Voronoi cells of the hard limit`() {
    expectPicture(
      picture(.small(model: KMeans(centres: [Point(x: 1, y: 1), Point(x: 6, y: 3)]))),
      """
      y
      4 ┤             ⢧
        │             ⠈⣇         ▲     ▲
        │              ⠘⡆      ▲   2
        │               ⠹⡄           ▲
      2 ┤                ●⡀
        │    ●   ●        ⢧
        │  ●   1   ●      ⠈⣇
        │      ●           ⠘⡆
      0 ┤                   ⠹⡄
        │                    ⢳⡀
        └──┬───────────────────┬────── x ─
           0                   5
      """)
  }

  @Test func `tells one point from ten thousand, with and without colour and Unicode`() throws {
    var points = [Point(x: 0, y: 0), Point(x: 9, y: 3)]
    for (column, count) in [(2, 30), (4, 600), (6, 10_000)] {
      for n in 0..<count {
        points.append(Point(x: Double(column) + Double(n % 7) / 100, y: 1 + Double(n % 5) / 100))
      }
    }
    for colors in [ColorDepth.none, .palette256] {
      let pane = PlotPane.small(points: PointSet(points), colors: colors, isLabelled: false)
      let frame = pane.frame(size: Size(width: 36, height: 13))
      let axes = PlotAxes(points: pane.points, size: frame.size)
      for shown in [frame, frame.ascii] {
        let cells = try [0.0, 2, 4, 6].map { x in
          let cell = try #require(axes.viewport.cell(x, x == 0 ? 0 : 1))
          return shown[cell.x + axes.area.origin.x, cell.y + axes.area.origin.y]
        }
        #expect(Set(cells).count >= 3 && cells[0] != cells[3], "\(cells.map(\.character))")
      }
    }
  }

  @Test func `blends colours by responsibility`() throws {
    let frame = PlotPane.small(options: [.blending], colors: .palette256)
      .frame(size: Size(width: 36, height: 13))
    let theme = Theme(colors: .palette256)
    func style(of mark: Character) throws -> Style {
      try #require((0..<13).compactMap { y in frame.row(y).first { $0.character == mark } }.first)
        .style
    }
    #expect(try style(of: "●") == theme.style(.component(0)))
    #expect(try style(of: "▲") == theme.style(.component(1)))
    let undecided = try style(of: "◌")
    #expect(undecided.foreground != theme.style(.component(0)).foreground)
    #expect(undecided.foreground != theme.style(.component(1)).foreground)
  }

  @Test func `opens a menu of what it can show, by letter or by choice`() async throws {
    var state = try AppState.clouds()
    let plain = state.frame()
    await state.press("o")
    for option in PlotOption.allCases { #expect(state.shows(option.help)) }
    await state.press("r")
    #expect(state.overlay == nil)
    #expect(state.plot.options.shows(.regions))
    #expect(state.frame() != plain)
    await state.press("o Down Down Down Space Escape")
    #expect(state.frame() == plain)
  }
}
