import MixtureEngine
import TerminalCanvas

/// The objective at each iteration so far, as a sparkline with its first and latest value.
struct TracePane {
  /// The states from the start to the present one.
  var past: ArraySlice<Snapshot>
  var theme: Theme

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    guard let first = past.first, let last = past.last, size.height > 0 else { return frame }
    let isHard = last.model.criterion == .distortion
    let values = past.lazy.filter { $0.next == .expectation || $0.iteration == 0 }
    let signed = isHard ? values.map { -$0.objective } : values.map(\.objective)
    let ends = "\(text(first)) … \(text(last))"
    let status = Sentences.status(last.status)
    let right = status.isEmpty ? ends : "\(ends)  \(status)"
    let label = isHard ? "J (falls)" : "L"
    frame.write(label, x: 0, y: 0, style: theme.style(.likelihood))
    let x = label.count + 1
    let width = max(0, size.width - x - DisplayWidth.of(right) - 2)
    frame.write(
      Sparkline(Array(signed)).text(width: width), x: x, y: 0, style: theme.style(.likelihood))
    frame.write(
      right, in: Rect(x: x + width + 1, y: 0, width: size.width - x - width - 1, height: 1),
      alignment: .right, style: theme.style(.text))
    return frame
  }

  private func text(_ snapshot: Snapshot) -> String {
    snapshot.model.criterion == .distortion
      ? (-snapshot.objective).significant(7) : snapshot.objective.fixed(3)
  }
}
