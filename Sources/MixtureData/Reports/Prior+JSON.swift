import MixtureEngine

extension Prior {
  /// Its numbers: κ, ν, Λ row by row, and μ_P.
  var json: JSON {
    .object([
      .init("kappa", .number(kappa)), .init("nu", .number(nu)),
      .init("scale", .array([.numbers([scale.xx, scale.xy]), .numbers([scale.xy, scale.yy])])),
      .init("mean", .numbers([mean.x, mean.y])),
    ])
  }
}
