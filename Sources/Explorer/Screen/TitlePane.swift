import MixtureEngine
import TerminalCanvas

/// The line of title: what is on screen, and how far the run has come.
///
/// Where there isn't room for all, the program's name gives way, then that of the weights, then words
/// about gaps, then the end of the data's name; the model, the start and its seed stay.
struct TitlePane {
  var data: DataSet
  var stage: Stage
  var snapshot: Snapshot
  /// Which data set drawn from θ is shown in the place of the data, if one is.
  var world: Int?
  var theme: Theme

  func frame(size: Size) -> Frame {
    let style = theme.style(.title)
    var frame = Frame(size: size, filling: Cell(" ", style: style))
    let right = " iteration \(snapshot.iteration) "
    let room = size.width - right.count
    frame.write(
      " " + text(width: room - 1),
      in: Rect(x: 0, y: 0, width: max(0, room), height: 1), style: style)
    frame.write(right, x: max(0, room), y: 0, style: style)
    return frame
  }

  /// The data's name; of a file, the last part of its path.
  var name: Substring {
    if let world { return "DRAWN \(world)" }
    return data.name.split(separator: "/").last ?? Substring(data.name)
  }

  private func text(width: Int) -> String {
    let short = line("", name, alsoHeldOut + gaps("") + weights)
    let spared = DisplayWidth.of(name) - max(0, DisplayWidth.of(short) - width)
    let lines = [
      line("emscope  ", name, heldOut + gaps(rows) + namedWeights),
      line("", name, heldOut + gaps(rows) + namedWeights),
      line("", name, heldOut + gaps(rows) + weights), short,
    ]
    return lines.first { DisplayWidth.of($0) <= width }
      ?? line("", name.truncated(to: max(4, spared)), alsoHeldOut + gaps("") + weights)
  }

  private func line(
    _ program: String, _ name: some StringProtocol, _ remarks: String
  ) -> String {
    program
      + [
        "\(name) N=\(data.points.count)\(remarks)", stage.modelText, stage.originText,
      ].joined(separator: "  ")
  }

  /// How many points are held out beside those, nothing where none are.
  private var heldOut: String {
    data.heldOut.map { " (\($0.points.count) held out)" } ?? ""
  }

  /// The same where there is little room.
  private var alsoHeldOut: String { data.heldOut.map { "+\($0.points.count)" } ?? "" }

  private var rows: String { data.skippedRows == 1 ? "row " : "rows " }

  /// How many rows of the file had gaps, nothing where none had.
  private func gaps(_ rows: String) -> String {
    data.skippedRows == 0 ? "" : " (\(data.skippedRows) \(rows)left out)"
  }

  /// What the points count together, nothing where each counts once.
  private var weights: String {
    data.weightColumn == nil ? "" : " W=\(data.points.totalWeight.significant(6))"
  }

  /// The same, with what the weights are called.
  private var namedWeights: String {
    weights + (data.weightColumn.map { " (weights \($0))" } ?? "")
  }
}
