import MixtureEngine
import TerminalCanvas

/// A start while it is placed by hand: the draft, what the keys move, and what can be undone.
struct HandState: Sendable {
  /// What is placed.
  enum Tool: String, CaseIterable, Hashable, Sendable {
    case means, points, labels
  }

  private(set) var draft: Draft
  private(set) var tool = Tool.means
  /// The mean that the keys move.
  private(set) var selection = 0
  /// Where points are added, removed and labelled.
  private(set) var cursor: Point
  private var past: [Draft] = []
  /// Whether the last change was a move of the selected mean; moves in a row are undone as one.
  private var isMoving = false

  /// Begins with a draft.
  init(_ draft: Draft) {
    self.draft = draft
    cursor = draft.data.points.mean
  }

  /// Goes on to means, points or labels.
  mutating func nextTool() {
    let all = Tool.allCases
    tool = all[((all.firstIndex(of: tool) ?? 0) + 1) % all.count]
    isMoving = false
  }

  /// Picks a mean.
  mutating func pick(_ k: Int) {
    selection = k
    isMoving = false
  }

  /// Picks another mean, or puts the cursor on another point.
  mutating func pick(next step: Int, in viewport: Viewport) throws(Notice) {
    isMoving = false
    let (before, place) = (selection, cursor)
    pickNext(step, in: viewport)
    if selection == before, cursor == place {
      throw .idle(tool == .means ? "There is only one mean." : "There is only one point.")
    }
  }

  /// What the keys move, in words.
  func pickedName(in viewport: Viewport) -> String {
    tool == .means
      ? "mean \(selection + 1) of \(draft.means.count)"
      : "point \(nearestPoint(in: viewport) + 1) of \(draft.data.points.count)"
  }

  private mutating func pickNext(_ step: Int, in viewport: Viewport) {
    switch tool {
    case .means:
      selection = (selection + step + draft.means.count) % draft.means.count
    case .points, .labels:
      let count = draft.data.points.count
      let n = nearestPoint(in: viewport)
      let isThere = draft.data.points[n] == cursor
      cursor = draft.data.points[isThere ? (n + step + count) % count : n]
    }
  }

  /// Moves the selected mean or the cursor by cells, within what is shown.
  mutating func move(columns: Int, rows: Int, in viewport: Viewport) throws(Notice) {
    let before = tool == .means ? draft.means[selection] : cursor
    let place = viewport.place(before)
    let point = onLine(
      viewport.point(
        at: DotPoint(x: place.x + 2 * Double(columns), y: place.y + 4 * Double(rows))))
    guard rows == 0 || draft.data.points.dimension == 2 else {
      throw .idle("The points are on a line: h and l move along it.")
    }
    guard point != before else { throw .idle("The plot ends here; H J K L move five cells.") }
    let nearest = tool == .labels ? nearestPoint(in: viewport) : nil
    put(point)
    if let nearest, nearest == nearestPoint(in: viewport) {
      throw .idle("The nearest point is still the same; Tab goes to the next.")
    }
  }

  /// The place itself or, for points on a line, the one on the line below it.
  private func onLine(_ place: Point) -> Point {
    draft.data.points.dimension == 1 ? Point(x: place.x, y: 0) : place
  }

  /// Moves the selected mean or the cursor to a place.
  mutating func put(_ place: Point) {
    let point = onLine(place)
    guard tool == .means else {
      cursor = point
      return
    }
    if !isMoving { past.append(draft) }
    isMoving = true
    draft.means[selection] = point
  }

  /// Adds a mean in the middle of what is shown, beside any that is there, or a point at the
  /// cursor; where labels are given, the point gets the one that the data knows.
  mutating func add(in viewport: Viewport) throws(Notice) {
    switch tool {
    case .means:
      guard draft.means.count < Stage.mostComponents else {
        throw .refusal("There is room for \(Stage.mostComponents) means.")
      }
      var dot = DotPoint(x: Double(viewport.size.width), y: Double(viewport.size.height) * 2)
      while draft.means.contains(where: { viewport.place($0).isNear(dot) }) { dot.x += 4 }
      let place = onLine(viewport.point(at: dot))
      change { $0.means.append(place) }
      selection = draft.means.count - 1
    case .points:
      let place = cursor
      change { $0.add(place) }
    case .labels:
      guard let label = draft.data.labels?.ofPoints[nearestPoint(in: viewport)] else {
        throw .refusal(
          "The data knows no label of this point: press 1 to \(draft.means.count).")
      }
      try give(label, in: viewport)
    }
  }

  /// Removes the selected mean, the point nearest to the cursor, or that point's label.
  mutating func remove(in viewport: Viewport) throws(Notice) {
    switch tool {
    case .means:
      guard draft.means.count > 1 else { throw .refusal("One mean has to stay.") }
      let k = selection
      change { $0.removeMean(k) }
      selection = min(k, draft.means.count - 1)
    case .points:
      guard draft.data.points.count > 1 else { throw .refusal("One point has to stay.") }
      let n = nearestPoint(in: viewport)
      change { $0.removePoint(n) }
    case .labels:
      let n = nearestPoint(in: viewport)
      guard draft.labels[n] != nil else { throw .idle("This point has no label.") }
      change { $0.setLabel(nil, of: n) }
    }
  }

  /// Gives the point nearest to the cursor a label.
  mutating func give(_ label: Int, in viewport: Viewport) throws(Notice) {
    guard tool == .labels else {
      throw .idle("\(label + 1) gives a point its label: p goes on to labels first.")
    }
    guard draft.means.indices.contains(label) else {
      throw .refusal(
        "There is no component \(label + 1): choose 1 to \(draft.means.count), or add a mean.")
    }
    let n = nearestPoint(in: viewport)
    guard draft.labels[n] != UInt8(label) else {
      throw .idle("This point has that label already.")
    }
    change { $0.setLabel(label, of: n) }
  }

  /// Whether there is another mean, or another point, to go to.
  var canPick: Bool { (tool == .means ? draft.means.count : draft.data.points.count) > 1 }

  /// Whether there is something to add and room for it.
  var canAdd: Bool {
    tool == .means
      ? draft.means.count < Stage.mostComponents
      : tool == .points || draft.data.labels != nil
  }

  /// Whether there is something to remove that need not stay.
  var canRemove: Bool {
    switch tool {
    case .means: draft.means.count > 1
    case .points: draft.data.points.count > 1
    case .labels: draft.labels.contains { $0 != nil }
    }
  }

  /// Whether there is a change to take back.
  var canUndo: Bool { !past.isEmpty }

  /// Takes the last change back.
  mutating func undo() throws(Notice) {
    guard let before = past.popLast() else { throw .refusal("There is nothing to undo.") }
    draft = before
    selection = min(selection, draft.means.count - 1)
    isMoving = false
  }

  /// The point nearest to the cursor on the screen, the first of equals.
  func nearestPoint(in viewport: Viewport) -> Int {
    let here = viewport.place(cursor)
    let points = draft.data.points
    func distance(_ n: Int) -> Double { viewport.place(points[n]).squaredDistance(to: here) }
    return (0..<points.count).min { distance($0) < distance($1) } ?? 0
  }

  private mutating func change(_ edit: (inout Draft) -> Void) {
    past.append(draft)
    isMoving = false
    edit(&draft)
  }
}

// MARK: - The mouse

extension HandState {
  /// Takes hold of the mean under the pointer, or brings the chosen one there; adds a point; or
  /// chooses the point to label.
  mutating func press(at point: Point, in viewport: Viewport) throws(Notice) {
    if tool == .means, let k = mean(at: point, in: viewport) {
      pick(k)
      return
    }
    isMoving = false
    put(point)
    if tool == .points { try add(in: viewport) }
  }

  /// Brings the mean in hand, or the cursor, to the pointer.
  mutating func drag(to point: Point) { put(point) }

  /// Removes the mean under the pointer, the point nearest to it, or that point's label.
  mutating func remove(at point: Point, in viewport: Viewport) throws(Notice) {
    if tool == .means {
      guard let k = mean(at: point, in: viewport) else { return }
      pick(k)
    } else {
      put(point)
    }
    try remove(in: viewport)
  }

  /// The mean within about a cell of a place, the last drawn of several.
  private func mean(at point: Point, in viewport: Viewport) -> Int? {
    let here = viewport.place(point)
    return draft.means.lastIndex { viewport.place($0).isNear(here) }
  }
}
