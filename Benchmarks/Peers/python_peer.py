"""scikit-learn and oneDAL as workers: python_peer.py PEER em|kmeans N K THREADS LAYOUT.

Says "ready", then answers each line "ITERATIONS" with "WALL CPU RESULT", where the result is the
log-likelihood before the last M-step or the distortion. Tolerances are zero, and every fit asserts
that it took exactly the iterations it was asked for.
"""
import sys
import time
import warnings

import numpy as np

import workload

warnings.simplefilter("ignore")
peer, what, n, k, threads = sys.argv[1], sys.argv[2], *map(int, sys.argv[3:6])
X, init, centres = workload.make(n, k, sys.argv[6])
weights, means, covariances = (
    np.array(init[key]) for key in ("weights", "means", "covariances"))

if peer == "scikit-learn" and what == "em":
    from sklearn.mixture import GaussianMixture

    def fit(iterations):
        g = GaussianMixture(
            k, tol=0, reg_covar=0, max_iter=iterations, weights_init=weights, means_init=means,
            precisions_init=np.linalg.inv(covariances)).fit(X)
        assert g.n_iter_ == iterations
        return g.lower_bound_ * n
elif peer == "scikit-learn":
    from sklearn.cluster import KMeans

    def fit(iterations):
        m = KMeans(k, init=centres, n_init=1, tol=0, max_iter=iterations, algorithm="lloyd").fit(X)
        assert m.n_iter_ == iterations
        return m.inertia_
elif peer == "oneDAL" and what == "em":
    import daal4py

    daal4py.daalinit(threads)
    starts = [np.ascontiguousarray(c) for c in covariances]

    def fit(iterations):
        r = daal4py.em_gmm(
            k, maxIterations=iterations, accuracyThreshold=0.0, covarianceStorage="full"
        ).compute(X, weights.reshape(1, -1), means, starts)
        assert int(r.nIterations[0, 0]) == iterations
        return float(r.goalFunction[0, 0])
else:
    import daal4py

    daal4py.daalinit(threads)

    def fit(iterations):
        r = daal4py.kmeans(k, iterations, accuracyThreshold=0.0, assignFlag=True).compute(X, centres)
        assert int(r.nIterations[0, 0]) == iterations
        return float(r.objectiveFunction[0, 0])

print("ready", flush=True)
for line in sys.stdin:
    cpu, wall = time.process_time(), time.perf_counter()
    result = fit(int(line))
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(f"{wall:.9g} {cpu:.9g} {result:.17g}", flush=True)
