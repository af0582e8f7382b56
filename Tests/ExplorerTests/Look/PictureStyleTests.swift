import MixtureEngine
import TerminalCanvas
import TestSupport
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
    expectPicture(
      plot([]),
      """
      ,
      , ,                      222~~~~~~22
        ,                    2~~ ~     ~ ~
        ,                   ~  ~   Y     ~
        ,                   2~       ~ ~~2
      , ,  111~~~~~~11   .   22~~~~~~222
        ,1~~ ~   ~   ~1
        ,~ ~   X   ~  ~
        ,~     ~   ~~1
      , ,11~~~~~~111
        ,
        ,,,,,,,,,,,,,,,,,,,,,,,,,,,,,, , ,
           ,                   ,
      """)
  }

  @Test func `have one for contours that is no alarm`() {
    expectPicture(
      plot([.contours]),
      """
      ,
      , ,                  cccc222~~~~~~22
        ,                cccc2~~~~~~~~~~~~
        ,               cccc~~~~~~~Y~~~~~~
        ,  cccccccccccccc cc2~~~~~~~~~~~~2
      , ,cc111~~~~~~11cc . cc22~~~~~~222cc
        ,1~~~~~~~~~~~~1cc ccccccccccccccc
        ,~~~~~~X~~~~~~~ ccc
        ,~~~~~~~~~~~~1cccc
      , ,11~~~~~~111cccc
        ,cccccccccccc
        ,,,,,,,,,,,,,,,,,,,,,,,,,,,,,, , ,
           ,                   ,
      """)
  }

  @Test func `have a faint one of the component for its region`() {
    expectPicture(
      plot([.regions]),
      """
      ,
      , ,         ,,           222~~~~~~22
        ,    i     ,,,   j   2~~ ~   ~ ~ ~
        ,            ,,,    ~  ~   Y     ~
        ,              ,,   2~       ~ ~~2
      , , i111~~~~~~11i ,., j22~~~~~~222j
        ,1~~ ~   ~   ~1   ,,,
        ,~ ~   X   ~  ~     ,,
        ,~   ~ ~   ~~1   i   ,,,     j
      , ,11~~~~~~111           ,,,
        ,                        ,,
        ,,,,,,,,,,,,,,,,,,,,,,,,,,,,,, , ,
           ,                   ,
      """)
  }

  @Test func `have a strong one of the component for the way of its mean`() {
    expectPicture(
      plot([.trails]),
      """
      ,
      , ,                      222~~~~~~22
        ,             pp     2~~ ~     ~ ~
        ,            pp     ~  ~   Y~    ~
        ,          pp       2~      ~~ ~~2
      , ,  111~~~~~~11   .   22~~~~~~222
        ,1~~ ~  ~~   ~1              qq
        ,~ ~   X~  ~  ~               q
        ,~     ~   ~~1                 q
      , ,11~~~~~~111                   q
        ,
        ,,,,,,,,,,,,,,,,,,,,,,,,,,,,,, , ,
           ,                   ,
      """)
  }

  @Test func `have a mixture for a point between two components`() {
    expectPicture(
      plot([.blending]),
      """
      ,
      , ,                      222~~~~~~22
        ,                    2~~ ~     ~ ~
        ,                   ~  ~   Y     ~
        ,                   2~       ~ ~~2
      , ,  111~~~~~~11   ~   22~~~~~~222
        ,1~~ ~   ~   ~1
        ,~ ~   X   ~  ~
        ,~     ~   ~~1
      , ,11~~~~~~111
        ,
        ,,,,,,,,,,,,,,,,,,,,,,,,,,,,,, , ,
           ,                   ,
      """)
  }

  @Test func `have none for shading`() {
    expectPicture(
      plot([.uncertainty]),
      """
      ,
      , ,      ,,,,,,,         222~~~~~~22
        ,        ,,,,,,,     2~~ ~     ~ ~
        ,          ,,,,,,   ~  ~   Y     ~
        ,            ,,,,,, 2~       ~ ~~2
      , ,  111~~~~~~11,,,.,,,22~~~~~~222
        ,1~~ ~   ~   ~1 ,,,,,,
        ,~ ~   X   ~  ~   ,,,,,,
        ,~     ~   ~~1     ,,,,,,,
      , ,11~~~~~~111         ,,,,,,,
        ,                      ,,,,,,
        ,,,,,,,,,,,,,,,,,,,,,,,,,,,,,, , ,
           ,                   ,
      """)
  }

  @Test func `have the axes' for the cells of the hard limit`() {
    expectPicture(
      plot([], model: KMeans(centres: [Point(x: 1, y: 1), Point(x: 6, y: 3)])),
      """
      ,
      , ,             ,
        ,             ,,         2     2
        ,              ,,      2   Y
        ,               ,,           2
      , ,                1,
        ,    1   1        ,
        ,  1   X   1      ,,
        ,      1           ,,
      , ,                   ,,
        ,                    ,,
        ,,,,,,,,,,,,,,,,,,,,,,,,,,,,,, , ,
           ,                   ,
      """)
  }

  @Test func `tell L from F in the figure of the bound, and both from the marks`() async throws {
    expectPicture(
      try await screen("2 e e", rows: 1..<18),
      """
      v vvv v vvvvv vvv vvvv vvvv v vvvv
      LL L  FF F  v vvvv vvvvv  v vvvvv vvv vv vv vvvvv v vvvv
          ,,,, ,                                                              vv vvvv
               ,                                                 LLLLLLLLLLLLLLLLvLLL
               ,                                LLLLLLLLLLLvLLLLLL                 FLL
               ,                    LLLLLLLLLLLLLFF                                 F
               ,            LLLLLLLLLF                                              F
         ,,,,, ,     LLLLLLLFF                                                      F
               , LLLLFFF                                                            F
               ,L FF                                                                F
               , F                                                                  F
               , F                                                                   F
               ,F                                                                    F
               ,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,
                                                          ....                  ....
      vvv vvvvvvv v v v v vv                 v vvvv vv vvvv v vvvv v vvvv v vv vv vv v
      ,,,,,,,,,            ,            ,         ,,         ,,         ,,        ,,,
      """)
  }

  @Test func `tell L from F before the first E-step`() async throws {
    expectPicture(
      try await screen("2", columns: 0..<70, rows: 1..<10),
      """
      v vvvvv vvv vvvv vvvv v vvvv
      LL L  v vvvv  ,, ,,,,, ,,,, ,,, ,,,,,, ,,,,, ,,, ,,,, ,,,,,,, ,, ,
          ,,,, ,
               ,                                                   LLLLLLLLL
               ,                                         LLvLLLLLLLL
               ,                               LLLLLLLLLL
               ,                        LLLLLLL
               ,                 LLLLLLL
               ,            LLLLL
      """)
  }

  @Test func `tell L from F among the numbers, and components in the table`() async throws {
    expectPicture(
      try await screen("Space", columns: 42..<80, rows: 2..<11),
      """
      ..............    ....       LLLLLLLLL
      ..... .....     ......       FFFFFFFFF
      ...            .......         vvvvvvv
      ...... .... .........        vvvvvvvvv
      . . . ...  . .........
        ,      ,,       ,,       ,,      ,,
      1 1   .....    .....    .....    ....
      2 2   .....    .....    .....    ....
      3 3   .....   ......    .....    ....
      """)
  }

  @Test func `mark the chosen line of a menu`() async throws {
    expectPicture(
      try await screen("i", columns: 2..<50, rows: 2..<7),
      """
      ,, ,,,,, ,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,
      , ssssssssssssssssssssssssssssssssssssssssssssss
      ,   .......................  ..... ..... ......
      ,   ................         ..... ..... ..... .
      ,   ..........               ..... ........ .. .
      """)
  }

  @Test func `follow the arrow of each mean in the M-step`() async throws {
    expectPicture(
      try await screen("Space 4", rows: 9..<19),
      """
        ,           333~~~~~~~  Y      ~2           ,,      ...... ,,,   vvvvv   .....
        ,        33~~     ~ ~~~~~~~~~~~ ~2          ,,      ...... ,,,   vvvvv   .....
        ,      3~~  ~~~~~~~~~~~ ~    ~~~~~11        ,,,     ...... ,,,   vvvvv   .....
        ,     3~~~~~~       ~~~    ~~~ ~ ~~~~1      ,,,    ....... ,,,  vvvvvv   .....
        ,   3~~~~     ~~     ~~~   ~~~~~  ~~ ~      ,,,     ...... ,,,   vvvvv   .....
        ,   ~~~~~~~~~Z~~~ ~~X~~~~~  ~~~~~~~ ~1  3 3 ,        ..... ,,    vvvvv   .....
      , ,  3~    ~~~~ ~~  ~~~~ ~ ~~~~~~~ ~~~1       ,,       ..... ,,,  vvvvvv  ......
        ,  3~     ~~   ~~~~~~       ~~~~~~1         ,,        .... ,,,   vvvvv   .....
        ,  3~~     ~~~ ~~~~~        ~~~11           ,,,      ..... ,,,   vvvvv   .....
        ,  3~~~~~~~~ ~ ~~~  ~~~~~~111               ,,,      ..... ,,,   vvvvv   .....
      """)
  }

  @Test func `bracket the inspected point, and have the component's for its bars`() async throws {
    expectPicture(
      try await screen("Space 3", rows: 1..<19),
      """
      ,,,,,                                     vvvvv vv vv vvv   v v vvvvvvvvv vvvvvv
        ,              22~222
        ,             2~    ~~22                  ,   ,,   ,,,,,,      ,,, ,,,,,, ,,,,
        ,             ~        ~~2              1 1 ....   ......  .......  ..... ....
        ,             2 ~  ~~~~  ~~2            2 2 ....  .......  .......  ..... ....
        ,             2~  ~~~ ~~~~ ~2           3 3 ....   ......  .......  ..... ....
        ,              2 ~   ~~ ~~  ~~2           v                 vvvvvv  vvvvv
      , ,               ~  ~  ~~~     ~2
        ,           333~~~~~~~  Y      ~2       vvvvvv v v v v v
        ,        33~~     ~ ~~~~~~~~~~~ ~2             v vvvvv v vvvvvv v vvvvvv
        ,      3~~  ~~~~~~~~~~~ ~    ~~~~~11           v vvvvv
        ,     3~~~~~~       ~~~    ~~~ ~ ~~~~1
        ,   3~~~~     ~~~    ~~~   ~~~~~  ~~ ~  ,,, ,,,, ,,,, ,,,,,, ,,, ,,,,,,
        ,   ~~~   ~~~Z~~~ ~~X~~~~~  ~~~~~~~ ~1  1 1 11111111111111               .....
      , ,  3~    ~~~~ ~~  ~ ~~ ~ ~~~~~~~ ~~~1   2 2 222                          .....
        ,  3~     ~~   ~~ ~~~       ~~~~~~1     3 3 333333333                    .....
        ,  3~~     ~~~ ~ ~~~        ~~~11       vvvvvvvvv vvvvvvv vv v vvv v
        ,  3~~~~~~~~ ~ ~~~  ~~~~~~111
      """)
  }

  @Test func `have one for each optimum of the restarts`() async throws {
    expectPicture(
      try await screen("- 5 - - Down", columns: 0..<70, rows: 3..<13, points: 7),
      """
      . ...... ..... . .. ..... .... .... . ...... .. .. . ... .... ..

                                           B
      ~                               C    B
      ~                               C    B
      ,,,,,,,                             ,,,,, ,
                      ,  ,,,,  ,,,,,          ,, , ,,,, ,,,,,   ,,,,  ,,,,,,
        A      ........    ..  .....    ..........          .      .  ......
      v B      vvvvvvvv     v  vvvvv    vvvvvvvvvv         vv      v  vvvvvv
        C      ........     .  .....     .........         ..      .  ......
      """)
  }

  @Test func `raise the alarm for runs that collapsed`() async throws {
    expectPicture(
      try await screen("+ + + 5 - -", columns: 0..<44, rows: 9..<11, points: 5),
      """
                      ,  ,,,,  ,,,,,          ,, ,
      v !     !!!!!!!!!    !! !!!!!!   !!!!!!!!!!!
      """)
  }

  @Test func `are the chosen run's in the heads of a race, and L's in its traces`() async throws {
    expectPicture(
      try await screen("7 Space", rows: 1..<2),
      """
      v vv vvvv vvv  vvvvvvvvvvvvv vvvv v       .. .... ...  ............. .... .
      """)
  }

  @Test func `are L's in both traces of a race`() async throws {
    expectPicture(
      try await screen("7 Space", rows: 19..<22),
      """
      v vvvvvvvvv  vvvvvvvvv v                v vvvvvvvvv  vvvvvvvvv v
      vvv vv L                                vvv vv L
      v vv vvvvvv vv vvv vvvvv vv vvvvvvv
      """)
  }

  @Test func `say by hand what is a key, a mean and a told label`() async throws {
    expectPicture(
      try await screen("a p p Tab + Tab", rows: 1..<20),
      """
      ,,,,,                                     vvvvvvv vv vvvv
        ,                                         ,,,,,   ,,,,,,  ssssssss  , ,,,,
        ,                   .
        ,                                        vvv       .. ... .... .....
        ,               .  ....                  v v v v   .... ... ......
        ,                 ... ....               v v v v   .... ..... .. ....
        ,                .  v.v .Y               v         ... ..... .....
      , ,                  .  ...                v         .. .....
        ,                 .. .                   v v v v   .. .. .... .... .........
        ,                           .            v         ....
        ,       .               u    .           vvvvv     ..... .. .... ....
        ,                          ... . .       vvv       ..... ... .. .. ...
        ,             ..           .....   .
        ,    Z    ....... ..        .......       ,      ,,,, ,      ,,,, ,
      , ,        .... ..  .    .  .  ... .        1     .......     .......
        ,         ..   .. .          .. .         2      ......      ......
        ,          ... X                          3     .......     .......
        ,          . .
        ,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,, ,,,, ,
      """)
  }

  @Test func `mark the cursor by hand`() async throws {
    expectPicture(
      try await screen("a p Right Right", columns: 0..<42, rows: 8..<14),
      """
      , ,                  .  ...
        ,                 .. .
        ,                           .
        ,       .               .    .
        ,                     vsv  ... . .
        ,             ..           .....   .
      """)
  }

  @Test func `tell σ² from where the means merge on the gauge`() async throws {
    expectPicture(
      try await screen("Space <", rows: 20..<21),
      """
      vv vvvvv   v vvvvvvv ,,,,,,,,,,,,,,,,,,L,,,F,, . .... ....  .........  .. .. ...
      """)
  }

  @Test func `underline told labels on the plot`() async throws {
    expectPicture(
      try await screen("Y e", columns: 0..<42, rows: 10..<19),
      """
        ,       ~~~~      ~~   ~~~~ ~        ~2
        ,     ~~~  ~~      ~    ~ ~~ ~      ~2
        ,   ~~      ~~     ~~      ~~~ ~ ~~22
        ,  ~~        ~~~    ~      ~~~~~~222
        , ~  Z    ~~~~~~~~~~~      ~~~12u22
      , ,~       ~~~~ ~~  ~~~~~~~~~~ ~~1 1
        ,~        ~~   ~~ ~~         ~~ 1
        ,          ~~~ X ~~           ~
        ,          ~ ~  ~~           ~1
      """)
  }

  @Test func `name the known labels in the components'`() async throws {
    expectPicture(
      try await screen("G e y", columns: 42..<80, rows: 18..<21),
      """
      v ,,,,,, , ,,,,,, , ,,,, ,,, ,,,,, ,
      ... .... . . ..             LLLLLLLLLL
      3 3333 1 1111 2 22222
      """)
  }

  @Test func `tell a key from what it does, and what has happened from both`() async throws {
    expectPicture(
      try await screen("Space", rows: 20..<24),
      """
                     ,             ,            vvvvvvvv vvvv vvvvv vvvvv
      L LL           ........ . ........   vvv vv v           ... . ... ....
      v vvvvvv v vv vvvvvvvvv vvvvv vv vvv vvvvv vvvvvvvvv vvvv vvvvv vvvv vvvv
      vvvvv ,,,,  v ,,,,,,,,,  v ,,,,  v ,,,  v ,,,,  v ,,,,  v ,,,,,,,  v ,,, ,,,,,
      """)
  }

  @Test func `mark keys, headings and secondary text of the update`() async throws {
    expectPicture(
      try await screen("Space 4", columns: 42..<80, rows: 1..<8),
      """
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
    expectPicture(
      below(lesson),
      """
      ,, v vvvvvv  vvv ,,,,,,,,,,,,,,,,,,,,,,,,,,,,, vvvvv vv vv  v vvvv  vvv vvvvv ,,
        ssssssssssssssssssssssss
      """)
    expectPicture(
      below(await lesson.after("Space")),
      """
      ,, v vvvvvv  vvv ,,,,,,,,,,,,,,,,,,,,,,,,,,,,, vvvvv vv vv  v vvvv  vvv vvvvv ,,
        ....... ..
      """)
  }
}
