import MixtureEngine
import TerminalCanvas

/// The line of title: what is on screen, and how far the run has come.
struct TitlePane {
  var data: ExploredData
  var settings: Settings
  var snapshot: Snapshot
  var theme: Theme

  func frame(size: Size) -> Frame {
    let style = theme.style(.title)
    var frame = Frame(size: size, filling: Cell(" ", style: style))
    let right = " iteration \(snapshot.iteration) "
    let room = size.width - right.count
    frame.write(
      " " + parts.joined(separator: "  "),
      in: Rect(x: 0, y: 0, width: max(0, room), height: 1), style: style)
    frame.write(right, x: max(0, room), y: 0, style: style)
    return frame
  }

  /// The data's name; of a file, the last part of its path.
  private var name: Substring {
    data.name.split(separator: "/").last ?? Substring(data.name)
  }

  private var parts: [String] {
    let skipped =
      data.skippedRows > 0
      ? " (\(data.skippedRows) \(data.skippedRows == 1 ? "row" : "rows") left out)" : ""
    return [
      "emscope", "\(name) N=\(data.points.count)\(skipped)",
      Sentences.model(of: settings), Sentences.start(of: settings),
    ]
  }
}
