/// A large value behind one reference, which is copied when it is changed and somebody else has it.
///
/// The parts of the application's state have hundreds of counted references. What holds the state,
/// such as the history and the lessons, would copy and release each of them at every copy, in code
/// that the compiler writes out for every type anew: 64 kB for each of a dozen types.
@propertyWrapper struct Boxed<Value: Sendable>: Sendable {
  /// Nobody changes the value while somebody else has the box.
  private final class Box: @unchecked Sendable {
    var value: Value
    init(_ value: Value) { self.value = value }
  }

  private var box: Box

  init(wrappedValue: Value) { box = Box(wrappedValue) }

  var wrappedValue: Value {
    _read { yield box.value }
    _modify {
      if !isKnownUniquelyReferenced(&box) { box = Box(box.value) }
      yield &box.value
    }
  }
}
