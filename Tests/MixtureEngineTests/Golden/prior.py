#!/usr/bin/env python3
"""Golden file for EM under a conjugate prior, written from Fraley & Raftery 2007 in numpy and scipy.

    python3 Tests/MixtureEngineTests/Golden/prior.py Datasets/old-faithful.csv > \
        Tests/MixtureEngineTests/Golden/prior.json

Run it from the root of the repository. Entry t of log_likelihood is L after t iterations, and of
log_prior log p of the means and covariances there. The M-step is the paper's, from the means and the
scatters of the data alone; the log-densities are scipy's.
"""
import csv
import json
import sys

import numpy as np
import scipy
from scipy.stats import invgamma, invwishart, multivariate_normal

ITERATIONS, KAPPA, D = 10, 0.01, 2
NU = D + 2


def log_prior(structure, centre, scale, means, covariances):
    variance = np.trace(scale) / 2
    sum_ = sum(multivariate_normal.logpdf(m, centre, s / KAPPA) for m, s in zip(means, covariances))
    own = covariances[:1] if structure in ("tied", "shared-spherical") else covariances
    for s in own:
        if structure in ("full", "tied"):
            sum_ += invwishart.logpdf(s, NU, scale)
        else:
            free = [s[0, 0], s[1, 1]] if structure == "diagonal" else [s[0, 0]]
            sum_ += sum(invgamma.logpdf(v, NU / 2, scale=variance / 2) for v in free)
    return float(sum_)


def maximum(structure, points, q, centre, scale):
    n, g = q.sum(axis=0), q.shape[1]
    variance = np.trace(scale) / 2
    bars = (q.T @ points) / n[:, None]
    means = (n[:, None] * bars + KAPPA * centre) / (n[:, None] + KAPPA)
    scatters = []
    for k in range(g):
        d, pull = points - bars[k], bars[k] - centre
        scatters.append((q[:, k, None] * d).T @ d
                        + KAPPA * n[k] / (n[k] + KAPPA) * np.outer(pull, pull))
    if structure == "full":
        covariances = [(scale + s) / (NU + m + D + 2) for s, m in zip(scatters, n)]
    elif structure == "tied":
        covariances = [(scale + sum(scatters)) / (NU + len(points) + g + D + 1)] * g
    elif structure == "diagonal":
        covariances = [np.diag(variance + np.diag(s)) / (NU + m + 3) for s, m in zip(scatters, n)]
    elif structure == "spherical":
        covariances = [(variance + np.trace(s)) / (NU + (m + 1) * D + 2) * np.eye(2)
                       for s, m in zip(scatters, n)]
    else:
        covariances = [(variance + np.trace(sum(scatters)))
                       / (NU + (len(points) + g) * D + 2) * np.eye(2)] * g
    return n / len(points), means, covariances


def em(structure, points, rows):
    k, centre = len(rows), points.mean(axis=0)
    scale = np.cov(points.T) / k ** (2 / D)
    spread = np.cov(points.T, bias=True)
    if structure == "diagonal":
        spread = np.diag(np.diag(spread))
    elif structure.endswith("spherical"):
        spread = np.trace(spread) / 2 * np.eye(2)
    weights, means, covariances = np.full(k, 1 / k), points[rows], [spread] * k
    likelihood, prior = [], []
    for t in range(ITERATIONS + 1):
        joint = np.stack([np.log(w) + multivariate_normal.logpdf(points, m, s)
                          for w, m, s in zip(weights, means, covariances)], axis=1)
        evidence = np.logaddexp.reduce(joint, axis=1)
        likelihood.append(float(evidence.sum()))
        prior.append(log_prior(structure, centre, scale, means, covariances))
        if t < ITERATIONS:
            weights, means, covariances = maximum(
                structure, points, np.exp(joint - evidence[:, None]), centre, scale)
    return {
        "structure": structure, "rows": rows, "log_likelihood": likelihood, "log_prior": prior,
        "scale": [scale[0, 0], scale[0, 1], scale[1, 1]],
        "weights": weights.tolist(), "means": np.array(means).tolist(),
        "covariances": [[c[0, 0], c[0, 1], c[1, 1]] for c in covariances],
    }


def main():
    with open(sys.argv[1]) as file:
        points = np.array([[float(row["eruption_minutes"]), float(row["waiting_minutes"])]
                           for row in csv.DictReader(file)])
    golden = {
        "versions": {"numpy": np.__version__, "scipy": scipy.__version__},
        "cases": [em(structure, points, [10, 60, 120]) for structure in
                  ["full", "tied", "diagonal", "spherical", "shared-spherical"]],
    }
    json.dump(golden, sys.stdout, separators=(",", ":"))
    print()


if __name__ == "__main__":
    main()
