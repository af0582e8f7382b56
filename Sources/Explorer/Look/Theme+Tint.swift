import TerminalCanvas

extension Theme {
  func tint(_ insides: [(component: Int, deviations: Int)]) -> Color? { nil }
}
