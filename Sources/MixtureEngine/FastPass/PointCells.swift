import CMixtureKernels
import Synchronization

/// Points sorted along a space-filling curve and cut into cells of neighbours, from which a pass tells
/// which components it need not ask.
final class PointCells: Sendable {
  /// From how many points on the order pays: a run sorts them once and goes through them dozens of times.
  static let leastCount = 8192

  /// Nothing changes the cells after they are made.
  nonisolated(unsafe) let cells: OpaquePointer
  let count: Int

  /// - Returns: `nil` when there is no memory.
  init?(of points: PointSet) {
    guard let made = kernelCellsMake(points.xs, points.ys, points.count) else { return nil }
    cells = made
    count = points.count
  }

  deinit { kernelCellsFree(cells) }

  /// Labels in the order of the points, of such in the order of the cells.
  func restored(_ labels: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, written in
      kernelCellsRestore(cells, labels, buffer.baseAddress)
      written = count
    }
  }
}

/// The cells of a set of points: made when they are first asked for, shared by all its copies.
final class SharedCells: Sendable, Equatable {
  private let made = Mutex<PointCells?>(nil)

  /// For so many points; `nil` where these are few.
  init?(count: Int) {
    guard count >= PointCells.leastCount, count <= UInt32.max else { return nil }
  }

  /// The cells of the points that these belong to; `nil` when there is no memory.
  func cells(of points: PointSet) -> PointCells? {
    made.withLock { made in
      if made == nil { made = PointCells(of: points) }
      return made
    }
  }

  /// They follow from the points alone, and add nothing to them.
  static func == (left: SharedCells, right: SharedCells) -> Bool { true }
}
