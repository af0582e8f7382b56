import TerminalCanvas

/// The program's loop: show the state, wait for an event, change the state.
///
/// Long work runs on other threads meanwhile, and so does what a run does by itself at each tick,
/// what a key does to many points, and the reading of files; their results wake the loop, and a key
/// never waits for them unheard.
///
/// - Parameters:
///   - exploration: The program, which goes on from where it is.
///   - terminal: What shows it and hears the user.
///   - keys: The keys to press first, each when what the one before set going has ended; they write no
///     file, and whoever presses one takes over.
///   - load: Reads a data set, on another thread.
///   - save: Writes a file, on another thread. Who quits waits for it, and stays where it fails; the
///     end of the terminal, or a signal, gives it a second.
///   - perform: Does what an effect asks of the terminal. Quitting and long work are the loop's own
///     affair.
/// - Returns: The exit status that the terminal asks for, 0 when the user quits.
public func explore<T: Terminal & ~Copyable>(
  _ exploration: inout Exploration, on terminal: inout T, pressing keys: [Key] = [],
  load: @escaping @Sendable (DataRequest) -> Answer = { .failed("\($0.source) can't be read.") },
  save: @escaping @Sendable (SaveFormat, Moment) -> Answer = { format, _ in
    .withheld(format.fileName)
  },
  perform: (Effect, inout T) -> Void
) -> Int32 {
  let worker = Worker(waker: terminal.waker, executor: terminal.executor)
  var ahead = LookAhead(waker: terminal.waker, executor: terminal.executor)
  var writing = Writing(waker: terminal.waker, executor: terminal.executor, write: save)
  defer {
    worker.cancel()
    writing.waitBriefly()
  }
  var first = FirstKeys(keys)
  var isQuitting = false
  exploration.fit(terminal.size)
  while true {
    let pressed = ahead.isGoing ? nil : first.next(in: exploration.app)
    // A picture that waiting keys are about to change isn't worth drawing.
    if pressed == nil, !terminal.hasPendingEvents {
      terminal.present(ahead.shown(of: exploration).frame())
    }
    var agenda = Agenda()
    var hasFailed = false
    switch pressed.map({ .event(.key($0)) }) ?? ahead.next(on: &terminal, &exploration) {
    case .event(.end(let status)), .aside(.end(let status)): return status
    case .wake: ahead.arrive(at: &exploration, &agenda)
    case .later:
      if !ahead.isGoing { first.giveUp() }
      continue
    case .aside(let event): agenda.add(exploration.effectAlways(of: event))
    case .event(let event):
      if pressed == nil, event.isUsers { first.giveUp() }
      // While background work goes on, keys do little more than stop it, and every other thread
      // is busy with it.
      if event.isUsers, exploration.isLarge, exploration.app.presentWork == nil {
        ahead.begin(from: exploration, because: event) {
          $0.agenda.add($0.exploration.handle(event))
        }
      } else {
        agenda.add(exploration.handle(event))
      }
    }
    if !ahead.isGoing {
      for result in worker.takeResults() { agenda.add(exploration.handle(result)) }
      for answer in writing.takeAnswers() {
        if case .failed = answer { (isQuitting, hasFailed) = (false, true) }
        agenda.add(exploration.handle(answer))
      }
    }
    if isQuitting, !writing.goesOn { return 0 }
    while true {
      guard let effect = agenda.nextEffect() else {
        guard agenda.hasKeys, !ahead.isGoing else { break }
        if exploration.isLarge {
          ahead.begin(from: exploration, agenda) { _ in }
          break
        }
        agenda.obeyKeys(&exploration)
        continue
      }
      switch effect {
      case .save(let format, _) where first.areBarred(from: effect):
        agenda.add(exploration.handle(.withheld(format.fileName)))
      case _ where first.areBarred(from: effect): continue
      case .quit:
        // What has just failed has to be read first.
        if hasFailed { continue }
        guard writing.goesOn, !isQuitting else { return 0 }
        isQuitting = true
        worker.cancel()
        exploration.app.notice = .news(Sentences.writingBeforeTheEnd)
      case .save(let format, let moment):
        writing.begin(format, moment)
        exploration.app.notice = .news(Sentences.saving(format))
      case .load(let request):
        ahead.begin(from: exploration, agenda) {
          $0.agenda.add($0.exploration.handle(load(request)))
        }
        agenda = Agenda()
      case .teach(let lesson): exploration.teach(lesson)
      case .start(let work): worker.start(work)
      case .cancelWork: worker.cancel()
      case .suspend, .repaint, .copy: perform(effect, &terminal)
      }
    }
  }
}

extension Exploration {
  /// Whether what a key asks for may take longer than somebody feels as at once.
  fileprivate var isLarge: Bool { app.data.points.count * app.recipe.components >= 20_000 }
}

extension Event {
  /// Whether a user asks for something with it.
  fileprivate var isUsers: Bool {
    switch self {
    case .key, .mouse: true
    case .resize, .redraw, .tick, .wake, .trouble, .end: false
    }
  }
}
