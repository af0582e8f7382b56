extension Frame {
  /// Pictures that follow each other, as one SVG document that plays in a browser without a script,
  /// over and over.
  ///
  /// A cell that stays the same from one picture to the next is there once. Where nothing moves — in
  /// programs that don't know style sheets' animations, on paper, and for people who asked for less
  /// motion — the first picture stands.
  ///
  /// - Parameters:
  ///   - frames: The pictures, all of one size.
  ///   - seconds: How long each of them is seen; as many numbers as pictures.
  ///   - theme: The colours in the place of the terminal's defaults.
  ///   - caption: What the document says to those who can't see it.
  /// - Precondition: There is at least one picture, all are of one size, and each has its time.
  public static func animatedSVG(
    _ frames: [Frame], seconds: [Double], theme: SVGTheme = .light, caption: Caption? = nil
  ) -> String {
    precondition(frames.count == seconds.count && frames.allSatisfy { $0.size == frames[0].size })
    let size = frames[0].size
    let scenes = scenes(of: frames)
    var document = SVGDocument(size: size, theme: theme)
    let begins = seconds.reduce(into: [0.0]) { $0.append($0[$0.count - 1] + $1) }
    let whole = begins[frames.count]
    var known: Set<String> = []
    document.addRule(".f{visibility:hidden}.z{visibility:visible}")
    for scene in scenes {
      let cells = Set(scene.cells)
      func isDrawn(_ x: Int, _ y: Int) -> Bool { cells.contains(y * size.width + x) }
      guard scene.frames.count < frames.count else {
        document.draw(frames[0], where: isDrawn)
        continue
      }
      let begin = begins[scene.frames.lowerBound]
      let duration = begins[scene.frames.upperBound] - begin
      let share = (duration / whole * 100).significant(6)
      let keys = "s\(Int((duration * 1000).rounded()))"
      if known.insert(keys).inserted {
        document.addRule(
          "@keyframes \(keys){0%{visibility:visible}\(share)%,100%{visibility:hidden}}")
      }
      let name = "f\(scene.frames.lowerBound)-\(scene.frames.upperBound)"
      document.addRule(
        "#\(name){animation:\(keys) \(whole.significant(6))s step-end "
          + "\(begin.significant(6))s infinite}")
      document.draw(
        frames[scene.frames.lowerBound],
        group: "class=\"f\(scene.frames.lowerBound == 0 ? " z" : "")\" id=\"\(name)\"",
        where: isDrawn)
    }
    document.addRule("@media(prefers-reduced-motion:reduce){.f{animation:none!important}}")
    return document.text(caption: caption)
  }

  /// Cells that are seen from one picture to another, as they are there.
  private struct Scene {
    var frames: Range<Int>
    /// The cells, counted row by row.
    var cells: [Int] = []
  }

  /// The cells by the pictures in which they stay the same, those that stay longest first.
  private static func scenes(of frames: [Frame]) -> [Scene] {
    var scenes: [Range<Int>: Scene] = [:]
    for number in frames[0].cells.indices {
      var start = 0
      for end in 1...frames.count
      where end == frames.count || frames[end].cells[number] != frames[start].cells[number] {
        scenes[start..<end, default: Scene(frames: start..<end)].cells.append(number)
        start = end
      }
    }
    return scenes.values.sorted {
      ($1.frames.count, $0.frames.lowerBound) < ($0.frames.count, $1.frames.lowerBound)
    }
  }
}
