import CPseudoTerminal
import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// The built program on a pseudo-terminal of its own, with this process at the other end.
final class Pty: @unchecked Sendable {
  /// How the program ended.
  enum End: Equatable {
    case status(Int32)
    case signal(Int32)
  }

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  let process: pid_t
  /// All that the program has sent so far.
  private(set) var output = Data()
  private var near: Int32
  private var far: Int32
  private let modesBefore: [tcflag_t]
  private var end: End?

  /// Starts the program, or another one.
  ///
  /// - Parameter size: The window's columns and rows; zeros for a window without a size.
  init(
    _ arguments: [String] = [], program: String? = nil,
    size: (columns: UInt16, rows: UInt16) = (80, 24), environment: [String: String] = [:]
  ) throws {
    let path = try program ?? Program.url.get().path
    var variables = [
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": "/tmp",
    ]
    variables.merge(environment) { $1 }
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    var settings = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (words + settings).forEach { free($0) } }
    far = -1
    near = pseudo_terminal_open(&far, size.columns, size.rows)
    modesBefore = Self.modes(of: far)
    process = pseudo_terminal_start(near, &words, &settings)
    guard near >= 0, process > 0 else {
      throw Failure(description: "no pseudo-terminal: error \(errno)")
    }
  }

  deinit {
    if end == nil {
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
    if near >= 0 { close(near) }
    if far >= 0 { close(far) }
  }

  /// Says whether the line discipline is what it was before the program.
  var modesAreRestored: Bool { Self.modes(of: far) == modesBefore }

  /// The output as text.
  var text: String { String(decoding: output, as: UTF8.self) }

  func send(_ keys: String) { send(Array(keys.utf8)) }

  func send(_ keys: [UInt8]) {
    var bytes = keys[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(near, $0.baseAddress, min($0.count, 512)) }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else if errno == EAGAIN || errno == EINTR {
        collect(for: 5)
      } else {
        Issue.record("the terminal takes no keys: error \(errno)")
        return
      }
    }
  }

  func signal(_ number: Int32) { kill(process, number) }

  /// Gives the window another size.
  func resize(columns: UInt16, rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(near, UInt(TIOCSWINSZ), &size)
  }

  /// Closes the window, as a terminal that is gone.
  func hangUp() {
    close(far)
    close(near)
    // Another terminal of the tests may have these numbers next.
    (near, far) = (-1, -1)
  }

  /// Reads until the output since a place satisfies a condition.
  func expect(
    _ what: String, since start: Int = 0, seconds: Double = 60, _ holds: (String) -> Bool
  ) async throws {
    var patience = Patience(seconds: seconds)
    repeat {
      collect()
      if holds(String(decoding: output.dropFirst(start), as: UTF8.self)) { return }
      try await Task.sleep(for: .milliseconds(10))
    } while patience.lasts()
    throw Failure(
      description: "no \(what) within \(seconds) s; the end is \(text.suffix(300).debugDescription)"
    )
  }

  /// Waits for the first picture, and until no more comes.
  func start(shows text: String = "quit") async throws {
    try await expect("first picture") { $0.contains(text) }
    try await settle()
  }

  /// Reads until nothing has come for a moment.
  func settle(milliseconds: Int = 150) async throws {
    var quiet = 0
    while quiet < milliseconds {
      let before = output.count
      try await Task.sleep(for: .milliseconds(20))
      collect()
      quiet = output.count == before ? quiet + 20 : 0
    }
  }

  /// Waits for the program's end.
  ///
  /// - Parameter reads: Whether output is read meanwhile, or the terminal is frozen.
  func waitForEnd(seconds: Double = 60, reads: Bool = true) async throws -> End {
    var patience = Patience(seconds: seconds)
    while !hasEnded {
      guard patience.lasts() else {
        throw Failure(description: "still running after \(seconds) s")
      }
      if reads { collect() }
      try await Task.sleep(for: .milliseconds(5))
    }
    if reads { collect(for: 20) }
    return end ?? .status(-1)
  }

  /// Whether the program ends within some seconds; the wait keeps its thread, so that other tests
  /// don't count.
  func ends(within seconds: Double, reads: Bool = true) -> Bool {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < deadline {
      if hasEnded { return true }
      if reads { collect() }
      usleep(2_000)
    }
    return false
  }

  private var hasEnded: Bool {
    var status: Int32 = 0
    if end == nil, waitpid(process, &status, WNOHANG) == process {
      end = status & 0x7F == 0 ? .status(status >> 8 & 0xFF) : .signal(status & 0x7F)
    }
    return end != nil
  }

  /// Reads what has come, waiting up to some milliseconds for the first byte; who waits keeps a
  /// thread that other tests could use.
  func collect(for milliseconds: Int32 = 0) {
    var polled = pollfd(fd: near, events: Int16(POLLIN), revents: 0)
    guard poll(&polled, 1, milliseconds) > 0 else { return }
    var bytes = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = read(near, &bytes, bytes.count)
      guard count > 0 else { return }
      output.append(contentsOf: bytes[..<count])
    }
  }

  private static func modes(of descriptor: Int32) -> [tcflag_t] {
    var modes = termios()
    tcgetattr(descriptor, &modes)
    return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
  }
}
