import MixtureEngine
import TerminalCanvas
import TestSupport
import Testing

@testable import Explorer

@Suite struct `A question of a lesson` {
  private func begin(_ size: Size = Size(width: 80, height: 24), ascii: Bool = false) throws
    -> Exploration
  {
    try Exploration(
      lesson: .asked, data: .clouds(), capabilities: Capabilities(unicode: !ascii), size: size)
  }

  @Test func `has choices, and a digit chooses one until it is shown`() async throws {
    let asked = try await begin().after("Space")
    #expect(asked.shows("1 down") && asked.shows("2 up") && asked.shows("3 nowhere"))
    let chosen = await asked.after("1")
    #expect(chosen.shows("▸ 1 down"))
    #expect(await asked.after("1 3 2").shows("▸ 2 up"))
    #expect(await asked.after("4").shows("There are 3 choices: press 1 to 3."))
    #expect(await asked.after("Down").frame() == chosen.frame())
    #expect(await asked.after("Up").frame() == asked.after("3").frame())
    #expect(await asked.after("3 Down").frame() == asked.after("1").frame())
    #expect(chosen.app.view == .plot && chosen.app.run.snapshot.iteration == 0)
  }

  @Test(arguments: [("2", "Right. It never falls."), ("1", "Not so: it is 2, up. It never falls.")])
  func `is shown with its verdict and why`(key: String, text: String) async throws {
    let shown = try await begin().after("Space \(key) Space")
    #expect(shown.shows(text) && shown.app.run.snapshot.iteration == 1)
    #expect(shown.shows("✓ 2 up") && shown.shows("\(key == "2" ? "up" : "✗ 1 down"): yours"))
    let row = try #require((0..<24).first { shown.row($0).contains("It never falls") })
    let first = shown.frame()[2, row].style
    #expect(first == shown.app.screen.theme.style(key == "2" ? .value : .alert))
    #expect(first != shown.frame()[60, row].style)
  }

  @Test func `needs no answer: a remote's key shows what is right`() async throws {
    let shown = try await begin().after("PageDown PageDown")
    #expect(shown.shows("It is 2, up. It never falls.") && !shown.shows("yours"))
  }

  @Test func `keeps its first answer, there and back`() async throws {
    let asked = try await begin().after("Space 1")
    let shown = await asked.after("Space")
    #expect(await shown.after("Left").frame() == asked.frame())
    #expect(await shown.after("Left 2").shows("the first answer counts"))
    #expect(await shown.after("Left Left Space Space").frame() == shown.frame())
    #expect(await shown.after("U x Space Left").frame() == shown.frame())
    #expect(await asked.after("PageUp PageDown 2 PageDown").shows("Right."))
  }

  @Test func `takes a number with Enter, or as it is shown`() async throws {
    let asked = try await begin().after("Space Space Space")
    #expect(asked.shows("How many iterations?"))
    let typed = await asked.after("- BSpace 2 , 4")
    #expect(typed.shows("Your answer: 2.4▏  Enter takes it"))
    let taken = await typed.after("Enter")
    #expect(taken.shows("Your answer: 2.4") && !taken.shows("Enter takes it"))
    #expect(await taken.after("Enter").shows("Right: it is 2. One more."))
    #expect(await typed.after("PageDown").frame() == taken.after("Enter").frame())
    let wrong = await asked.after("7 Space")
    #expect(wrong.shows("Not so: it is 2. One more.") && wrong.shows("Yours: 7"))
    #expect(await asked.after("- Space").shows("It is 2. One more."))
    #expect(await asked.after("2 . 5 .").frame().text.allSatisfy(\.isWhitespace))
    #expect(await asked.after(".").frame().text.allSatisfy(\.isWhitespace))
    #expect(await asked.after("2 . 5 Enter Space").shows("Right: it is 2."))
  }

  @Test func `takes a fraction, and no other key once a number is begun`() async throws {
    let asked = try await begin().after("Space Space Space")
    #expect(await asked.after("6 / 3 Enter Space").shows("Right: it is 2."))
    #expect(await asked.after("6 / 0 Space").shows("It is 2."))
    let typed = await asked.after("7")
    for key in ["%", "a", "x", "m", "?", "q", "V", "/ /"] {
      let after = await typed.after(key)
      #expect(
        after.app.view == .plot && after.app.overlay == nil && after.app.hand == nil, "\(key)")
      #expect(after.app.run.points.count == typed.app.run.points.count, "\(key)")
      #expect(after.app.notice?.isIdle ?? false, "\(key)")
    }
  }

  @Test func `leaves other keys to the program once a number was taken`() async throws {
    let taken = try await begin().after("Space Space Space").after("7 Enter")
    #expect(await taken.after("q").shows("Leave the lesson?"))
    #expect(await taken.after("?").app.overlay != nil)
    #expect(await taken.after("V").app.overlay != nil)
    #expect(taken.walkthrough?.move(for: .character("."), in: taken.app) == .cover)
  }

  @Test func `is begun anew once a number was taken, and Enter takes none that is unfinished`()
    async throws
  {
    let asked = try await begin().after("Space Space Space")
    #expect(await asked.after("7 Enter 2").shows("Your answer: 2▏"))
    #expect(await asked.after("7 Enter 2 Space").shows("Right: it is 2."))
    for text in ["-", "1 /", "1 / 0"] {
      let unfinished = await asked.after("\(text) Enter")
      #expect(
        unfinished.shows("is no number") && unfinished.shows("How many iterations?"), "\(text)")
      #expect(unfinished.app.run.snapshot.iteration == asked.app.run.snapshot.iteration)
    }
  }

  @Test func `is there again after another lesson was chosen from the list`() async throws {
    let answered = try await Exploration(
      lesson: .asked, data: .clouds(), catalogue: .clouds, size: Size(width: 80, height: 24)
    ).after("Space 1 Space")
    let other = await answered.after("T Enter")
    #expect(!other.shows("It never falls."))
    let list = await other.after("T")
    #expect(list.shows("▸ back in"))
    let back = await list.after("Enter")
    #expect(back.shows("Not so: it is 2, up.") && back.shows("✗ 1 down: yours"))
  }

  @Test func `is not lost by q without being asked`() async throws {
    let begun = try await begin().after("Space")
    #expect(begun.walkthrough?.move(for: .character("q"), in: begun.app) == nil)
    let answered = await begun.after("1 q")
    #expect(answered.shows("Leave the lesson?"))
    #expect(await answered.after("Space").shows("▸ 1 down"))
    #expect(answered.walkthrough?.move(for: .character("q"), in: answered.app) == nil)
  }

  @Test func `takes a place, from a cross that arrows move`() async throws {
    let asked = try await begin().after("Space Space Space Space Space")
    #expect(asked.shows("Where is the middle?") && asked.bracketed == nil)
    let moved = await asked.after("Right Up")
    let cross = try #require(moved.bracketed)
    #expect(moved.frame()[cross.x, cross.y].character == "┼")
    let back = await moved.after("Left Down")
    #expect(back.bracketed == Position(x: cross.x - 1, y: cross.y + 1))
    #expect(await moved.after("H").bracketed == Position(x: cross.x - 5, y: cross.y))
    let right = await moved.after("Enter Enter")
    #expect(right.shows("Right: it is at (3, 2). The middle of all points."))
    #expect(right.shows("(┼) right") && right.shows("[┼] yours"))
    #expect(right.frame().text.contains("(┼)"))
    #expect(await asked.after("H H H K K Space").shows("Not so: it is at (3, 2)."))
    #expect(await asked.after("Space").shows("It is at (3, 2)."))
  }

  @Test func `takes a click on a choice, and one on the plot`() async throws {
    var asked = try await begin().after("Space")
    let row = try #require((0..<24).first { asked.row($0).contains("3 nowhere") })
    let text = Array(asked.row(row))
    let column = try #require(text.indices.first { String(text[$0...]).hasPrefix("3 nowhere") })
    _ = asked.handle(.mouse(MouseEvent(.press(.left), at: Position(x: column + 2, y: row))))
    #expect(asked.shows("▸ 3 nowhere"))
    var placed = await asked.after("Space Space Space Space")
    #expect(placed.shows("Where is the middle?"))
    _ = placed.handle(.mouse(MouseEvent(.press(.left), at: Position(x: 20, y: 6))))
    #expect(placed.bracketed == Position(x: 20, y: 6) && placed.shows("Your answer: at ("))
    // Both are in the session.
    var again = try begin()
    await again.replay(placed.app.record.events)
    #expect(again.frame() == placed.frame())
  }

  @Test func `counts hands, which stand as bars beside what is right`() async throws {
    let asked = try await begin().after("Space")
    let counted = await asked.after("# 1 2 Enter 4 BSpace 5 Enter 0 Enter")
    #expect(counted.shows("████ 12") && counted.shows("█ 5") && counted.shows("3 nowhere 0"))
    #expect(counted.app.run.snapshot.iteration == 0 && !counted.shows("▸"))
    #expect(await counted.after("Space").shows("████ 12"))
    #expect(await counted.after("# 3 #").shows("█ 123"))
    #expect(await asked.after("# 1 Space").shows("It is 2, up."))
    #expect(await asked.after("# 1 Escape").walkthrough != nil)
    #expect(await asked.after("# 9 9 9 9 9").shows("room for 4 digits"))
    #expect(await asked.after("Space #").shows("hands for 1:"))
    let number = await asked.after("Space Space")
    #expect(await number.after("#").frame().text.contains("means nothing here"))
  }

  @Test func `has no right answer where opinions are asked for`() async throws {
    let asked = try await begin().after("Space Space Space Space Space Space Space")
    #expect(asked.shows("Was it clear?"))
    let shown = await asked.after("2 Space")
    #expect(shown.shows("Thank you.") && shown.shows("▸ 2 no") && !shown.shows("Right"))
  }

  @Test(arguments: [
    ("Space 2 Space Space 2 Space Space H H H K K Space Space 1 Space", "2 of 3 right"),
    ("Space 2 Space Space Space Space Space Space Space", "1 of 3 right, 2 not answered"),
    ("Space Space Space Space Space Space Space Space", "3 questions, none answered"),
    ("Space 1 Space Left 2 Space Space Space Space Space Space Space", "0 of 3 right, 2 not"),
  ])
  func `is in the score at the end`(keys: String, score: String) async throws {
    let end = try await begin().after(keys)
    #expect(end.shows("Thank you.") && end.shows(score), "\(end.frame().text)")
    #expect(await !end.after("Left").shows(score))
    #expect(await end.after("Left Left Left Space Space Space").shows(score))
  }

  @Test func `is told`() async throws {
    var teller = Teller(try begin())
    let asked = try #require(await teller.hear("Space"))
    #expect(asked.contains("Predict: Where does L go?\n1 down\n2 up\n3 nowhere\n"))
    let chosen = try #require(await teller.hear("1 # 4 Enter #"))
    #expect(chosen.contains("1 down, chosen, 4 hands"))
    let shown = try #require(await teller.hear("Space"))
    #expect(shown.contains("Not so: it is 2, up. It never falls."))
    let end = try #require(await teller.hear("Space Space Space Space Space Space"))
    #expect(end.contains("0 of 3 right, 2 not answered"))
    #expect(try #require(await teller.hear("b")).contains("The screen is black"))
    #expect(try #require(await teller.hear("Space Escape")).contains("Leave the lesson?"))
  }

  @Test func `is drawn in ASCII too`() async throws {
    let shown = try await begin(ascii: true).after("Space 1 # 3 # Space")
    #expect(shown.frame().text.allSatisfy { $0.isASCII })
    #expect(shown.shows("x 1 down") && shown.shows("v 2 up"))
    let placed = try await begin(ascii: true).after("Space Space Space Space Space Right Space")
    #expect(placed.frame().text.contains("[+]") && placed.frame().text.contains("(+)"))
    #expect(placed.frame().text.allSatisfy { $0.isASCII })
  }

  /// A lesson of one question with nine choices.
  private func nine(_ size: Size) throws -> Exploration {
    let texts = (1...9).map { "choice number \($0) of nine" }
    let lesson = Lesson(
      name: "nine", title: "Nine", summary: "", dataName: "clouds",
      recipe: RunRecipe(components: 2),
      steps: [
        Lesson.Step(
          question: String(repeating: "a long question ", count: 8),
          answer: .choice(among: texts, right: 8), keys: [.space],
          caption: String(repeating: "what there is to see ", count: 14) + "END"),
        Lesson.Step(caption: "And so on."),
      ])
    return try Exploration(lesson: lesson, data: .clouds(), size: size)
  }

  @Test(arguments: [
    Size(width: 80, height: 24), Size(width: 100, height: 30), Size(width: 200, height: 60),
  ])
  func `has room for nine choices and for their bars`(size: Size) async throws {
    let asked = try nine(size)
    for number in 1...9 {
      #expect(asked.shows("\(number) choice number \(number) of nine"), "\(asked.frame().text)")
    }
    #expect(asked.frame().text.split(separator: "question").count == 9)
    let counted = await asked.after(
      "# 1 Enter 2 Enter 3 Enter 4 Enter 5 Enter 6 Enter 7 Enter 8 Enter 9 #")
    let shown = await counted.after("Space")
    #expect(counted.app.screen.size == asked.app.screen.size)
    #expect(shown.app.screen.size == asked.app.screen.size && asked.app.screen.size.height >= 16)
    #expect(shown.shows("END") && shown.shows("Not") == false, "\(shown.frame().text)")
    for number in 1...9 {
      #expect(shown.shows("█ \(number)"), "\(shown.frame().text)")
    }
  }

  @Test(arguments: FuzzSeed.usual(1, 2, 3, 4))
  func `is whole at any size, whatever is pressed`(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    let keys = "Space Space 1 2 7 Down Up Enter # BSpace - Left Right H K Escape b . F5 x".split(
      separator: " ")
    for _ in 0..<FuzzBudget.rounds(6) {
      var state = try begin()
      var again = state
      var trail: [String] = []
      for _ in 0..<25 {
        let key = String(keys[generator.index(below: keys.count)])
        trail.append(key)
        await state.press(key)
        if generator.index(below: 5) == 0 {
          let size = Size(
            width: 1 + generator.index(below: 120), height: 1 + generator.index(below: 50))
          _ = state.handle(.resize(size))
        }
        #expect(state.frame().size == state.size, "seed \(seed): \(trail)")
      }
      await again.replay(state.app.record.events)
      #expect(again.frame() == state.frame(), "seed \(seed): \(trail)")
    }
  }
}
