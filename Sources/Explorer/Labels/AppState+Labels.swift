import MixtureEngine
import TerminalCanvas

extension AppState {
  /// Shows the complete, the incomplete or the inferred data.
  mutating func nextLabelling() {
    labelling = labelling.next(labelsAreKnown: data.labels != nil)
    if data.labels == nil, labelling == .incomplete {
      message = "No labels are known here: y changes between the inferred and the bare points."
    }
  }

  /// Begins anew with a tenth of the known labels told, then with all of them, then with none.
  mutating func nextHeldShare() {
    guard let labels = data.labels else {
      message = "No labels are known here; a, p and a number tell EM the label of a point."
      return
    }
    guard labels.names.count <= recipe.components else {
      message = "There are \(labels.names.count) labels: choose as many components with +."
      return
    }
    let share = recipe.observedShare == 0 ? 0.1 : recipe.observedShare < 1 ? 1 : 0
    restart { $0.observe(share, of: labels) }
  }

  /// How well what EM found agrees with the known labels that it was not told.
  private func agreement(untoldBy observed: ObservedLabels?) -> Agreement? {
    guard let labels = data.labels?.ofPoints, let components = run.posterior?.labels else {
      return nil
    }
    return Agreement(labels: labels, untoldBy: observed, components: components)
  }

  /// The adjusted Rand index over the known labels that EM was not told.
  var agreementIndex: Double? { agreement(untoldBy: run.observed)?.adjustedRandIndex }

  /// The component whose colour and mark each known label has: the one that it agrees with best.
  var labelColours: [Int] { colours(by: agreement(untoldBy: nil)) }

  private func colours(by agreement: Agreement?) -> [Int] {
    let names = (data.labels?.names ?? []).indices
    guard let matching = agreement?.matching else { return Array(names) }
    return names.map { $0 < matching.count ? matching[$0] : $0 }
  }

  /// The plot of a run as the labelling says.
  func plotPane(of run: Run, trails: [[Point]]) -> PlotPane {
    var pane = PlotPane(
      points: data.points, labels: run.posterior?.labels, model: run.model,
      responsibilities: run.responsibilities(of:), trails: trails, told: run.observed?.labels,
      xName: data.xName, yName: data.yName, options: plotOptions, theme: theme)
    guard labelling != .inferred else { return pane }
    pane.labels = nil
    pane.showsModel = false
    if labelling == .complete, let known = data.labels?.ofPoints {
      let colours = labelColours
      let labels = known.map { label in label.map { UInt8(colours[$0]) } }
      if labels.contains(nil) {
        pane.told = labels
      } else {
        pane.labels = labels.compactMap { $0 }
        pane.told = nil
      }
    }
    return pane
  }

  /// Whether there is something to say about labels: some are known, told or hidden.
  var showsLabels: Bool {
    data.labels != nil || recipe.observed != nil || labelling != .inferred
  }

  /// The lines about labels, where there is something to say.
  var labelsPane: LabelsPane? {
    guard showsLabels else { return nil }
    let known = agreement(untoldBy: nil)
    let untold = run.observed == nil ? known : agreement(untoldBy: run.observed)
    let colours = colours(by: known)
    let shown = labelling == .complete ? data.labels?.ofPoints : nil
    return LabelsPane(
      labelling: labelling, names: data.labels?.names ?? [], colours: colours,
      missingData: MissingData(
        of: run, components: shown?.map { label in label.map { colours[$0] } }),
      agreement: untold?.adjustedRandIndex, told: recipe.observed?.count ?? 0, theme: theme)
  }
}
