#!/usr/bin/env python3
"""Golden file for points on a line: scikit-learn's mixtures of one column.

    python3 -m venv .build-golden && .build-golden/bin/pip install numpy scikit-learn
    .build-golden/bin/python Tests/MixtureEngineTests/Golden/one_dimension.py > \
        Tests/MixtureEngineTests/Golden/one_dimension.json

Run it from the root of the repository. Each fit begins at equal weights, the variance of all points and
the points of some rows as means, and makes so many iterations; L is the sum over all points.
"""
import csv
import json
import sys
import warnings

import numpy as np
from sklearn.mixture import GaussianMixture

warnings.filterwarnings("ignore")


def column(name, key):
    with open(f"Datasets/{name}.csv") as file:
        return np.array([[float(row[key])] for row in csv.DictReader(file)])


def fit(name, key, structure, rows, iterations):
    x = column(name, key)
    k = len(rows)
    precision = 1 / x.var()
    mixture = GaussianMixture(
        k, covariance_type=structure, reg_covar=0, tol=0, max_iter=iterations,
        weights_init=np.full(k, 1 / k), means_init=x[rows],
        precisions_init=np.full((k, 1, 1), precision) if structure == "full"
        else np.array([[precision]]))
    mixture.fit(x)
    variances = mixture.covariances_.reshape(-1)
    return {
        "name": f"{name} {key} {structure} K={k}", "points": x.ravel().tolist(),
        "structure": structure, "rows": rows, "iterations": iterations,
        "weights": mixture.weights_.tolist(), "means": mixture.means_.ravel().tolist(),
        "variances": np.resize(variances, k).tolist(),
        "log_likelihood": float(mixture.score_samples(x).sum()),
        "bic": float(mixture.bic(x)), "aic": float(mixture.aic(x)),
    }


json.dump([
    fit("old-faithful", "waiting_minutes", "full", [0, 1], 25),
    fit("old-faithful", "waiting_minutes", "tied", [0, 1], 25),
    fit("old-faithful", "eruption_minutes", "full", [0, 1, 2], 40),
    fit("fiji-earthquakes", "depth_km", "full", [0, 1, 5], 30),
], sys.stdout, indent=1)
