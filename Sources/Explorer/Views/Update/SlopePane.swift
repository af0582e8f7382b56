import MixtureEngine
import TerminalCanvas

/// The M-step as ∇ = 0: the slopes of what it maximises at the old θ, which are not zero, and at the
/// new θ, where they are; with the weights' constraint and where they lie on their simplex.
struct SlopePane {
  /// The M-step at hand, or the collapse that stands in its place.
  var step: Result<MaximizationStep, Collapse>
  /// What the step is, such as `M-step θ⁽⁰⁾ → θ⁽¹⁾, next`.
  var title: String
  /// The component whose slopes are shown, counted from 0.
  var component: Int
  /// The covariances' structure, for what is said of them.
  var structure: CovarianceStructure
  var notation: Notation
  var theme: Theme

  /// The columns: where each begins, and how wide it is.
  private enum Column {
    static let (part, before, after) = (16, (18, 10), (29, 9))
  }

  func frame(size: Size) -> Frame {
    var frame = Frame(size: size)
    switch step {
    case .failure(let collapse):
      frame.write(instead: collapse, theme: theme)
    case .success(let step):
      let gradient = step.gradient
      let y = write(lines(of: step, gradient), from: 0, on: &frame)
      let rest = Rect(x: 0, y: y, width: size.width, height: max(0, size.height - y))
      if step.progress == .awaitsPosterior {
        frame.write(
          "no q yet: the E-step makes it", in: rest.split(top: 1).top, style: theme.style(.muted))
      } else {
        writeMeaning(of: step, gradient, in: rest, on: &frame)
      }
    }
    return frame
  }

  /// Draws where the weights lie, and says what the zeros mean: one below the other, side by side
  /// where only that leaves room for both, and else the sentences that have room alone.
  private func writeMeaning(
    of step: MaximizationStep, _ gradient: MaximizationGradient, in rest: Rect,
    on frame: inout Frame
  ) {
    let picture = SimplexPicture(
      before: step.origin.shapes.map(\.weight), after: step.target.shapes.map(\.weight),
      theme: theme)
    let sentences = sentences(of: step, gradient)
    let all = sentences.wholeLines(width: rest.size.width, rows: .max)
    // An empty row stands above each of the two.
    let room = rest.size.height - 1
    let height = min(picture.mostHeight, room - (all.isEmpty ? 0 : all.count + 1))
    let isDrawn = gradient.weights != nil && picture.leastHeight <= room
    if isDrawn, height >= picture.leastHeight || picture.leastHeight == 2 {
      let height = max(height, picture.leastHeight)
      frame.paste(
        picture.frame(size: Size(width: rest.size.width, height: height)),
        at: Position(x: rest.origin.x, y: rest.origin.y + 1))
      write(sentences, in: rest.split(top: height + 1).rest, on: &frame)
    } else if isDrawn, let width = picture.leastWidth, rest.size.width >= width + 21 {
      frame.write(
        SimplexPicture.marks, x: 0, y: rest.origin.y, style: theme.style(.muted))
      frame.paste(
        picture.frame(size: Size(width: width, height: picture.leastHeight)),
        at: Position(x: rest.origin.x, y: rest.origin.y + 1))
      let beside = rest.split(left: width + 1).rest
      let short = self.sentences(of: step, gradient, isShort: true)
      let lines = short.wholeLines(width: beside.size.width, rows: .max)
      // The empty row above is taken where it is needed.
      let top = lines.count < beside.size.height ? 0 : -1
      write(
        short,
        in: Rect(
          x: beside.origin.x, y: beside.origin.y + top, width: beside.size.width,
          height: beside.size.height - top), on: &frame)
    } else {
      write(sentences, in: rest, on: &frame)
    }
  }

  /// Writes the sentences that have room, below an empty row.
  private func write(_ sentences: [String], in rect: Rect, on frame: inout Frame) {
    let lines = sentences.wholeLines(width: rect.size.width, rows: rect.size.height - 1)
    for (row, line) in lines.enumerated() {
      frame.write(
        line, x: rect.origin.x, y: rect.origin.y + 1 + row, style: theme.style(.text))
    }
  }

  /// How many rows all of it takes but the drawing.
  var wholeHeight: Int {
    guard case .success(let step) = step else { return 2 }
    return lines(of: step, step.gradient).count + 26
  }

  /// A row of the pane.
  private enum Line {
    case text(String, Role)
    case heads
    case slope(name: String, part: String, SlopeChange, ColumnFormat)
    case weight(Int, mass: Double, SlopeChange?, ColumnFormat)
  }

  private func lines(of step: MaximizationStep, _ gradient: MaximizationGradient) -> [Line] {
    var lines: [Line] = [.text(title, .value), .heads]
    for group in [component, nil].compactMap({ k in gradient.groups.first { $0.component == k } }) {
      if group.slopes.isEmpty {
        lines.append(.text("uniform noise: no mean, no Σ", .muted))
      }
      let names = group.slopes.map { name(of: $0.name, step, isShared: group.component == nil) }
      for (index, change) in group.slopes.enumerated() {
        let likes = zip(names, group.slopes).filter { $0.0.name == names[index].name }.map(\.1)
        let isFirst = index == 0 || names[index - 1].name != names[index].name
        lines.append(
          .slope(
            name: isFirst ? names[index].name : "", part: names[index].part, change,
            ColumnFormat(likes.map(\.before.value), width: Column.before.1 - 1)))
      }
    }
    if gradient.groups.isEmpty {
      lines.append(.text("this model's M-step tells no slopes", .muted))
    }
    guard let weights = gradient.weights else {
      if step.origin.criterion == .logLikelihood {
        lines.append(.text("πₖ = 1/K is held", .muted))
      }
      return lines
    }
    let total = notation.total
    let heading = notation(
      "∂F/∂πₖ + β = Nₖ/πₖ − \(total)  (β = −\(total))",
      ascii: "dF/dpi_k + beta = N_k/pi_k - \(total)")
    lines.append(.text(heading, .muted))
    let format = ColumnFormat(
      weights.compactMap { $0?.before.value }, width: Column.before.1 - 1)
    for (k, change) in weights.enumerated() {
      lines.append(.weight(k, mass: gradient.masses[k], change, format))
    }
    return lines
  }

  /// Writes rows as far as there is room, the weights' last ones give way.
  ///
  /// - Returns: The row below them.
  private func write(_ lines: [Line], from y: Int, on frame: inout Frame) -> Int {
    let room = frame.size.height - y
    var shown = lines
    if lines.count > room, room > 1 {
      shown = Array(lines.prefix(room - 1))
      shown.append(.text("… \(lines.count - room + 1) more", .muted))
    }
    for (row, line) in shown.enumerated() { write(line, y: y + row, on: &frame) }
    return y + shown.count
  }

  private func write(_ line: Line, y: Int, on frame: inout Frame) {
    let width = frame.size.width
    func write(_ text: String, _ place: (Int, Int), _ role: Role) {
      frame.write(
        text.withTrueMinus, in: Rect(x: place.0, y: y, width: place.1, height: 1),
        alignment: .right, style: theme.style(role))
    }
    func write(_ change: SlopeChange, _ format: ColumnFormat) {
      write(text(change.before, format), Column.before, .text)
      write(text(change.after, format), Column.after, .value)
    }
    switch line {
    case .text(let text, let role):
      frame.write(
        text, in: Rect(x: 0, y: y, width: width, height: 1), style: theme.style(role))
    case .heads:
      frame.write(
        "\(Marks.mark(component)) \(Marks.name(component))", x: 0, y: y,
        style: theme.style(.component(component)))
      write("old θ", Column.before, .muted)
      write("new θ", Column.after, .muted)
    case .slope(let name, let part, let change, let format):
      frame.write(name, x: 0, y: y, style: theme.style(.muted))
      frame.write(part, x: Column.part, y: y, style: theme.style(.muted))
      write(change, format)
    case .weight(let k, let mass, let change, let format):
      frame.write(
        "\(Marks.mark(k)) \(Marks.name(k))", x: 0, y: y, style: theme.style(.component(k)))
      write(isKnown ? mass.fixed(2, in: 10) : "–", (5, 10), .muted)
      if let change { write(change, format) }
    }
  }

  private var isKnown: Bool {
    if case .success(let step) = step { step.progress != .awaitsPosterior } else { false }
  }

  private func text(_ slope: Slope, _ format: ColumnFormat) -> String {
    guard isKnown else { return "–" }
    return slope.value == 0 ? "0" : slope.isZero ? "≈ 0" : format.text(slope.value)
  }

  /// What a slope is along, and which part of it.
  private func name(
    of name: SlopeChange.Name, _ step: MaximizationStep, isShared: Bool
  ) -> (name: String, part: String) {
    let isHard = step.origin.criterion == .distortion
    let f = step.prior == nil ? "F" : ""
    let q = isHard ? notation("zₖₙ", ascii: "z") : notation("qₖₙ", ascii: "q")
    let u = step.origin is StudentMixture ? notation("uₖₙ", ascii: "u") : ""
    let w = notation.isWeighted ? notation("wₙ", ascii: "w ") : ""
    let sum = notation(
      w.isEmpty && u.isEmpty
        ? "Σₙ \(q) (xₙ−μₖ)"
        : w.isEmpty || u.isEmpty ? "Σ \(w)\(q)\(u)(xₙ−μₖ)" : "Σ wqu (xₙ−μₖ)",
      ascii: "sum \(w)\(q) \(u)(x-mu)")
    // The prior's pull κ (μ_P − μₖ) is a part of the sum.
    let residuals =
      step.prior == nil ? sum : notation("Σ \(w)\(q)(xₙ−μₖ)+p", ascii: "sum \(w)\(q)(x-mu)+p")
    // On a line there is one coordinate and one variance.
    let isLine = step.points.dimension == 1
    let x = isLine ? "" : "x"
    let covariance =
      isShared ? "∂\(f)/∂Σ⁻¹" : "∂\(f)/∂Σₖ⁻¹"
    let variance =
      isShared ? "∂\(f)/∂σ⁻²" : "∂\(f)/∂σₖ⁻²"
    switch name {
    case .residualX: return (residuals, x)
    case .residualY: return (residuals, "y")
    case .meanX: return (isHard ? "−∂J/∂μₖ" : "∂\(f)/∂μₖ", x)
    case .meanY: return (isHard ? "−∂J/∂μₖ" : "∂\(f)/∂μₖ", "y")
    case .precisionXX: return isLine ? (variance, "") : (covariance, "xx")
    case .precisionXY: return (covariance, "xy")
    case .precisionYY: return (covariance, "yy")
    case .precision: return (variance, "")
    case .residual:
      return (notation("Σ \(w)\(q)(yₙ−ŷₖₙ)", ascii: "sum \(w)\(q) (y-f)"), "")
    case .moment:
      return (notation("… times (xₙ−rₖ)", ascii: "... (x-r)"), "")
    case .height: return ("∂F/∂cₖ", "")
    case .steepness: return ("∂F/∂bₖ", "")
    case .noisePrecision: return ("∂F/∂sₖ⁻²", "")
    case .weight: return ("∂F/∂πₖ + β", "")
    }
  }

  /// What the zeros mean, in plain words.
  private func sentences(
    of step: MaximizationStep, _ gradient: MaximizationGradient, isShort: Bool = false
  ) -> [String] {
    var all: [String] = []
    let isFree = gradient.groups.contains {
      $0.slopes.contains { $0.name == .precisionXX || $0.name == .precision }
    }
    let isHeld = gradient.groups.contains { $0.slopes.contains { !$0.after.isZero } }
    if step.origin is LineMixture {
      all.append("At the new line the weighted residuals sum to 0, and so do they times x.")
    } else if gradient.groups.contains(where: { !$0.slopes.isEmpty }) {
      all.append(
        step.prior != nil
          ? "At the new μₖ residuals and the prior's pull, "
            + notation("p = κ(μ_P−μₖ)", ascii: "p = kappa(mu_P-mu_k)") + ", sum to 0."
          : isShort
            ? "At the new μₖ weighted residuals sum to 0."
            : "At the new μₖ the weighted residuals sum to 0: it is their balance.")
    }
    if isHeld {
      all.append("A floor holds a variance up: there the slope stays.")
    } else if isFree {
      all.append(covarianceSentence(hasPrior: step.prior != nil))
    } else if step.origin.covarianceStructure.name == "fixed-spherical",
      step.origin is GaussianMixture
    {
      all.append("σ² is held: no slope along it has to be 0.")
    }
    if let change = gradient.weights?[component], change.after.isZero {
      let weight = step.target.shapes[component].weight
      all.append(
        "At the new π\(Notation.subscripted(component + 1)): "
          + "\(gradient.masses[component].fixed(2))/\(weight.fixed(3)) ≈ \(gradient.total.significant(6)) = \(notation.total)."
      )
    }
    return all
  }

  private func covarianceSentence(hasPrior: Bool) -> String {
    let prior = hasPrior ? ", with the prior's part" : ""
    return switch structure {
    case .full:
      notation("½(NₖΣₖ−Sₖ) = 0", ascii: "(N_k Sigma_k - S_k)/2 = 0") + " makes Σₖ = Sₖ/Nₖ\(prior)."
    case .tied: "One Σ for all: the sum over k is 0, not each part\(prior)."
    case .diagonal: "Only variances along the axes are free: two slopes\(prior)."
    case .spherical: "σₖ² has one slope: the trace of Sₖ decides\(prior)."
    case .sharedSpherical: "One σ² for all: one slope, all traces together\(prior)."
    case .univariate(.full): "Each σₖ² has one slope\(prior)."
    case .univariate(.tied): "One σ² for all: one slope, all squares together\(prior)."
    case .fixedSpherical, .univariate: "σ² is held."
    }
  }
}
