/// Pictures of equal size within one page, drawn with one style sheet.
///
/// The sheet's classes have names of one letter, or of a letter and a number, so that a page of HTML
/// keeps clear of them with longer ones.
public struct SVGAlbum {
  private var document: SVGDocument
  private var count = 0

  /// An album without pictures.
  ///
  /// - Parameters:
  ///   - size: The size of each picture in cells.
  ///   - theme: The colours in the place of the terminal's defaults.
  public init(size: Size, theme: SVGTheme = .light) {
    document = SVGDocument(size: size, theme: theme)
  }

  /// Adds a picture, of which rows and columns beyond the album's size are left out.
  ///
  /// - Returns: Its element, for the page.
  public mutating func add(_ frame: Frame, caption: Caption) -> String {
    count += 1
    var cut = Frame(size: document.size)
    cut.paste(frame, at: Position(x: 0, y: 0))
    document.draw(cut)
    return document.takeElement(caption: caption, id: "picture-\(count)")
  }

  /// The style sheet of all pictures that were added.
  public var sheet: String { document.sheet }
}
