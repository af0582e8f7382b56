#!/usr/bin/env python3
"""Golden file for EM and k-means: scikit-learn's own E and M steps from given parameters.

    python3 -m venv .build-golden && .build-golden/bin/pip install scikit-learn
    .build-golden/bin/python Tests/MixtureEngineTests/Golden/scikit_learn.py > \
        Tests/MixtureEngineTests/Golden/scikit-learn.json

Run it from the root of the repository. Entry i of log_likelihood is L before iteration i; the
last one belongs to the final parameters. scikit-learn's M-step adds 10 eps to each soft count.
Entry t of distortion is J after t iterations of Lloyd's algorithm, the last one where it rests. No
cluster is ever empty here: scikit-learn would put its centre elsewhere.
"""
import csv
import json
import sys

import numpy as np
import sklearn
from sklearn.cluster import KMeans
from sklearn.mixture import GaussianMixture
from sklearn.mixture._gaussian_mixture import _compute_precision_cholesky

ITERATIONS = 50


def columns(name, x, y):
    with open(f"Datasets/{name}.csv") as file:
        return np.array([[float(row[x]), float(row[y])] for row in csv.DictReader(file)])


def case(name, points, structure, rows):
    k = len(rows)
    covariance = np.cov(points.T, bias=True)
    start = {
        "full": np.repeat(covariance[None], k, axis=0),
        "tied": covariance,
        "diag": np.repeat(np.diag(covariance)[None], k, axis=0),
        "spherical": np.repeat(np.diag(covariance).mean(), k),
    }[structure]
    model = GaussianMixture(n_components=k, covariance_type=structure, reg_covar=0)
    model.weights_ = np.full(k, 1 / k)
    model.means_ = points[rows]
    model.covariances_ = start
    model.precisions_cholesky_ = _compute_precision_cholesky(start, structure)
    trace = []
    for _ in range(ITERATIONS):
        mean, log_q = model._e_step(points)
        trace.append(float(mean) * len(points))
        model._m_step(points, log_q)
    mean, log_q = model._e_step(points)
    trace.append(float(mean) * len(points))
    full = {
        "full": lambda c: c,
        "tied": lambda c: np.repeat(c[None], k, axis=0),
        "diag": lambda c: np.array([np.diag(d) for d in c]),
        "spherical": lambda c: np.array([v * np.eye(2) for v in c]),
    }[structure](model.covariances_)
    return {
        "data": name,
        "structure": "diagonal" if structure == "diag" else structure,
        "rows": rows,
        "log_likelihood": trace,
        "weights": model.weights_.tolist(),
        "means": model.means_.tolist(),
        "covariances": [[c[0, 0], c[0, 1], c[1, 1]] for c in full],
        "bic": float(model.bic(points)),
        "aic": float(model.aic(points)),
    }


def lloyd(name, points, rows):
    def fit(iterations):
        return KMeans(n_clusters=len(rows), init=points[rows], n_init=1, tol=0,
                      max_iter=iterations, algorithm="lloyd").fit(points)

    start = ((points[:, None] - points[rows]) ** 2).sum(axis=2).min(axis=1).sum()
    rest = fit(300)
    trace = [float(start)] + [float(fit(t).inertia_) for t in range(1, rest.n_iter_)]
    return {
        "data": name,
        "rows": rows,
        "distortion": trace,
        "labels": rest.labels_.tolist(),
        "means": rest.cluster_centers_.tolist(),
    }


def main():
    data = [
        ("old-faithful", columns("old-faithful", "eruption_minutes", "waiting_minutes")),
        ("iris", columns("iris", "sepal_length_cm", "petal_length_cm")),
    ]
    cases = [
        case(name, points, structure, rows)
        for name, points in data
        for structure in ["full", "tied", "diag", "spherical"]
        for rows in [[0, 1], [10, 60, 120], [5, 50, 100, 140]]
    ]
    # Where a point is equally far from two centres scikit-learn's rounding decides; not here.
    lloyds = [
        lloyd(name, points, rows)
        for name, points in data
        for rows in [[0, 90], [10, 60, 120], [3, 57, 101, 141], [7, 33, 58, 77, 110, 134]]
    ]
    versions = {"scikit-learn": sklearn.__version__, "numpy": np.__version__}
    points = {name: values.tolist() for name, values in data}
    golden = {"versions": versions, "points": points, "cases": cases, "lloyd": lloyds}
    json.dump(golden, sys.stdout, separators=(",", ":"))
    print()


if __name__ == "__main__":
    main()
