import Explorer
import MixtureData
import TerminalCanvas

/// What the command gives: a lesson, or a chain of them.
enum LessonMaterial {
  case lesson(LessonReader)
  case chain(ChainReader)

  /// What a name or a file of one's own stands for.
  ///
  /// - Throws: An error with a sentence when there is no such thing, or it can't be read.
  init(_ name: String) throws {
    if name.hasSuffix(".toml") {
      self = try LessonFile.material(name)
    } else if let chain = try BuiltInChain.reader(name) {
      self = .chain(chain)
    } else {
      self = .lesson(try BuiltInLesson.reader(name))
    }
  }

  /// The lessons in order, in a chain each with what it is called there.
  var lessons: [(part: String?, reader: LessonReader)] {
    switch self {
    case .lesson(let reader): [(nil, reader)]
    case .chain(let chain): chain.parts.map { ($0.title, $0.lesson) }
    }
  }

  /// What it is called, and what it is about.
  ///
  /// - Throws: ``LessonError`` when a lesson doesn't say so.
  func heading() throws -> (title: String, summary: String) {
    switch self {
    case .lesson(let reader): (try reader.lesson().title, try reader.summary())
    case .chain(let chain): (chain.title, chain.summary)
    }
  }

  /// The program at the first step.
  func exploration(size: Size, capabilities: Capabilities) throws -> Exploration {
    switch self {
    case .lesson(let reader):
      try reader.lesson().exploration(size: size, capabilities: capabilities)
    case .chain(let chain): try chain.exploration(size: size, capabilities: capabilities)
    }
  }
}

extension ChainReader {
  /// The program at the first step of the first part.
  func exploration(size: Size, capabilities: Capabilities) throws -> Exploration {
    try Exploration(chain: chain(), catalogue: .builtIn, capabilities: capabilities, size: size)
  }
}
