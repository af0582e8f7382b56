import MixtureEngine
import TerminalCanvas
import Testing

@testable import Explorer

/// The colours of pictures, compared as letters; what they stand for is said at `styles(_:)`.
///
/// The scheme for dark backgrounds has a colour of its own for each role.
@Suite struct `The colours of a picture` {
  private static let theme = Theme(colors: .palette256, scheme: .dark)

  private func plot(_ options: [PlotOption], model: any LatentLabelModel = PlotPane.smallMixture)
    -> String
  {
    var pane = PlotPane.small(options: options, model: model)
    pane.theme = Self.theme
    return pane.frame(size: Size(width: 36, height: 13)).styles(Self.theme)
  }

  /// A part of the screen of the labelled clouds after some keys.
  private func screen(
    _ keys: String, columns: Range<Int> = 0..<80, rows: Range<Int>, points: Int = 40
  ) async throws -> String {
    let state = try await AppState.labelledClouds(of: points).after("t \(keys)")
    return state.frame().part(columns: columns, rows: rows).styles(Self.theme)
  }

  @Test func `have the component's for its points, outline and mean`() {
    #expect(
      plot([]) == """
        ,
        , ,                       2222222222
          ,                    2222 2 22 22
        , ,                   22  22  Y  22
          ,                   22 2222 22 2 2
        , ,   11111111     1   2222    22222
          ,11111 11  1111         22222
          ,  111  1 1   1
        , , 11  X 1  1 11
          ,1  1111 1111
        , ,111111111
          ,,,,,,,,,,,,,,,,,,,,,,,,,,,,,, , ,
            ,                    ,
        """)
  }

  @Test func `have one for contours that is no alarm`() {
    #expect(
      plot([.contours]) == """
        ,
        , ,                   cccc2222222222
          ,                 ccc2222c2c22c22c
        , ,                c c22cc22ccYcc22c
          ,   ccccccccccc c cc22c2222c22c2c2
        , ,ccc11111111cccc 1 cc2222cccc22222
          ,11111c11cc1111cc  ccccc22222ccccc
          ,cc111cc1c1 c 1 c c cccccccccccc
        , , 11 cXc1cc1c11cccc
          ,1cc1111c1111ccccc
        , ,111111111ccccc
          ,,,,,,,,,,,,,,,,,,,,,,,,,,,,,, , ,
            ,                    ,
        """)
  }

  @Test func `have a faint one of the component for its region`() {
    #expect(
      plot([.regions]) == """
        ,
        , ,        ,,             2222222222
          ,    i    ,,,    j   2222 2 22 22
        , ,           ,,,     22  22  Y  22
          ,             ,,,   22 2222 22 2 2
        , , i 11111111  i ,1  j2222 j  22222
          ,11111 11  1111  ,,,    22222
          ,  111  1 1   1    ,,,
        , , 11 iX 1  1 11  i   ,,j     j
          ,1  1111 1111         ,,,
        , ,111111111              ,,,
          ,,,,,,,,,,,,,,,,,,,,,,,,,,,,,, , ,
            ,                    ,
        """)
  }

  @Test func `have a strong one of the component for the way of its mean`() {
    #expect(
      plot([.trails]) == """
        ,
        , ,                       2222222222
          ,             pp     2222 2 22 22
        , ,            pp     22  22  Y  22
          ,          pp       22 2222 qq 2 2
        , ,   111111pp     1   2222    22222
          ,11111 1pp 1111         22222 q
          ,  111 p1 1   1               qq
        , , 11  X 1  1 11                qq
          ,1  1111 1111                   q
        , ,111111111
          ,,,,,,,,,,,,,,,,,,,,,,,,,,,,,, , ,
            ,                    ,
        """)
  }

  @Test func `have a mixture for a point between two components`() {
    #expect(
      plot([.blending]) == """
        ,
        , ,                       2222222222
          ,                    2222 2 22 22
        , ,                   22  22  Y  22
          ,                   22 2222 22 2 2
        , ,   11111111     ~   2222    22222
          ,11111 11  1111         22222
          ,  111  1 1   1
        , , 11  X 1  1 11
          ,1  1111 1111
        , ,111111111
          ,,,,,,,,,,,,,,,,,,,,,,,,,,,,,, , ,
            ,                    ,
        """)
  }

  @Test func `have none for shading`() {
    #expect(
      plot([.uncertainty]) == """
        ,
        , ,      ,,,,,,,          2222222222
          ,       ,,,,,,,      2222 2 22 22
        , ,         ,,,,,,,   22  22  Y  22
          ,           ,,,,,,, 22 2222 22 2 2
        , ,   11111111 ,,,,1,, 2222    22222
          ,11111 11  1111,,,,,,,  22222
          ,  111  1 1   1  ,,,,,,,
        , , 11  X 1  1 11   ,,,,,,,
          ,1  1111 1111       ,,,,,,,
        , ,111111111            ,,,,,,,
          ,,,,,,,,,,,,,,,,,,,,,,,,,,,,,, , ,
            ,                    ,
        """)
  }

  @Test func `have the axes' for the cells of the hard limit`() {
    #expect(
      plot([], model: KMeans(centres: [Point(x: 1, y: 1), Point(x: 6, y: 3)])) == """
        ,
        , ,            ,,
          ,             ,,          2     2
        , ,              ,,           Y
          ,               ,      2
        , ,               ,1           2
          ,   1            ,,
          ,       1         ,,
        , , 1   X    1       ,,
          ,     1             ,
        , ,                   ,,
          ,,,,,,,,,,,,,,,,,,,,,,,,,,,,,, , ,
            ,                    ,
        """)
  }

  @Test func `tell L from F in the figure of the bound, and both from the marks`() async throws {
    #expect(
      try await screen("2 e e", rows: 1..<18) == """
        v vvv v vvvvv vvv vvvv vvvv v vvvv
        LL L  FF F  v vvvv vvvvv  v vvvvv vvv vv vv vvvvv v vvvv
                 , vv vvvv                                                    LLFFFvFLL
            ,,,, ,                                           vFFFFFFFFFFFFFFFFFF     FFL
                 ,                             LLFFFFFFFFFFFF                         FL
            ,,,, ,                    FFFFFFFFFFF                                     F
                 ,           LLLFFFFFFF                                               F
           ,,,,, ,    LLLLFFFFFF                                                      F
                 ,LLLLFFFF                                                             F
                 ,LFFF                                                                 F
           ,,,,, , F                                                                   F
                 ,FF                                                                   F
           ,,,,, ,F                                                                    F
                 ,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,
                                                            ....                  ....
        vvv vvvvvvv v v v v vv                 L LLLL LL LLLL L LLLL L LLLL L LL LL LL L
        ,,,,,,,,,            ,            ,         ,,         ,,         ,,        ,,,
        """)
  }

  @Test func `tell L from F before the first E-step`() async throws {
    #expect(
      try await screen("2", columns: 0..<70, rows: 1..<10) == """
        v vvvvv vvv vvvv vvvv v vvvv
        LL L  v vvvv  ,, ,,,,, ,,,, ,,, ,,,,,, ,,,,, ,,, ,,,, ,,,,,,, ,, ,
                 ,
                 ,                                                   LLLLLLLLL
            ,,,, ,                                         LLvLLLLLLLL
                 ,                                LLLLLLLLL
                 ,                         LLLLLLLL
            ,,,, ,                  LLLLLLLL
                 ,             LLLLLL
        """)
  }

  @Test func `tell L from F among the numbers, and components in the table`() async throws {
    #expect(
      try await screen("Space", columns: 42..<80, rows: 2..<11) == """
        ..............    ....       LLLLLLLLL
        ..... .....     ......       FFFFFFFFF
        ...           .......          vvvvvvv
        ...... .... .........        vvvvvvvvv
        .. . .....  . ... .....  . .......
          ,      ,,       ,,       ,,      ,,
        1 1   .....    .....    .....    ....
        2 2   .....    .....    .....    ....
        3 3   .....   ......    .....    ....
        """)
  }

  @Test func `mark the chosen line of a menu`() async throws {
    #expect(
      try await screen("i", columns: 2..<50, rows: 4..<9) == """
        ,, ,,,,, ,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,
        , ssssssssssssssssssssssssssssssssssssssssssssss
        ,   .......................  ..... ..... ......
        ,   ................         ..... ..... ..... .
        ,   ..........               ..... ........ .. .
        """)
  }

  @Test func `follow the arrow of each mean in the M-step`() async throws {
    #expect(
      try await screen("Space 4", rows: 9..<19) == """
         , ,        3333333222322  Y   2  22          ,,      ...... ,,,   vvvvv   .....
           ,      333      111113121112111112         ,,      ...... ,,,   vvvvv   .....
           ,    333  111111   2 332    222  2111      ,,,     ...... ,,,   vvvvv   .....
         , ,   33 11133    31 12231 2222222  2 11     ,,,    ....... ,,,  vvvvvv   .....
           ,  3311 3    11 13   322    1222  22 1     ,,,     ...... ,,,   vvvvv   .....
           , 3rrrrrrrrrZ11131 1X3 122  1 22122 11 3 3 ,        ..... ,,    vvvvv   .....
         , , 31   33311 1 3 1pp3    1222111 1211      ,,       ..... ,,,  vvvvvv  ......
           , 11   3 111 11ppp331 11 1  2112121        ,,        .... ,,,   vvvvv   .....
           , 311   3 111 pp 33         1111           ,,,      ..... ,,,   vvvvv   .....
        ,, , 33 111111 1 333   11111111               ,,,      ..... ,,,   vvvvv   .....
        """)
  }

  @Test func `bracket the inspected point, and have the component's for its bars`() async throws {
    #expect(
      try await screen("Space 3", rows: 1..<19) == """
        ,,,,,                                     vvvvv vv vv vvv   v v vvvvvvvvv vvvvvv
           ,            222   2222
         , ,            2        222                ,   ,,   ,,,,,,      ,,, ,,,,,, ,,,,
           ,            2    2222  222            1 1 ....   ......  .......  ..... ....
           ,            22 2222222   22           2 2 ....  .......  .......  ..... ....
         , ,             2 2 22 22222  22         3 3 ....   ......  .......  ..... ....
           ,             22  22   2 2   22          v                 vvvvvv  vvvvv
           ,              22  22222  22  22
         , ,        3333333222322  Y   2  22      vvvvvv v v v v v
           ,      333      111113121112111112            v vvvvv v vvvvvv v vvvvvv
           ,    333  111111   2 332    222  2111         v vvvvv
         , ,   33 11133    31 12231 2222222  2 11
           ,  3311 3    L1L13   322    1222  22 1 ,,, ,,,, ,,,, ,,,,,, ,,, ,,,,,,
           , 333  3 311Z11131 1X3 122  1 22122 11 1 1 11111111111111               .....
         , , 31   33311 1 3 11 3    1222111 1211  2 2 222                          .....
           , 11   3 111 11111331 11 1  2112121    3 3 333333333                    .....
           , 311   3 111 1  33         1111       vvvvvvvvv vvvvvvv vv v vvv v
        ,, , 33 111111 1 333   11111111
        """)
  }

  @Test func `have one for each optimum of the restarts`() async throws {
    #expect(
      try await screen("- 5 - - Down", columns: 0..<70, rows: 3..<13, points: 7) == """

                                             2
        ~                               3    2
        ~                               3    2
        ,,,,,,,                             ,,,,, ,
                        ,   ,,,,   ,,,,,  ,,,,,,,,,,    ,,,,  ,,,,,,
          1      ........     ..   .....           .       .  .........
        v 2      vvvvvvvv      v   vvvvv          vv       v  vvvvvvvvv
          3      ........      .   .....          ..       .  .........
          ~      ........      .    ....           .       .  .........
        """)
  }

  @Test func `raise the alarm for runs that collapsed`() async throws {
    #expect(
      try await screen("+ + + 5 - -", columns: 0..<70, rows: 8..<10, points: 5) == """
                        ,   ,,,,   ,,,,,  ,,,,,,,,,,    ,,,,  ,,,,,,
          !     !!!!!!!!!     !!  !!!!!!
        """)
  }

  @Test func `are the chosen run's in the heads of a race, and L's in its traces`() async throws {
    #expect(
      try await screen("7 Space", rows: 1..<2) == """
        v vv vvvv vvv  vvvvvvvvvvvvv vvvv v       .. .... ...  ............. .... .
        """)
  }

  @Test func `are L's in both traces of a race`() async throws {
    #expect(
      try await screen("7 Space", rows: 19..<22) == """
        v vvvvvvvvv  vvvvvvvvv v                v vvvvvvvvv  vvvvvvvvv v
        LL                                      LL
        v vv vvvvvv vv vvv vvvvv vv vvvvvvv
        """)
  }

  @Test func `say by hand what is a key, a mean and a told label`() async throws {
    #expect(
      try await screen("a p p Tab + Tab", rows: 1..<20) == """
        ,,,,,                                     vvvvvvv vv vvvv
           ,                  .                     ,,,,,   ,,,,,,  ssssssss  , ,,,,
         , ,
           ,                 ....                  LLL       .. ... .... .....
           ,               .......                 L L L L   .... ... ......
         , ,               . ..L.L. Y              L L L L   .... ..... .. ....
           ,                 .    .                L         ... ..... .....
           ,                  .....                L         .. .....
         , ,                ..                     L L L L   .. .. .... .... .........
           ,                      u   .            L         ....
           ,      .                    ...  .      LLLLL     ..... .. .... ....
         , ,                         ......        LLL       ..... ... .. .. ...
           ,            ..              ...   .
           ,  Z.    ....... . .   .    . .....      ,      ,,,, ,      ,,,, ,
         , ,       .... .   ..      .   ... .       1     .......     .......
           ,        ...  .. .           .. .        2      ......      ......
           ,         ... X                          3     .......     .......
        ,, ,         . .
           ,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,, ,,,, ,
        """)
  }

  @Test func `mark the cursor by hand`() async throws {
    #expect(
      try await screen("a p Right Right", columns: 0..<42, rows: 8..<14) == """
           ,                  .....
         , ,                ..
           ,                      .   .
           ,      .              LsL   ...  .
         , ,                         ......
           ,            ..              ...   .
        """)
  }

  @Test func `tell σ² from where the means merge on the gauge`() async throws {
    #expect(
      try await screen("Space <", rows: 20..<21) == """
        vv vvvvv   v vvvvvvv ,,,,,,,,,,,,,,,,,,L,,,F,, . .... ....  .........  .. .. ...
        """)
  }

  @Test func `underline told labels on the plot`() async throws {
    #expect(
      try await screen("Y e", columns: 0..<42, rows: 10..<19) == """
           ,33 33111 2       3 2 2211122        2
           ,   11 3 322      33       1222  2 222
         , , 111      222     3      u22u22 222
           ,11        1 11211 31        2u222 2
           ,1 Z3   131t1111212t21 1 2221222u22
         , ,       3311 1   113 21221   111 1
           ,      1 111  t1 t3   1      11 1
           ,      133111 X  3    1       1
        ,, ,33 33 1  1 1  33    1       11
        """)
  }

  @Test func `name the known labels in the components'`() async throws {
    #expect(
      try await screen("G e y", columns: 42..<80, rows: 18..<21) == """
        L ,,,,,, , ,,,,,, , ,,,, ,,, ,,,,, ,
        ... .... . . ..             LLLLLLLLLL
        3 3333 1 1111 2 22222
        """)
  }

  @Test func `tell a key from what it does, and what has happened from both`() async throws {
    #expect(
      try await screen("Space", rows: 20..<24) == """
                       ,              ,           vvvvvvvv vvvv vvvvv vvvvv
        L LL           ........ . ........   vvv vv v           ... . ... ....
        v vvvvvv v vv vvvvvvvvv vvvvv vv vvv vvvvv vvvvvvvvv vvvv vvvvv vvvv vvvv
        LLLLL ,,,,  L ,,,,,,,,,  L ,,,,  L ,,,  L ,,,,  L ,,,,  L ,,,,,,,  L ,,, ,,,,,
        """)
  }

  @Test func `mark keys, headings and secondary text of the update`() async throws {
    #expect(
      try await screen("Space 4", columns: 42..<80, rows: 1..<8) == """
        vvvvvv vvvv v vvvvv vvvv   ,,,     ,,,
        1 1 ,        ..... ,,    vvvvv   .....
            ,,      ...... ,,,   vvvvv   .....
            ,,       ..... ,,,   vvvvv  ......
            ,,,     ...... ,,,   vvvvv   .....
            ,,,      ..... ,,,   vvvvv   .....
            ,,,      ..... ,,,   vvvvv   .....
        """)
  }

  @Test func `set a question of a lesson apart from its captions`() async throws {
    let lesson = try await Exploration.lesson(pressing: ["e", "e"]).after("Space")
    func below(_ state: Exploration) -> String {
      state.frame().part(columns: 0..<80, rows: 19..<21).styles(Theme(colors: .palette256))
    }
    #expect(
      below(lesson) == """
        ,, v vvvvvv  vvv ,,,,,,,,,,,,,,,,,,,,,,,,,,,,, LLLLL LL LL  L LLLL  LLL LLLLL ,,
          ssssssssssssssssssssssss
        """)
    #expect(
      below(await lesson.after("Space")) == """
        ,, v vvvvvv  vvv ,,,,,,,,,,,,,,,,,,,,,,,,,,,,, LLLLL LL LL  L LLLL  LLL LLLLL ,,
          ....... ..
        """)
  }
}
