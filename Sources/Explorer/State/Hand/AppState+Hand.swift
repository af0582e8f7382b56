import MixtureEngine
import TerminalCanvas

extension AppState {
  /// Obeys a key of placing by hand.
  mutating func apply(_ action: HandAction) {
    if action == .open { return openHand() }
    guard var hand, let viewport = plotAxes?.viewport else { return }
    switch action {
    case .open: return
    case .next: hand.pick(next: 1, in: viewport)
    case .previous: hand.pick(next: -1, in: viewport)
    case .move(let columns, let rows): hand.move(columns: columns, rows: rows, in: viewport)
    case .add: message = hand.add(in: viewport)
    case .remove: message = hand.remove(in: viewport)
    case .label(let k): message = hand.give(k, in: viewport)
    case .nextTool: hand.nextTool()
    case .undo:
      if !hand.canUndo { message = "There is nothing to undo." }
      hand.undo()
    case .start: return start(from: hand.draft)
    case .cancel:
      self.hand = nil
      return
    }
    self.hand = hand
  }

  /// Obeys the mouse while a start is placed by hand.
  mutating func place(_ action: MouseEvent.Action, at point: Point) {
    guard let viewport = plotAxes?.viewport else { return }
    switch action {
    case .press(.left): message = hand?.press(at: point, in: viewport)
    case .drag(.left): hand?.drag(to: point)
    case .press(.right): message = hand?.remove(at: point, in: viewport)
    default: break
    }
  }

  private mutating func openHand() {
    pace = .paused
    view = .plot
    hand = HandState(
      Draft(
        means: run.model.shapes.filter { $0.outline != .everywhere }.map(\.centre), data: data,
        observed: recipe.observed))
  }

  /// Begins a run from a draft; where that can't be, the draft stays on screen.
  private mutating func start(from draft: Draft) {
    var recipe = recipe
    recipe.components = draft.means.count
    recipe.givenStart = GaussianMixture.start(means: draft.means, over: draft.data.points)
    if draft.observed != recipe.observed { recipe.observe(draft.observed) }
    do throws(StartError) {
      let stage = try Stage(recipe: recipe, over: draft.data.points)
      if draft.hasOtherPoints {
        data = draft.data.renamedAsEdited
        race = nil
      }
      stages = [stage]
      hand = nil
    } catch {
      message = error.description
    }
  }
}

extension DataSet {
  /// The data under a name that says that points were added or removed by hand.
  fileprivate var renamedAsEdited: DataSet {
    var data = self
    if !name.hasSuffix(" (edited)") { data.name += " (edited)" }
    return data
  }
}
