extension Frame {
  /// The picture with escape sequences for colours and attributes, as a terminal understands it.
  ///
  /// Sequences are written where the style changes; each row ends in the default style and a
  /// newline.
  ///
  /// - Parameter colors: How many colours may be used.
  public func ansi(colors: ColorDepth = .palette256) -> String {
    var text = ""
    for y in 0..<size.height {
      var current = Style.plain
      for cell in row(y) where !cell.isRightHalf {
        let style = colors.nearest(to: cell.style)
        if style != current {
          text += style.sequence(after: current, colors)
          current = style
        }
        text.append(cell.character)
      }
      text += current == .plain ? "\n" : "\u{1B}[0m\n"
    }
    return text
  }
}

extension Style {
  /// The shortest sequence that changes one style to another.
  fileprivate func sequence(after old: Style, _ colors: ColorDepth) -> String {
    if self == .plain { return "\u{1B}[0m" }
    let losesAttribute =
      (old.bold && !bold) || (old.dim && !dim) || (old.italic && !italic)
      || (old.underline && !underline) || (old.reverse && !reverse)
    let base = losesAttribute ? Style.plain : old
    var codes: [String] = losesAttribute ? ["0"] : []
    if bold, !base.bold { codes.append("1") }
    if dim, !base.dim { codes.append("2") }
    if italic, !base.italic { codes.append("3") }
    if underline, !base.underline { codes.append("4") }
    if reverse, !base.reverse { codes.append("7") }
    if foreground != base.foreground { codes.append(Self.code(foreground, 30, colors)) }
    if background != base.background { codes.append(Self.code(background, 40, colors)) }
    return "\u{1B}[\(codes.joined(separator: ";"))m"
  }

  /// The code of a colour; `first` is 30 for the foreground, 40 for the background.
  private static func code(_ color: Color?, _ first: Int, _ colors: ColorDepth) -> String {
    guard let color else { return String(first + 9) }
    if color.isIndexed {
      switch color.index {
      case 0..<8: return String(first + Int(color.index))
      case 8..<16: return String(first + 60 + Int(color.index) - 8)
      default: break
      }
    }
    guard colors == .direct else { return "\(first + 8);5;\(color.index)" }
    let (red, green, blue) = color.rgb
    return "\(first + 8);2;\(red);\(green);\(blue)"
  }
}
