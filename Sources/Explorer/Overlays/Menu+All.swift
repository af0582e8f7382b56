import MixtureEngine

/// The menus, each with what choosing from it does.
extension Menu {
  /// The starts with a name of their own, then the starting rules.
  static func starts(_ session: Session) -> Menu {
    let named = session.data.starts.map { start in
      Choice(
        start.name, start.summary,
        detail: "\(start.summary) K=\(start.components), \(start.rule.name) seed \(start.seed)."
      ) { state throws(Notice) in try state.session.begin(start) }
    }
    let rules = StartingRule.all.map { rule in
      Choice(rule.name, rule.summary, detail: "\(rule.summary) (\(rule.source))") {
        state throws(Notice) in try state.session.begin(from: rule)
      }
    }
    return Menu("Start", named + rules, at: session.recipe.rule.name)
  }

  /// What a start that is means alone has for covariances and weights.
  static func spread(_ session: Session) -> Menu {
    let recipe = session.recipe
    let covariances = StartCovariance.allCases.map { covariance in
      Choice("Σ₀ \(covariance.name)", covariance.summary) { state throws(Notice) in
        try state.session.begin(spread: { $0.startCovariance = covariance })
      }
    }
    let weights = StartWeights.allCases.map { weights in
      Choice("π₀ \(weights.name)", weights.summary) { state throws(Notice) in
        try state.session.begin(spread: { $0.startWeights = weights })
      }
    }
    return Menu(
      "Start with Σ₀ \(recipe.startCovariance.name), π₀ \(recipe.startWeights.name)",
      covariances + weights, at: "Σ₀ \(recipe.startCovariance.name)")
  }

  /// The numbers of components that the data have room for.
  static func components(_ session: Session) -> Menu {
    let present = session.recipe.components
    return Menu(
      "Components",
      (1...max(1, min(session.data.points.count, Stage.mostComponents))).map { k in
        Choice(
          "K=\(k)", k == present ? "as at present" : k == 1 ? "one component" : "\(k) components",
          letter: k < 10 ? Character("\(k)") : nil,
          do: { state throws(Notice) in
            guard k != state.session.recipe.components else { throw .idle("K is \(k) already.") }
            try state.session.restart { $0.components = k }
          })
      }, at: "K=\(present)")
  }

  /// The lessons: after one, the way back into it, and to what it was opened over; in a chain, its parts; then
  /// all of them, and the chains.
  static func lessons(_ state: AppState) -> Menu {
    let into = [state.leftLesson].compactMap(\.self).map { left in
      Choice("back in", left.offer.summary, ask: { _ in .teach(left.offer) })
    }
    let back = state.parked.enumerated().map { number, parked in
      Choice("back", "\(parked.data.name), iteration \(parked.run.snapshot.iteration), as it was") {
        $0.returnToParked(number)
      }
    }
    let parts = (state.chain?.offers ?? []).enumerated().map { index, offer in
      Choice(
        "\(index + 1)  \(offer.place?.title ?? offer.name)", offer.summary,
        letter: index < 9 ? Character("\(index + 1)") : nil, ask: { _ in .teach(offer) })
    }
    let lessons = state.catalogue.lessons.map { lesson in
      Choice(lesson.name, lesson.summary, ask: { _ in .teach(lesson) })
    }
    let chains = state.catalogue.chains.map { chain in
      Choice(
        chain.name, chain.summary,
        ask: { state in
          state.chain = chain
          return .teach(chain.offers[0])
        })
    }
    var menu = Menu("Lesson", into + back + parts + lessons + chains)
    if state.screen.isNarrated, let chain = state.chain {
      menu.selection = into.count + back.count + chain.current
    }
    return menu
  }

  /// The models.
  static func models(_ session: Session) -> Menu {
    Menu(
      "Model",
      ModelKind.all(over: session.data.points).map { kind in
        Choice(kind.name, kind.summary) { state throws(Notice) in
          try state.session.change(to: kind)
        }
      }, at: session.recipe.kind.name)
  }

  /// The structures that the model's covariances can have.
  static func structures(_ session: Session) -> Menu {
    Menu(
      "Covariances",
      session.recipe.kind.structures(over: session.data.points).map { structure in
        Choice(structure.name, "\(session.recipe.kind.title) with \(structure.name) covariances") {
          state throws(Notice) in try state.session.change(to: structure)
        }
      }, at: session.recipe.structure.name)
  }

  /// The data sets, one's own file first.
  static func dataSets(_ catalogue: Catalogue, at source: String) -> Menu {
    Menu(
      "Data set",
      catalogue.dataSets.map { entry in
        Choice(entry.name, entry.summary, ask: { _ in .load(entry.request) })
      }, at: catalogue.dataSets.first { $0.request.source == source }?.name ?? "")
  }

  /// The runs that the present one can race against.
  static func rivals(_ session: Session) -> Menu {
    Menu(
      "Race against",
      Rival.all(of: session.course.first.recipe, over: session.data.points).map { rival in
        Choice(rival.name, rival.summary) { state throws(Notice) in
          try state.session.begin(against: rival)
        }
      })
  }

  /// The views, each by its digit; those beyond the digits by a letter.
  static func views(at view: View) -> Menu {
    var menu = Menu(
      "View",
      View.all.map { view in
        Choice("\(view.sign)  \(view.name)", view.summary, letter: view.sign) {
          state throws(Notice) in try state.show(view)
        }
      })
    menu.selection = View.all.firstIndex(of: view) ?? 0
    return menu
  }

  /// What can be saved.
  static func saving(_ catalogue: Catalogue) -> Menu {
    Menu(
      "Save",
      catalogue.saveFormats.map { format in
        Choice(format.name, format.summary, ask: { .save(format, $0.moment) })
      } + [catalogue.command.map(copying)].compactMap { $0 })
  }

  private static func copying(
    _ command: @escaping @Sendable (SessionRecord) -> WayBack
  ) -> Choice {
    Choice(
      "command", "the command line that brings one here, copied",
      ask: { state throws(Notice) in
        switch command(state.record) {
        case .none(let sentence): throw .refusal(sentence)
        case .command(let line, let remark):
          state.overlay = Card(
            title: "The command that leads here",
            text: line + (remark.map { " (\($0))" } ?? "")
              + " — it is copied, where the terminal takes that.", choices: [Card.staying])
          return .copy(line)
        }
      })
  }

  /// What the plot can show; the menu stays open, unless a letter chooses.
  static func plotOptions(_ state: AppState, at chosen: PlotOption = .marks) -> Menu {
    var menu = Menu(
      "The plot",
      PlotOption.allCases.map { option in
        Choice(
          "\(option.rawValue)  \(state.present(option))", option.help, letter: option.rawValue,
          do: { state throws(Notice) in
            defer { state.overlay = plotOptions(state, at: option) }
            try state.toggle(option)
          })
      })
    menu.selection = PlotOption.allCases.firstIndex(of: chosen) ?? 0
    return menu
  }
}
