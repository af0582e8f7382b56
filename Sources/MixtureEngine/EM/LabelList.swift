import Synchronization

/// The label of each point, kept in whatever order the E-step went through them and put in that of the
/// points when it is asked for.
///
/// Most E-steps of a run are never asked: putting a million labels in order takes as long as half a pass.
package enum LabelList: Sendable {
  /// In the order of the points.
  case inOrder([UInt8])
  /// In the order of their cells.
  case inCells(CellLabels)

  /// The labels in the order of the points.
  package var ofPoints: [UInt8] {
    switch self {
    case .inOrder(let labels): labels
    case .inCells(let labels): labels.ofPoints
    }
  }
}

/// Labels in the order of cells, put in order once.
package final class CellLabels: Sendable {
  private let labels: [UInt8]
  private let cells: PointCells
  private let inOrder = Mutex<[UInt8]?>(nil)

  init(_ labels: [UInt8], of cells: PointCells) {
    self.labels = labels
    self.cells = cells
  }

  var ofPoints: [UInt8] {
    inOrder.withLock { inOrder in
      let restored = inOrder ?? cells.restored(labels)
      inOrder = restored
      return restored
    }
  }
}
