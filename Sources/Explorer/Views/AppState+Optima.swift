import MixtureEngine

extension AppState {
  /// How the optima look that the restarts and the basins have found: what both have is one.
  var optimaLooks: (restarts: OptimaLook, basins: OptimaLook) {
    let (runs, map) = (restarts.runs, basins.map)
    let points = session.data.points
    func answers(_ recipe: RunRecipe?, _ points: PointSet?) -> Bool {
      recipe?.leavingStartAside == self.recipe.leavingStartAside
        && points == self.session.data.points
    }
    let found =
      answers(runs.question?.recipe, runs.question?.points) ? runs.answer?.optima.all ?? [] : []
    let mapped = answers(map.question?.recipe, map.question?.points) ? map.answer : nil
    let ranks = Optima.ranks(of: [found, mapped?.optima ?? []], over: points)
    let shown = mapped.map { (shown: $0, ranks: ranks[1]) }
    let count = screen.theme.optima.count
    return (
      OptimaLook(ranks: ranks[0], map: shown, colors: count),
      OptimaLook(ranks: ranks[1], map: shown, colors: count)
    )
  }
}
