import ArgumentParser
import Explorer
import MixtureData

/// The iterations of a run that are drawn, in the place of the one that the keys lead to.
struct FramesOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Draw the plot at these iterations of the run, side by side: numbers with blanks between, or end.",
      valueName: "iterations"),
    completion: .list(["end"]),
    transform: { try Self.moments($0) })
  var frames: [RunMoment]?

  @Flag(
    help: """
      Draw the run, or the iterations of --frames, one after the other: an SVG that plays in a browser.
      """)
  var animate = false

  private static func moments(_ text: String) throws -> [RunMoment] {
    let words = text.split { " ,".contains($0) }
    guard !words.isEmpty else {
      throw ValidationError("name at least one iteration, such as \"0 1 2 5 end\".")
    }
    return try words.map { word in
      guard let moment = RunMoment(word) else {
        throw ValidationError(
          "'\(String(word).harmless)' is no iteration; give numbers from 0 on, or end, such as \"0 1 2 5 end\"."
        )
      }
      return moment
    }
  }
}
