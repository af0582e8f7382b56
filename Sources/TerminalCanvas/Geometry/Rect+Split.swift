extension Rect {
  /// Cuts off `left` columns at the left.
  ///
  /// - Returns: The piece that was cut off and what remains. A length beyond the rectangle
  ///   takes all of it, a negative one nothing; the same holds for the other splits.
  public func split(left: Int) -> (left: Rect, rest: Rect) {
    let cut = min(max(0, left), size.width)
    return (
      Rect(x: origin.x, y: origin.y, width: cut, height: size.height),
      Rect(x: origin.x + cut, y: origin.y, width: size.width - cut, height: size.height)
    )
  }

  /// Cuts off `right` columns at the right.
  public func split(right: Int) -> (right: Rect, rest: Rect) {
    let (rest, cut) = split(left: size.width - min(max(0, right), size.width))
    return (cut, rest)
  }

  /// Cuts off `top` rows at the top.
  public func split(top: Int) -> (top: Rect, rest: Rect) {
    let cut = min(max(0, top), size.height)
    return (
      Rect(x: origin.x, y: origin.y, width: size.width, height: cut),
      Rect(x: origin.x, y: origin.y + cut, width: size.width, height: size.height - cut)
    )
  }

  /// Cuts off `bottom` rows at the bottom.
  public func split(bottom: Int) -> (bottom: Rect, rest: Rect) {
    let (rest, cut) = split(top: size.height - min(max(0, bottom), size.height))
    return (cut, rest)
  }

  /// Cuts the rectangle into `count` columns of widths that differ by one cell at most.
  public func columns(_ count: Int) -> [Rect] {
    (0..<max(0, count)).map { index in
      let start = size.width * index / count
      let end = size.width * (index + 1) / count
      return Rect(x: origin.x + start, y: origin.y, width: end - start, height: size.height)
    }
  }

  /// Cuts the rectangle into `count` rows of heights that differ by one cell at most.
  public func rows(_ count: Int) -> [Rect] {
    (0..<max(0, count)).map { index in
      let start = size.height * index / count
      let end = size.height * (index + 1) / count
      return Rect(x: origin.x, y: origin.y + start, width: size.width, height: end - start)
    }
  }
}
