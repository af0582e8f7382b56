/// How texts are spelled before they are measured and laid out.
///
/// Text is spelled where it is measured, cut, wrapped or written, so that a longer spelling has its
/// place in the layout. What is drawn cell by cell has look-alikes; see ``Frame/ascii``.
public enum Spelling: Hashable, Sendable {
  /// As it is.
  case letters
  /// As it is, but with the names of keys in the place of their signs, as they are typed.
  case told
  /// In ASCII that can be read aloud: `theta`, `->`, `pi_k`, `sigma^2`.
  case ascii

  /// The spelling of the picture that is being drawn.
  ///
  /// It is the same for all of a picture, also for a pane that knows nothing of it, and holds no
  /// longer than the drawing.
  @TaskLocal public static var current = Spelling.letters

  /// One of two texts that say the same, by the present spelling: for what is longer than its place
  /// when it is spelled letter by letter.
  public static func choose(_ letters: String, ascii: String) -> String {
    current == .ascii ? ascii : letters
  }

  /// The name of a key, or its sign where the spelling has signs.
  public static func key(_ sign: String, named name: String) -> String {
    current == .letters ? sign : name
  }

  /// A text as it is spelled; spelling it once more changes nothing.
  public func callAsFunction(_ text: some StringProtocol) -> String {
    self != .ascii || text.isASCII ? String(text) : Speller(text).spelled
  }

  /// A text in which nothing is left that the spelling doesn't have: what has no spelling has a
  /// look-alike, or is `?`.
  public func whole(_ text: some StringProtocol) -> String {
    let text = self(text)
    guard self == .ascii, !text.isASCII else { return text }
    return String(text.map { $0.isASCII ? $0 : $0.lookalike })
  }
}

extension StringProtocol {
  var isASCII: Bool { utf8.allSatisfy { $0 < 0x80 } }
}

/// Spells a text in ASCII, run by run.
private struct Speller {
  private(set) var spelled = ""
  /// What a raised or lowered run is in full.
  private var run = ""
  private var runMark: Character?
  /// Whether the last thing was spelled as a word that a letter must not touch.
  private var endsInWord = false

  init(_ text: some StringProtocol) {
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      let next = index + 1 < characters.count ? characters[index + 1] : nil
      if let plain = Self.lowered[character] {
        add(plain, to: "_")
      } else if let plain = Self.raised[character] {
        add(plain, to: "^")
      } else {
        endRun()
        if character == "Σ", let next, next == "ₙ" || next == "ⱼ" {
          add(word: "sum")
        } else if let word = Self.words[character] {
          add(word: word)
        } else if let sign = Self.signs[character] {
          add(sign, endsInWord: false)
        } else {
          if endsInWord, character.isLetter || character.isNumber { spelled.append(" ") }
          add(String(character), endsInWord: false)
        }
      }
    }
    endRun()
  }

  private mutating func add(_ plain: Character, to mark: Character) {
    if runMark != mark { endRun() }
    runMark = mark
    run.append(plain)
  }

  private mutating func endRun() {
    guard let mark = runMark else { return }
    add(String(mark) + run, endsInWord: true)
    (run, runMark) = ("", nil)
  }

  /// Adds a word, apart from a letter before it.
  private mutating func add(word: String) {
    if spelled.last?.isLetter ?? false { spelled.append(" ") }
    add(word, endsInWord: true)
  }

  private mutating func add(_ text: String, endsInWord: Bool) {
    spelled += text
    self.endsInWord = endsInWord
  }

  private static let lowered = table("₀₁₂₃₄₅₆₇₈₉ₖₙⱼᵢₜₓ₊₋₍₎", "0123456789knjitx+-()")
  private static let raised = table("⁰¹²³⁴⁵⁶⁷⁸⁹ⁿᵗⁱᵀ⁺⁻⁽⁾", "0123456789ntiT+-()")

  private static func table(_ from: String, _ to: String) -> [Character: Character] {
    Dictionary(uniqueKeysWithValues: zip(from, to))
  }

  private static let words: [Character: String] = [
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "Δ": "delta", "ε": "epsilon",
    "η": "eta", "θ": "theta", "Θ": "Theta", "κ": "kappa", "λ": "lambda", "Λ": "Lambda",
    "μ": "mu", "ν": "nu", "π": "pi", "Π": "Pi", "ρ": "rho", "σ": "sigma", "Σ": "Sigma",
    "∑": "sum", "τ": "tau", "φ": "phi", "Φ": "Phi", "χ": "chi", "ψ": "psi", "ω": "omega",
    "Ω": "Omega", "∞": "inf", "ŷ": "yhat", "√": "sqrt",
  ]

  private static let signs: [Character: String] = [
    "→": "->", "⇒": "=>", "←": "Left", "↑": "Up", "↓": "Down", "≤": "<=", "≥": ">=", "≠": "!=",
    "≈": "about", "±": "+-", "×": "x", "·": "*", "−": "-", "–": "-", "—": "-", "…": "...",
    "‖": "||", "µ": "u", "‘": "'", "’": "'", "“": "\"", "”": "\"", "∈": "in",
  ]
}
