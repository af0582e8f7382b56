import Foundation
import Testing

@testable import MixtureData

@Suite struct `A descriptor` {
  /// Does something with the ends of a pipe; it closes the one that is written to.
  private func pipe(_ body: (_ from: Int32, _ to: Int32) throws -> Void) throws {
    var ends: [Int32] = [0, 0]
    try #require(Foundation.pipe(&ends) == 0)
    defer { close(ends[0]) }
    try body(ends[0], ends[1])
  }

  @Test func `that doesn't wait takes all in the end`() throws {
    try pipe { from, to in
      #expect(fcntl(to, F_SETFL, O_NONBLOCK) == 0)
      let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 % 251) }
      let writing = Thread {
        try? Descriptor.write(bytes, to: to)
        close(to)
      }
      writing.start()
      var read: [UInt8] = []
      while try Descriptor.read(upTo: 4096, from: from, onto: &read) > 0 {}
      #expect(read == bytes)
    }
  }

  @Test func `that is full or closed says so`() throws {
    #if os(Linux)
      let full = open("/dev/full", O_WRONLY | O_CLOEXEC)
      defer { close(full) }
      #expect(throws: SystemError(code: ENOSPC)) { try Descriptor.write([1], to: full) }
    #endif
    #expect(throws: SystemError(code: EBADF)) { try Descriptor.write([1], to: -1) }
    #expect(SystemError(code: ENOSPC).description == "No space left on device")
  }

  @Test func `that doesn't wait is read to its end`() throws {
    try pipe { from, to in
      #expect(fcntl(from, F_SETFL, O_NONBLOCK) == 0)
      let writing = Thread {
        usleep(20_000)
        try? Descriptor.write([1, 2, 3], to: to)
        close(to)
      }
      writing.start()
      var read: [UInt8] = []
      while try Descriptor.read(upTo: 4096, from: from, onto: &read) > 0 {}
      #expect(read == [1, 2, 3])
    }
  }
}
