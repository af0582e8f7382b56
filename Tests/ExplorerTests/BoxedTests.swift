import Testing

@testable import Explorer

@Suite struct `A boxed value` {
  private struct State {
    @Boxed var numbers = [1, 2, 3]
  }

  @Test func `is changed in one copy alone`() {
    let before = State()
    var after = before
    after.numbers.append(4)
    #expect(before.numbers == [1, 2, 3] && after.numbers == [1, 2, 3, 4])
  }

  @Test func `is changed where it is, once nobody else has it`() {
    var state = State()
    state.numbers.reserveCapacity(100)
    let place = state.numbers.withUnsafeBufferPointer(\.baseAddress)
    for number in 4...100 { state.numbers.append(number) }
    #expect(state.numbers.withUnsafeBufferPointer(\.baseAddress) == place)
  }
}
