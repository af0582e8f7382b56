extension OtherRule {
  /// The rules of the libraries that are most used.
  public static let all: [OtherRule] = [scikitLearn, mclust, mlpack, rmixmod]

  /// scikit-learn's `GaussianMixture`: `tol=1e-3`, `max_iter=100`.
  ///
  /// Its `lower_bound_` of iteration *t* is the mean log-likelihood that the E-step finds *before* the
  /// M-step, that of θ⁽ᵗ⁻¹⁾, so the gain that it looks at is one iteration old; θ⁽ᵗ⁾ is returned.
  public static let scikitLearn = OtherRule(
    name: "scikit-learn", summary: "|L(t−1) − L(t−2)| / N < 1e-3, at most 100 iterations",
    source: "scikit-learn 1.9, sklearn/mixture/_base.py, BaseMixture.fit_predict",
    first: 2, limit: 100
  ) { earlier, last, _, w in abs(last - earlier) / w < 1e-3 }

  /// mclust's `em()`: `emControl()` with `tol = 1e-5` and no limit.
  ///
  /// Iterations are counted from the E-step at given parameters, as `em()` does.
  public static let mclust = OtherRule(
    name: "mclust", summary: "|L(t) − L(t−1)| / (1 + |L(t)|) ≤ 1e-5",
    source: "mclust 6, src/mclust.f (mevvv and its kin); emControl",
    first: 2, limit: nil
  ) { _, last, now, _ in abs(last - now) / (1 + abs(now)) <= 1e-5 }

  /// mlpack's `EMFit`: `tolerance = 1e-10` on L itself; a limit of 300 that counts from 1.
  public static let mlpack = OtherRule(
    name: "mlpack", summary: "|L(t) − L(t−1)| ≤ 1e-10, at most 299 iterations",
    source: "mlpack 4, src/mlpack/methods/gmm/em_fit_impl.hpp, EMFit::Estimate",
    first: 1, limit: 299
  ) { _, last, now, _ in abs(now - last) <= 1e-10 }

  /// Rmixmod's `mixmodStrategy()`: `epsilonInAlgo = 0.001` on L itself, `nbIterationInAlgo = 200`.
  ///
  /// The tolerance is not asked before the third iteration.
  public static let rmixmod = OtherRule(
    name: "Rmixmod", summary: "|L(t) − L(t−1)| < 1e-3, at most 200 iterations",
    source: "Rmixmod 2.1, mixmodLib Algo::continueAgain and EMAlgo::run",
    first: 3, limit: 200
  ) { _, last, now, _ in abs(now - last) < 1e-3 }
}
