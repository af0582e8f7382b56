import MixtureEngine

extension AppState {
  mutating func openStarts() {
    let named = data.starts.map {
      Menu.Item(
        name: $0.name, summary: $0.summary,
        detail: "\($0.summary) K=\($0.components), \($0.rule.name) seed \($0.seed).")
    }
    let rules = StartingRule.all.map {
      Menu.Item(name: $0.name, summary: $0.summary, detail: "\($0.summary) (\($0.source))")
    }
    openMenu(.startingRule, title: "Start", named + rules, at: recipe.rule.name)
  }

  mutating func openDataSets() {
    openMenu(.dataSet, title: "Data set", catalogue, at: data.name)
  }

  mutating func openModels() {
    openMenu(
      .modelKind, title: "Model",
      ModelKind.all.map { Menu.Item(name: $0.name, summary: $0.summary).toldInFull },
      at: recipe.kind.name)
  }

  /// The runs that the present one can race against.
  mutating func openRivals() {
    openMenu(
      .rival, title: "Race against", Rival.all(of: stages[0].recipe).map(\.item.toldInFull),
      at: "")
  }

  private mutating func openMenu(
    _ purpose: Menu.Purpose, title: String, _ items: [Menu.Item], at name: String
  ) {
    pace = .paused
    let selection = items.firstIndex { $0.name == name } ?? 0
    overlay = .menu(
      Menu(purpose: purpose, title: title, items: items, selection: selection))
  }

  /// Moves the selection of a menu, or scrolls a text.
  mutating func moveInOverlay(by step: Int) {
    switch overlay {
    case .menu(var menu):
      if abs(step) == 1 {
        menu.move(by: step)
      } else {
        menu.selection = min(max(0, menu.selection + step), max(0, menu.items.count - 1))
      }
      overlay = .menu(menu)
    case .card(var card):
      card.move(by: step.signum())
      overlay = .card(card)
    case .help(let scroll):
      overlay = .help(scroll: min(max(0, scroll + step), HelpPane.lastScroll(in: pictureSize)))
    case nil: return
    }
  }

  /// Takes the selected item of a menu.
  mutating func choose() -> Effect? {
    if case .card(let card) = overlay {
      overlay = nil
      take(card.choices[card.selection].remedy)
      return nil
    }
    guard case .menu(let menu) = overlay, menu.items.indices.contains(menu.selection) else {
      overlay = nil
      return nil
    }
    overlay = nil
    let name = menu.items[menu.selection].name
    switch menu.purpose {
    case .dataSet:
      return .load(name: name)
    case .save:
      return artifact(named: name).map { .save($0) }
    case .startingRule:
      if let start = data.starts.first(where: { $0.name == name }) {
        begin(start)
      } else if let rule = StartingRule.named(name) {
        restart {
          $0.rule = rule
          $0.givenStart = nil
        }
      }
    case .plotOption:
      let option = PlotOption.allCases[menu.selection]
      toggle(option)
      openPlotOptions(at: option)
    case .rival:
      begin(against: Rival.all(of: stages[0].recipe)[menu.selection])
    case .modelKind:
      if let kind = ModelKind.named(name) { change(to: kind) }
    }
    return nil
  }
}
