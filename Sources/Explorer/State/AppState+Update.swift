extension AppState {
  /// Shows other components in the view of the M-step's arithmetic, where not all have room.
  mutating func scrollUpdate(by step: Int) {
    guard let size = layout.view?.size else { return }
    let last = UpdatePane.lastFirst(of: run.model.componentCount, in: size)
    firstUpdate = min(max(0, min(firstUpdate, last) + step), last)
  }
}
