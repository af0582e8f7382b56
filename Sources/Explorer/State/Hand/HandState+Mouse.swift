import MixtureEngine
import TerminalCanvas

extension HandState {
  /// Takes hold of the mean under the pointer, or brings the chosen one there; adds a point; or
  /// chooses the point to label.
  ///
  /// - Returns: What stands against it, if anything does.
  mutating func press(at point: Point, in viewport: Viewport) -> String? {
    if tool == .means, let k = mean(at: point, in: viewport) {
      pick(k)
      return nil
    }
    endMove()
    put(point)
    return tool == .points ? add(in: viewport) : nil
  }

  /// Brings the mean in hand, or the cursor, to the pointer.
  mutating func drag(to point: Point) { put(point) }

  /// Removes the mean under the pointer, the point nearest to it, or that point's label.
  ///
  /// - Returns: What stands against it, if anything does.
  mutating func remove(at point: Point, in viewport: Viewport) -> String? {
    if tool == .means {
      guard let k = mean(at: point, in: viewport) else { return nil }
      pick(k)
    } else {
      put(point)
    }
    return remove(in: viewport)
  }

  /// The mean within about a cell of a place, the last drawn of several.
  private func mean(at point: Point, in viewport: Viewport) -> Int? {
    let here = viewport.place(point)
    return draft.means.lastIndex { viewport.place($0).isNear(here) }
  }
}
