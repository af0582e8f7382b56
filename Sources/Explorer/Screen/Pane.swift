import TerminalCanvas

/// A part of the screen that can be drawn alone, such as the plot or the table of the parameters.
///
/// It is drawn by what draws it on the screen.
public struct Pane: Sendable {
  /// The name, as the command line spells it.
  public let name: String
  /// What it shows.
  public let summary: String
  /// The view that it is, where it is one.
  let view: View?
  /// The picture.
  let frame: @Sendable (AppState, Size) -> Frame

  private init(
    _ name: String, _ summary: String, view: View? = nil,
    frame: @escaping @Sendable (AppState, Size) -> Frame
  ) {
    (self.name, self.summary, self.view, self.frame) = (name, summary, view, frame)
  }

  private init(_ view: View) {
    self.init(view.name, view.summary, view: view, frame: view.frame)
  }
}

extension Pane: Equatable {
  /// Panes are known by their names.
  public static func == (a: Pane, b: Pane) -> Bool { a.name == b.name }
}

extension Pane {
  /// Every pane: the views, then the parts of the screen that stand beside them.
  public static let all: [Pane] =
    [plot] + View.all.filter { $0 != .plot }.map { Pane($0) }
    + [
      Pane("numbers", "L, F and the gap between them") { $0.numbersPane.frame(size: $1) },
      Pane("table", "the parameters of each component") { $0.parameterTable.frame(size: $1) },
      Pane("trace", "the objective at each iteration") { $0.tracePane.frame(size: $1) },
      Pane("ledger", "L = F + KL at the latest half-steps") {
        LedgerPane(past: $0.run.past, climber: $0.run.algorithm, theme: $0.screen.theme).frame(
          size: $1)
      },
      Pane("formulas", "what the model climbs, and its updates") { $0.formulaPane.frame(size: $1) },
    ]

  /// The plot, without what stands beside it on a wide screen.
  static let plot = Pane(View.plot.name, View.plot.summary) { $0.plotPane.frame(size: $1) }
}

/// A sentence that says why a picture can't be drawn.
public struct PictureRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  /// The sentence.
  public let description: String

  /// A refusal of a sentence.
  init(_ sentence: String) { description = sentence }
}

extension Exploration {
  /// Shows one pane in the place of everything, once what it works on is done.
  ///
  /// - Parameter pane: The pane.
  /// - Throws: A sentence where the pane can't be shown.
  public mutating func showAlone(_ pane: Pane) async throws(PictureRefusal) {
    (app.overlay, app.hand, app.screen.pane) = (nil, nil, pane)
    do throws(Notice) {
      if let view = pane.view, app.view != view { try app.show(view) }
    } catch {
      throw PictureRefusal(error.text)
    }
    var agenda = Agenda()
    agenda.add(app.beginWork())
    _ = await finish(&agenda) { _ in nil }
  }
}

extension Exploration {
  /// What the screen says to those who can't see it.
  public var caption: Caption { app.caption }
}

extension AppState {
  /// What the screen says to those who can't see it.
  var caption: Caption {
    screen.spelled {
      Caption(
        title: "\(figureTitle), iteration \(run.snapshot.iteration)",
        description: "\(numbersPane.progress). " + toldStatus.text.split(separator: "\n").joined())
    }
  }
}
