import CNcurses
import TerminalCanvas

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Turns what ncurses reads into events.
struct InputReader {
  private var report: MouseReport?
  private var sequence: EscapeSequence?
  private var isPasting = false
  private var lastInput = ContinuousClock.now
  /// How long nothing had come before the last input.
  private var gap = Duration.zero
  /// Whether there was more to read than was read at once, so that no time between is the input's.
  private var isBehind = false
  /// How many characters have come one by one, as from a hand.
  private var loneCharacters = 0
  /// When the present sequence or report began.
  private var beginning = ContinuousClock.now
  /// What the terminal has been asked, if anything.
  var question: BackgroundQuestion?

  /// What has been quiet for so long doesn't go on: a sequence was Alt with a bracket, or lost its
  /// end.
  private static let longestGap = Duration.milliseconds(200)
  /// Alt with a character that begins sequences, too, is over sooner.
  private static let longestGapAfterAlt = Duration.milliseconds(60)
  /// However fast its characters come, nothing has so many.
  private static let longestSequence = Duration.seconds(1)
  /// A paste whose end mark got lost must not keep the keyboard.
  private static let longestPause = Duration.seconds(1)
  /// Whose characters come slower, one by one, types; a paste comes in pieces.
  private static let shortestGapOfHand = Duration.milliseconds(20)
  /// How long an Escape waits for the rest of an answer, in milliseconds.
  private static let longestWaitForMore: Int32 = 150
  /// As many in a row are no accident of a slow line.
  private static let mostLoneCharacters = 4
  /// How much is read before somebody looks for signals.
  private static let mostAtOnce = 4096

  /// Reads what has arrived, without waiting.
  ///
  /// - Returns: Whether there may be more.
  /// - Parameter screen: A window whose keypad is on and that doesn't wait.
  mutating func drain(_ screen: UnsafeMutablePointer<WINDOW>, into events: inout EventQueue) -> Bool
  {
    if isBehind { lastInput = .now } else { notice(.now) }
    isBehind = false
    var value: wint_t = 0
    for count in 0..<Self.mostAtOnce {
      let answer = wget_wch(screen, &value)
      guard answer != ERR else {
        if mayGoOn, waitForMore() { continue }
        notice(characters: count)
        if let key = escapeAlone() { events.append(key) }
        return false
      }
      for event in take(value, isCode: answer == KEY_CODE_YES) { events.append(event) }
    }
    isBehind = true
    beginning = .now
    return true
  }

  /// Whether an Escape may be the beginning of an answer that comes in pieces.
  private var mayGoOn: Bool {
    (sequence?.isBare ?? false) && question?.isOpen(lastInput) ?? false
  }

  /// Waits for what belongs to an Escape.
  ///
  /// - Returns: Whether anything has come.
  private func waitForMore() -> Bool {
    var polled = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
    return poll(&polled, 1, Self.longestWaitForMore) > 0 && polled.revents & Int16(POLLIN) != 0
  }

  /// Forgets what was begun and has been quiet for too long.
  mutating func notice(_ now: ContinuousClock.Instant) {
    gap = lastInput.duration(to: now)
    lastInput = now
    if isAnswer, question?.isOpen(now) ?? false, gap <= BackgroundQuestion.longestGap { return }
    let isAlt = sequence?.isBegun ?? false
    if gap > (isAlt ? Self.longestGapAfterAlt : Self.longestGap)
      || beginning.duration(to: now) > Self.longestSequence
    {
      (report, sequence) = (nil, nil)
    }
    if gap > Self.longestPause { isPasting = false }
  }

  /// Whether the present sequence has begun as an answer does.
  private var isAnswer: Bool {
    sequence.map { $0.text.hasPrefix("]") || $0.text.hasPrefix("[?") || $0.text == "[" } ?? false
  }

  /// Tells a hand from a paste that lost its end mark, by how many characters have just come at once.
  mutating func notice(characters: Int) {
    guard isPasting, characters > 0 else { return }
    loneCharacters = characters == 1 && gap > Self.shortestGapOfHand ? loneCharacters + 1 : 0
    if loneCharacters == Self.mostLoneCharacters { (isPasting, loneCharacters) = (false, 0) }
  }

  /// The Escape key, where nothing has come after its character.
  mutating func escapeAlone() -> Event? {
    guard sequence?.isBare ?? false else { return nil }
    sequence = nil
    return .key(.escape)
  }

  /// Takes one answer of `wget_wch`; what it means may depend on those before.
  mutating func take(_ value: UInt32, isCode: Bool) -> [Event] {
    if isCode {
      let before = escapeAlone()
      (report, sequence) = (nil, nil)
      beginning = lastInput
      return [before, event(code: Int32(truncatingIfNeeded: value))].compactMap { $0 }
    }
    guard !isPasting else { return [] }
    if report != nil, let scalar = Unicode.Scalar(value) {
      switch report?.feed(Character(scalar)) {
      case .more: return []
      case .complete(let event):
        report = nil
        return event.map { [.mouse($0)] } ?? []
      case .broken, nil:
        report = nil
        sequence = .parameters
      }
    }
    switch sequence?.feed(value) {
    case .more: return []
    case .complete:
      if let text = sequence?.text { question?.take(text) }
      sequence = nil
      return []
    case .alt(let character):
      sequence = nil
      return Cell(character).character == character ? [.key(.alt(character))] : []
    case .over(let wasKey):
      sequence = nil
      return (wasKey ? [.key(.escape)] : []) + take(value, isCode: false)
    case nil:
      sequence = EscapeSequence(value)
      beginning = lastInput
      return sequence == nil ? KeyDecoder.key(scalar: value).map { [.key($0)] } ?? [] : []
    }
  }

  private mutating func event(code: Int32) -> Event? {
    switch code {
    case InputModes.pasteStart.code: isPasting = true
    case InputModes.pasteEnd.code: isPasting = false
    case InputModes.mouseReport.code where !isPasting: report = MouseReport()
    case KEY_MOUSE where !isPasting: sequence = .oldMouse
    default: return isPasting ? nil : KeyDecoder.key(code: code).map { .key($0) }
    }
    return nil
  }
}
