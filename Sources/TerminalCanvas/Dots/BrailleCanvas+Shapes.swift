extension BrailleCanvas {
  /// Draws a straight line between two places, clipped at the canvas.
  public mutating func line(
    from start: DotPoint, to end: DotPoint, owner: Int? = nil, layer: Layer = .curve,
    dash: Dash = .solid
  ) {
    polyline([start, end], owner: owner, layer: layer, dash: dash)
  }

  /// Draws straight lines from each place to the next, clipped at the canvas.
  ///
  /// A place that isn't finite interrupts the line. Lines may lead any distance away: the work
  /// depends on the dots that are drawn, not on the length.
  public mutating func polyline(
    _ points: some Sequence<DotPoint>, owner: Int? = nil, layer: Layer = .curve,
    dash: Dash = .solid
  ) {
    var pen = Pen(owner: owner, layer: layer, dash: dash)
    var previous: DotPoint?
    for point in points {
      if let previous, let piece = clipped(previous, point) {
        pen.isFlat = abs(point.x / 2 - previous.x / 2) >= abs(point.y / 2 - previous.y / 2)
        draw(from: piece.start, to: piece.end, with: &pen)
      }
      previous = point.isFinite ? point : nil
    }
  }

  /// Draws the outline of an ellipse, clipped at the canvas.
  ///
  ///     center + axis · cos t + other · sin t,   0 ≤ t < 2π
  ///
  /// - Parameters:
  ///   - center: The centre.
  ///   - axis: The way from the centre to an end of one axis.
  ///   - other: The way from the centre to an end of the other axis (or of any conjugate
  ///     diameter).
  ///   - owner: Whose dots they are.
  ///   - layer: The layer of the dots.
  ///   - dash: Which of the dots are left out.
  public mutating func ellipse(
    center: DotPoint, axis: DotPoint, other: DotPoint, owner: Int? = nil, layer: Layer = .curve,
    dash: Dash = .solid
  ) {
    let outline = UnitCircle.outline.map { direction in
      DotPoint(
        x: center.x + axis.x * direction.x + other.x * direction.y,
        y: center.y + axis.y * direction.x + other.y * direction.y)
    }
    polyline(outline, owner: owner, layer: layer, dash: dash)
  }

  /// A pen that draws a line: it knows whose dots they are and where its dashes are.
  ///
  /// Dashes belong to the columns of the canvas, where the line is steep to the rows. So they stay
  /// where they are when the line moves or grows a little, instead of crawling along it.
  private struct Pen {
    let owner: Int?
    let layer: Layer
    let dash: Dash
    var isFlat = true
    var last: Position?

    func draws(at position: Position) -> Bool {
      dash.draws(at: isFlat ? position.x : position.y)
    }
  }

  /// Bresenham's line, both ends included; a dot on which the pen already stands isn't repeated.
  private mutating func draw(from start: Position, to end: Position, with pen: inout Pen) {
    let (width, height) = (abs(end.x - start.x), abs(end.y - start.y))
    let stepX = start.x < end.x ? 1 : -1
    let stepY = start.y < end.y ? 1 : -1
    var error = width - height
    var position = start
    while true {
      if pen.last != position {
        if pen.draws(at: position) {
          set(position.x, position.y, owner: pen.owner, layer: pen.layer)
        }
        pen.last = position
      }
      if position == end { return }
      let doubled = 2 * error
      if doubled > -height {
        error -= height
        position.x += stepX
      }
      if doubled < width {
        error += width
        position.y += stepY
      }
    }
  }

  /// The part of a line that lies on the canvas (Liang and Barsky 1984), or `nil` if none does.
  private func clipped(_ from: DotPoint, _ to: DotPoint) -> (start: Position, end: Position)? {
    guard from.isFinite, to.isFinite, size.width > 0, size.height > 0 else { return nil }
    // Halves, so that the difference of the largest numbers stays finite.
    let (halfX, halfY) = (to.x / 2 - from.x / 2, to.y / 2 - from.y / 2)
    let (right, bottom) = (Double(dots.width) - 0.51, Double(dots.height) - 0.51)
    var enter = 0.0
    var leave = 1.0
    for (move, room) in [
      (-halfX, from.x / 2 + 0.245), (halfX, right / 2 - from.x / 2),
      (-halfY, from.y / 2 + 0.245), (halfY, bottom / 2 - from.y / 2),
    ] {
      if move == 0 {
        if room < 0 { return nil }
      } else if move < 0 {
        enter = max(enter, room / move)
      } else {
        leave = min(leave, room / move)
      }
    }
    guard enter <= leave else { return nil }
    func place(_ share: Double) -> Position {
      // Far ends lose digits, so the result is held on the canvas.
      let x = share == 1 ? to.x : from.x + 2 * halfX * share
      let y = share == 1 ? to.y : from.y + 2 * halfY * share
      return Position(
        x: Int(min(max(0, x.rounded()), Double(dots.width - 1))),
        y: Int(min(max(0, y.rounded()), Double(dots.height - 1))))
    }
    return (place(enter), place(leave))
  }
}

/// Directions around the unit circle.
enum UnitCircle {
  /// The corners of a regular polygon of 256 corners, first and last the same.
  ///
  /// A circle of 500 dots' radius is missed by less than a twentieth of a dot.
  static let outline: [(x: Double, y: Double)] = {
    // Halving the right angle six times: cos(a/2) = √((1 + cos a)/2), sin(a/2) = sin a / 2cos(a/2).
    var (cosine, sine) = (0.0, 1.0)
    for _ in 0..<6 {
      let half = ((1 + cosine) / 2).squareRoot()
      (cosine, sine) = (half, sine / (2 * half))
    }
    var corners: [(x: Double, y: Double)] = [(1, 0)]
    for index in 0..<256 {
      let corner = corners[index]
      corners.append((corner.x * cosine - corner.y * sine, corner.x * sine + corner.y * cosine))
    }
    corners[256] = corners[0]
    return corners
  }()
}
