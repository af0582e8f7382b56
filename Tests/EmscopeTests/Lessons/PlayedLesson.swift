import Explorer
import MixtureEngine
import TerminalCanvas

@testable import emscope

/// A built-in lesson that was played to its end, with the program as it was after each step.
struct PlayedLesson: Sendable {
  let lesson: Lesson
  /// The data that the lesson is about.
  let data: DataSet
  private let states: [AppState]

  /// Plays a lesson.
  init(_ name: String) async throws {
    lesson = try BuiltInLesson.named(name)
    data = try lesson.data()
    var exploration = try lesson.exploration(
      size: Size(width: 80, height: 24), capabilities: Capabilities())
    var states: [AppState] = []
    for step in lesson.steps {
      if !states.isEmpty { await exploration.replay([.pageDown], perform: World.perform) }
      if step.question != nil { await exploration.replay([.pageDown], perform: World.perform) }
      states.append(exploration.app)
    }
    self.states = states
  }

  /// The run after a step, counted from 0.
  subscript(step: Int) -> Run { states[step].run }

  /// The recipe of the run after a step.
  func recipe(_ step: Int) -> RunRecipe { states[step].recipe }

  /// L after a step.
  func likelihood(_ step: Int) -> Double { self[step].snapshot.objective }
}

extension PlayedLesson {
  /// A hundred runs of the recipe that a step has come to, or of one with another rule.
  func restarts(
    _ step: Int, from rule: StartingRule? = nil, seed: UInt64? = nil
  ) async -> (plan: RestartPlan, done: MixtureEngine.Restarts) {
    var recipe = recipe(step)
    recipe.rule = rule ?? recipe.rule
    recipe.seed = seed ?? recipe.seed
    let plan = RestartPlan(recipe, over: data.points)
    return (plan, await plan.run())
  }

  /// How many of a hundred runs reach the best optimum.
  func bestCount(_ step: Int, from rule: StartingRule) async -> Double {
    await Double(restarts(step, from: rule).done.optima.all[0].members.count)
  }

  /// The adjusted Rand index of a model's most probable labels against those that are known.
  func agreement(of model: any LatentLabelModel) throws -> Double {
    let q = model.responsibilities(over: data.points, observed: nil)
    return try agreement(of: (0..<data.points.count).map { $0.mostResponsible(in: q) })
  }

  /// The adjusted Rand index of labels against those that are known.
  func agreement(of labels: [Int]) throws -> Double {
    try Agreement(validating: known, components: labels).adjustedRandIndex
  }

  /// The known labels.
  var known: [Int?] { data.labels?.ofPoints ?? [] }

  /// How many points have no component of a responsibility of 0.9.
  func undecided(_ step: Int) -> Double {
    let run = self[step]
    let q = (run.snapshot.posteriorModel ?? run.model)
      .responsibilities(over: data.points, observed: nil)
    return Double((0..<data.points.count).count { (q.row($0).max() ?? 0) < 0.9 })
  }
}

extension Int {
  /// The component that is most responsible for the point of this number.
  fileprivate func mostResponsible(in q: Responsibilities) -> Int {
    let row = q.row(self)
    return row.indices.max { (row[$0], -$0) < (row[$1], -$1) } ?? 0
  }
}
