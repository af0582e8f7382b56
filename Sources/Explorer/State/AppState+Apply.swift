import MixtureEngine
import TerminalCanvas

extension AppState {
  /// Obeys an event of the terminal.
  ///
  /// - Returns: What the world around is asked to do, if anything.
  public mutating func handle(_ event: Event) -> Effect? {
    record(event)
    switch event {
    case .key(let key): return press(key)
    case .mouse(let mouse): return handle(mouse)
    case .resize(let size): return apply(.resized(width: size.width, height: size.height))
    case .redraw: return .repaint
    case .wake: return nil
    case .tick: return apply(.tick)
    case .end: return .quit
    }
  }

  /// Obeys a key that the user pressed.
  private mutating func press(_ key: Key) -> Effect? {
    (message, notice) = (nil, nil)
    func obey(_ state: inout AppState) -> Effect? {
      state.lesson.map { state.isOfLesson($0) } ?? false
        ? state.obeyInLesson(key) : state.obey(key)
    }
    return isWorking ? interrupt(at: key, then: obey) : obey(&self)
  }

  /// Does what the keymap says of a key, whoever pressed it.
  mutating func obey(_ key: Key) -> Effect? {
    Keymap.action(for: key, in: self).flatMap { apply($0) }
  }

  /// Changes the state as an action says, and begins the long work that the view then wants.
  ///
  /// - Returns: What the world around is asked to do, if anything.
  public mutating func apply(_ action: Action) -> Effect? {
    change(action) ?? pursue()
  }

  private mutating func change(_ action: Action) -> Effect? {
    switch action {
    case .iterate: step { $0.iterate() }
    case .halfStep: step { $0.halfStep() }
    case .iterateBack: stepBack()
    case .toStart: overlay == nil ? toStart() : moveInOverlay(by: -1_000)
    case .toEnd: overlay == nil ? runToEnd() : moveInOverlay(by: 1_000)
    case .togglePlay: pace = pace == .paused && !isRaceOver ? .running : .paused
    case .faster: changeSpeed { $0.faster() }
    case .slower: changeSpeed { $0.slower() }
    case .toggleKMeans: toggleKMeans()
    case .dial(let action): apply(action)
    case .nextStructure: nextStructure()
    case .moreComponents: restart { $0.components += 1 }
    case .fewerComponents: restart { $0.components -= 1 }
    case .anotherSeed: reseed(by: 1)
    case .previousSeed: reseed(by: -1)
    case .openStarts: openStarts()
    case .openDataSets: openDataSets()
    case .openModels: openModels()
    case .openSaving: openSaving()
    case .nextView: show(view.next)
    case .show(let chosen): show(chosen)
    case .posterior(let action): apply(action)
    case .toggleHelp: overlay = .help(scroll: 0)
    case .openPlotOptions: openPlotOptions()
    case .toggle(let option): toggle(option)
    case .toggleAndClose(let option): toggleAndClose(option)
    case .toggleFormulas: showsFormulas.toggle()
    case .zoom(let action): zoom(action)
    case .close: overlay = nil
    case .nextTheme: nextTheme()
    case .repaint: return .repaint
    case .suspend: return .suspend
    case .quit: return .quit
    case .up: moveInOverlay(by: -1)
    case .down: moveInOverlay(by: 1)
    case .pageUp: moveInOverlay(by: -10)
    case .pageDown: moveInOverlay(by: 10)
    case .choose: return choose()
    case .hand(let action): apply(action)
    case .scrollUpdate(let step): scrollUpdate(by: step)
    case .restarts(let action): return apply(action)
    case .basins(let action): return apply(action)
    case .race(let action): apply(action)
    case .nextLabelling: nextLabelling()
    case .nextHeldShare: nextHeldShare()
    case .tick: tick()
    case .resized(let width, let height): size = Size(width: width, height: height)
    case .loaded(let data): open(data)
    case .saved(let name): notice = "saved \(name)"
    case .failed(let sentence): message = sentence
    }
    return nil
  }
}
