import MixtureEngine
import Testing

@Suite struct `A forecast` {
  @Test func `finds the limit of gains that shrink by a factor`() throws {
    let values = (0..<6).map { t in -100 - 8 * [1, 0.5, 0.25, 0.125, 0.0625, 0.03125][t] }
    let forecast = try #require(ConvergenceForecast(values))
    #expect(abs(forecast.limit + 100) < 1e-9)
    #expect(abs(forecast.rate - 0.5) < 1e-9)
    // The latest gain is 0.25; four halvings later it is below 0.02.
    #expect(forecast.iterations(untilGain: 0.02) == 4)
  }

  @Test func `is not made while gains grow, jump or are lost in rounding`() {
    #expect(ConvergenceForecast([-11, -10.5, -10, -9, -7, -3]) == nil)
    #expect(ConvergenceForecast([-16, -10, -6, -5.9, -5.82]) == nil)
    #expect(ConvergenceForecast([-5, -5, -5, -5, -5]) == nil)
    #expect(ConvergenceForecast([-5, -4, -3.5, -3.25]) == nil)
  }

  @Test func `is not made while the values before tell of another limit`() {
    // The rates .50, .55 and .59 are steady, but the limits −40, −31 and −26 that follow are not.
    #expect(ConvergenceForecast([-200, -120, -80, -58, -45]) == nil)
  }

  @Test func `of Old Faithful comes near where the run ends`() throws {
    var run = try Setting(kind: .gaussianMixture, structure: .full)
      .run(over: .oldFaithful, components: 2, seed: 1)
    #expect(run.forecast == nil)
    var forecasts: [Double] = []
    while run.snapshot.status == .running {
      run.iterate()
      if let forecast = run.forecast { forecasts.append(forecast.limit) }
    }
    #expect(forecasts.count > 3)
    #expect(abs((forecasts.last ?? 0) - run.snapshot.objective) < 1e-4)
  }

  @Test func `is not made in the hard limit`() throws {
    var run = try Setting(kind: .kMeans, structure: .full).run(over: .oldFaithful, seed: 1)
    run.run()
    #expect(run.forecast == nil)
  }
}
