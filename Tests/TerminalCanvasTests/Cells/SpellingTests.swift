import Testing

@testable import TerminalCanvas

@Suite struct SpellingTests {
  @Test(arguments: [
    ("θ⁽ᵗ⁾ → θ⁽ᵗ⁺¹⁾", "theta^(t) -> theta^(t+1)"), ("πₖ", "pi_k"), ("σ² > 0", "sigma^2 > 0"),
    ("a ≤ b × c", "a <= b x c"), ("Σₙ qₖₙ xₙ / Nₖ", "sum_n q_kn x_n / N_k"),
    ("N(x|μₖ,Σₖ)", "N(x|mu_k,Sigma_k)"), ("πₖN(x|k)", "pi_k N(x|k)"), ("KL(q‖p)", "KL(q||p)"),
    ("ΔKL", "delta KL"), ("‖x−μₖ‖²", "||x-mu_k||^2"), ("L(θ)", "L(theta)"), ("10⁻⁸", "10^-8"),
    ("more…", "more..."), ("F(q,θ)", "F(q,theta)"), ("plain", "plain"),
  ])
  func `in ASCII can be read aloud, and is spelled once`(letters: String, ascii: String) {
    #expect(Spelling.ascii(letters) == ascii)
    #expect(Spelling.ascii(ascii) == ascii)
    #expect(Spelling.letters(letters) == letters)
  }

  @Test func `is made before a text is measured and cut`() {
    Spelling.$current.withValue(.ascii) {
      #expect(DisplayWidth.of("πₖ") == 4)
      #expect("πₖ".fitted(to: 6, alignment: .right) == "  pi_k")
      #expect("θ is high".truncated(to: 8) == "theta i~")
      #expect("σ² ≤ λ".wrapped(to: 10) == ["sigma^2 <=", "lambda"])
      var frame = Frame(size: Size(width: 8, height: 1))
      #expect(frame.write("θ→", x: 0, y: 0) == 7)
      #expect(frame.text == "theta-> ")
    }
    #expect("θ is high".truncated(to: 8) == "θ is hi…")
  }

  @Test func `leaves nothing beyond ASCII in whole texts`() {
    for value in UInt32(0x20)...0x2FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = Spelling.ascii.whole(String(Character(scalar)))
      #expect(!text.isEmpty && text.utf8.allSatisfy { $0 < 0x80 })
    }
  }
}
