import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import Explorer

/// Iteration 0 never claims to be another one.
@Suite struct `Where a state came from` {
  /// The recipe that a title stands for, with what the title leaves to the rest of the screen.
  private func recipe(titled title: String, like recipe: RunRecipe) -> RunRecipe? {
    let pattern =
      /^(?<model>.+) K=(?<k>\d+)(?<z> standardised)?( floor [^ ]+)?( \d+ labels)?  (?<rule>[^ ]+)( Σ₀ [^ ]+)?( π₀ [^ ]+)? seed (?<seed>\d+)$/
    guard let match = title.wholeMatch(of: pattern),
      let rule = StartingRule.all.first(where: { $0.name == match.rule }),
      let k = Int(match.k), let seed = UInt64(match.seed)
    else { return nil }
    for kind in ModelKind.all {
      for structure in kind.structures.isEmpty ? [recipe.structure] : kind.structures {
        var named = recipe
        (named.kind, named.structure, named.components) = (kind, structure, k)
        (named.rule, named.seed, named.givenStart) = (rule, seed, nil)
        named.isStandardized = match.z != nil
        if named.modelName == String(match.model) { return named }
      }
    }
    return nil
  }

  @Test(arguments: FuzzSeed.usual(1, 2, 3, 4))
  func `the title, run again, gives the state at iteration 0`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var state = try AppState.labelledClouds()
    var trail: [String] = []
    var origins: Set<String> = []
    for number in 0..<FuzzBudget.rounds(1_500) {
      if number.isMultiple(of: 300) { (state, trail) = (try AppState.labelledClouds(), []) }
      let key = RandomKeys.next(&generator)
      trail.append(key.name)
      state.obeyAtRandom(key, &generator)
      for stage in [state.session.course.last, state.session.race?.rival.last].compactMap({ $0 }) {
        origins.insert(stage.originText.filter(\.isLetter))
        let title = "\(stage.modelText)  \(stage.originText)"
        let recipe: RunRecipe
        switch stage.origin {
        case .recipe:
          recipe = try #require(self.recipe(titled: title, like: stage.recipe), "\(title)")
        case .named(let name):
          let start = try #require(state.data.starts.first { $0.name == name })
          var named = stage.recipe
          (named.components, named.rule, named.seed) = (start.components, start.rule, start.seed)
          named.givenStart = nil
          recipe = named
        case .usual, .file, .hand, .map, .move, .run, .floor, .prior, .reseeded, .nudged:
          #expect(!title.contains("seed"), "\(title)")
          continue
        }
        let again = try recipe.run(over: state.data.points)
        #expect(
          again.history[0].model.shapes == stage.run.history[0].model.shapes,
          "\(title) after \(trail.suffix(30)), seed \(seed)")
        #expect(again.history[0].objective == stage.run.history[0].objective)
      }
    }
    #expect(origins.count > 8, "\(origins)")
  }

  @Test(arguments: FuzzSeed.usual(1, 2, 3))
  func `what is tried in passing leaves no trace`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var state = try AppState.labelledClouds()
    var tried = 0
    for _ in 0..<FuzzBudget.rounds(400) {
      state.obeyAtRandom(RandomKeys.next(&generator), &generator)
      state.overlay = nil
      state.hand = nil
      state.session.pause()
      try state.show(.plot)
      // Where nothing was tried since the last step, and no work has to be stopped first.
      guard state.presentWork == nil,
        state.session.course.last.run.cursor > 0 || state.session.course.count == 1
      else {
        continue
      }
      for (key, count) in [("m", 2), ("c", state.recipe.kind.structures.count)] {
        var after = state
        for _ in 0..<count { after.obeyAtRandom(.character(Character(key)), &generator) }
        guard count > 1, after.notice == nil else { continue }
        tried += 1
        #expect(after.run.model.shapes == state.run.model.shapes, "\(key), seed \(seed)")
        #expect(
          after.session.course.last.identity == state.session.course.last.identity
            && after.run.cursor == state.run.cursor,
          "\(key), \(state.session.course.last.originText), \(state.view.name), seed \(seed)")
      }
    }
    #expect(tried > 50)
  }

  @Test(arguments: [
    ("m", "k-means K=3  from EM after 0"), ("Space m e m", "EM full K=3  from k-means"),
    ("Space c", "EM tied K=3  from EM full after 1"), ("Space <", "from EM after 1"),
    ("a Enter", "start by hand"), ("Space Space m Space m", "from k-means after 1"),
    ("+", "K=4  random-points seed 1"), ("G Escape 9 Enter", " merged, "),
  ])
  func `the title says it`(keys: String, title: String) async throws {
    let state = try await AppState.labelledClouds(screen: Size(width: 120, height: 30)).after(keys)
    #expect(state.row(0).contains(title), "\(state.row(0))")
  }
}
