import MixtureEngine
import TerminalCanvas

extension Card {
  /// What a collapse means, and the ways on from it.
  static func collapse(_ collapse: Collapse, of run: Run) -> Card {
    let k = collapse.component
    var choices = [
      goingBack("one iteration, to look at how it came about"), staying,
    ]
    if run.model.shapes[k].outline != .everywhere {
      choices.insert(
        Choice("reseed it", "begin component \(k + 1) anew on a random point") {
          state throws(Notice) in try state.session.reseed(component: k)
        }, at: 0)
    }
    if collapse.reason == .singularCovariance {
      let floor = run.points.suggestedVarianceFloor
      choices.insert(
        Choice("set a floor", "no variance may fall below \(floor.significant(3))") {
          state throws(Notice) in try state.session.goOn(withFloor: floor)
        }, at: 0)
    }
    if run.takesPrior {
      choices.insert(
        Choice("use a prior", "every Σ begins with a share of the data's: the MAP estimate") {
          state throws(Notice) in try state.session.goOnWithPrior()
        }, at: choices.count - 2)
    }
    return Card(
      title: "Component \(k + 1) collapsed", text: reason(collapse), choices: choices)
  }

  private static func reason(_ collapse: Collapse) -> String {
    let k = "\(collapse.component + 1)"
    return switch collapse.reason {
    case .singularCovariance:
      """
      The points it answers for lie at one place, or on a line. The next M-step would make its \
      variance zero there. As the variance shrinks, the density N(x|μ,Σ) on those points grows \
      without limit, so L would go to infinity while the other points are explained no better. \
      This is no good fit: the likelihood of such a mixture has no maximum. The run is frozen \
      before that step.
      """
    case .noMass:
      """
      No point is left to it: Nₖ = Σₙ qₖₙ is zero for component \(k), so the M-step would divide by \
      zero for its mean and its covariance. The other components have taken all the points. The \
      run is frozen before that step.
      """
    }
  }
}
