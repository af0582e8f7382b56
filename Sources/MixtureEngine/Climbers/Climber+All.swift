extension Climber {
  /// Every algorithm, EM first.
  public static let all: [Climber] = [
    em, classification, incremental, squarem, anderson, gradient,
  ]

  /// The algorithm of a name, if there is one.
  package static func named(_ name: String) -> Climber? { all.first { $0.name == name } }

  /// EM: E, then M; one pass a step.
  public static let em = Climber(
    name: "em", title: "EM", summary: "E, then M; one pass over the data a step",
    source: "Dempster, Laird & Rubin 1977, JRSS B 39:1–38",
    need: .steps, mayFall: false, restsWithEM: false
  ) { ExpectationMaximization() }

  /// CEM: each point goes wholly to its most responsible component, then M.
  ///
  /// It climbs the complete-data likelihood Σₙ log p(xₙ, zₙ | θ) and rests where no label changes, which
  /// is no place of rest of EM.
  public static let classification = Climber(
    name: "cem", title: "CEM",
    summary: "labels made hard before M: climbs the complete-data likelihood, not L",
    source: "Celeux & Govaert 1992, CSDA 14:315–332",
    need: .coordinates, mayFall: true, restsWithEM: false
  ) { ClassificationClimb() }

  /// Incremental EM: an M-step after the E-step of each block of points; a sweep over all is one pass.
  ///
  /// It climbs F, of which each block has its own q; L may fall. The N to the power of 2/5 blocks are
  /// those of Ng & McLachlan 2003, Statistics and Computing 13:45–55, and so is a first step with the
  /// whole of q.
  public static let incremental = Climber(
    name: "incremental", title: "incremental EM",
    summary: "an M-step after each block of points, one sweep over all blocks a step",
    source: "Neal & Hinton 1998, Learning in Graphical Models 355–368",
    need: .sums, mayFall: true, restsWithEM: true
  ) { IncrementalClimb() }

  /// SQUAREM with the step length S3, and EM where L would fall: one to four passes a step.
  public static let squarem = Climber(
    name: "squarem", title: "SQUAREM",
    summary: "two EM steps, a leap along them and a third; EM where L would fall",
    source: "Varadhan & Roland 2008, Scandinavian Journal of Statistics 35:335–353, scheme S3",
    need: .coordinates, mayFall: false, restsWithEM: true
  ) { SquaredClimb() }

  /// Damped Anderson acceleration with restarts, DAAREM: one pass a step, two where it is refused.
  public static let anderson = Climber(
    name: "anderson", title: "Anderson",
    summary: "EM steps combined by least squares, damped; EM where L would fall",
    source: "Henderson & Varadhan 2019, JCGS 28:834–846 (DAAREM)",
    need: .coordinates, mayFall: true, restsWithEM: true
  ) { AndersonClimb() }

  /// Gradient ascent on L, in coordinates without constraints, with backtracking: a pass for each
  /// length that is tried.
  public static let gradient = Climber(
    name: "gradient", title: "gradient ascent",
    summary: "along the gradient of L in softmax and log-Cholesky coordinates, backtracking",
    source: "Armijo 1966, Pacific Journal of Mathematics 16:1–3",
    need: .sums, mayFall: false, restsWithEM: true
  ) { GradientClimb() }
}
