import MixtureEngine

extension AppState {
  /// Begins anew after a change of the present settings; says so where they don't fit.
  mutating func restart(_ change: (inout RunRecipe) -> Void) {
    var recipe = recipe
    change(&recipe)
    recipe.varianceFloor = nil
    recipe.setComponents(recipe.components)
    begin(recipe)
  }

  /// Begins from another seed, in the place of any start that was given.
  mutating func reseed(by step: Int) {
    restart {
      $0.seed &+= UInt64(bitPattern: Int64(step))
      $0.givenStart = nil
    }
  }

  /// Begins from a start that has a name, with the model that it is meant for.
  mutating func begin(_ start: NamedStart) {
    restart {
      $0.kind = .gaussianMixture
      $0.structure = .full
      $0.components = start.components
      $0.rule = start.rule
      $0.seed = start.seed
      $0.givenStart = nil
    }
  }

  /// Begins a session with these settings over the present data.
  mutating func begin(_ recipe: RunRecipe) {
    pace = .paused
    do throws(StartError) {
      stages = [try Stage(recipe: recipe, over: data.points)]
      race?.toStart()
    } catch {
      message = error.description
    }
  }

  /// Shows another data set, at the start of a run.
  mutating func open(_ data: DataSet) {
    var recipe = recipe
    recipe.components = data.startingComponents
    recipe.givenStart = nil
    recipe.observe(nil)
    recipe.varianceFloor = nil
    do throws(StartError) {
      let stage = try Stage(recipe: recipe, over: data.points)
      self.data = data
      stages = [stage]
      hand = nil
      labelling = .inferred
      race = nil
      show(view)
      plotOptions = PlotOptions()
      posterior = PosteriorState()
      pace = .paused
    } catch {
      message = error.description
    }
  }
}
