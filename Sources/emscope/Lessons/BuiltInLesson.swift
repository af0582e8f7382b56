import Explorer
import MixtureData
import MixtureEngine
import TerminalCanvas

/// The lessons that are compiled into the program, in the order in which they are best given.
enum BuiltInLesson {
  /// Names and texts; a lesson is a file of that name in `Files` and a line here.
  static let all: [(name: String, bytes: [UInt8])] = [
    ("two-steps", PackageResources.two_steps_toml),
    ("bayes", PackageResources.bayes_toml),
    ("jensen", PackageResources.jensen_toml),
    ("bound", PackageResources.bound_toml),
    ("m-step", PackageResources.m_step_toml),
    ("missing-data", PackageResources.missing_data_toml),
    ("em-in-general", PackageResources.em_in_general_toml),
    ("k-means-limit", PackageResources.k_means_limit_toml),
    ("standardize", PackageResources.standardize_toml),
    ("local-optima", PackageResources.local_optima_toml),
    ("where-to-start", PackageResources.where_to_start_toml),
    ("stuck-or-slow", PackageResources.stuck_or_slow_toml),
    ("way-out", PackageResources.way_out_toml),
    ("collapse", PackageResources.collapse_toml),
    ("choosing-k", PackageResources.choosing_k_toml),
    ("wrong-model", PackageResources.wrong_model_toml),
    ("one-dimension", PackageResources.one_dimension_toml),
    ("coins", PackageResources.coins_toml),
    ("exam-bayes", PackageResources.exam_bayes_toml),
    ("exam-falling", PackageResources.exam_falling_toml),
    ("exam-weights", PackageResources.exam_weights_toml),
    ("exam-parameters", PackageResources.exam_parameters_toml),
    ("exam-stuck", PackageResources.exam_stuck_toml),
    ("exam-plus-plus", PackageResources.exam_plus_plus_toml),
    ("exam-two-points", PackageResources.exam_two_points_toml),
    ("exam-cross", PackageResources.exam_cross_toml),
  ]

  /// The lessons' names, in order.
  static var names: [String] { all.map(\.name) }

  /// The lessons as the program's menu offers them.
  static let offers: [LessonOffer] = names.map { name in
    LessonOffer(name, summaries[name] ?? "") { try reader(name).opened() }
  }

  /// What each teaches: read once, when somebody asks for it.
  private static let summaries = Dictionary(
    uniqueKeysWithValues: names.compactMap { name in
      (try? reader(name).summary()).map { (name, $0) }
    })

  /// The lesson of a name.
  ///
  /// - Throws: ``CommandError`` with the nearest name when there is none.
  static func named(_ name: String) throws -> Lesson { try reader(name).lesson() }

  /// A reader of the text of a lesson.
  ///
  /// - Throws: ``CommandError`` with the nearest name when there is none.
  static func reader(_ name: String) throws -> LessonReader {
    guard !BuiltInChain.names.contains(name) else {
      throw CommandError("\(name) is itself a chain: name the lessons that belong here.")
    }
    guard let match = all.first(where: { $0.name == name }) else {
      let hint =
        nearestName(to: name, among: names + BuiltInChain.names).map { "did you mean '\($0)'?" }
        ?? "'emscope lesson' lists them; one's own is a file that ends in .toml."
      throw CommandError("there is no lesson '\(name.harmless)'; \(hint)")
    }
    return try LessonReader(name: name, file: "\(name).toml", text: match.bytes)
  }
}

extension LessonReader {
  /// The lesson as the program offers it.
  ///
  /// - Throws: ``LessonError`` when it doesn't say what it teaches.
  func offer() throws -> LessonOffer {
    let summary = try summary()
    return LessonOffer(name, summary) { try opened() }
  }

  /// The lesson and its data.
  ///
  /// - Throws: ``LessonError`` for the first thing that is wrong.
  func opened() throws -> (Lesson, DataSet) {
    let lesson = try lesson()
    return (lesson, try lesson.data())
  }
}

extension Lesson {
  /// The lesson's data.
  func data() throws -> DataSet {
    try material ?? DataSource(dataName).load()
  }

  /// The program at the first step.
  func exploration(size: Size, capabilities: Capabilities) throws -> Exploration {
    try Exploration(
      lesson: self, data: data(), catalogue: .builtIn, capabilities: capabilities, size: size)
  }
}
