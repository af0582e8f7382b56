#!/usr/bin/env python3
"""Golden file for points with weights: EM and Lloyd's algorithm in numpy, written from the formulas.

    python3 -m venv .build-golden && .build-golden/bin/pip install numpy
    .build-golden/bin/python Tests/MixtureEngineTests/Golden/weighted.py > \
        Tests/MixtureEngineTests/Golden/weighted.json

Run it from the root of the repository. Entry t of log_likelihood is L after t iterations, and of
lower_bound F after the M-step of iteration t, which has no entry 0; entry t of distortion is J after
t iterations. Matrices are inverted and densities multiplied out; only their sum is taken in log space.
"""
import csv
import json
import sys

import numpy as np

ITERATIONS = 10


def columns(name, x, y):
    with open(f"Datasets/{name}.csv") as file:
        return np.array([[float(row[x]), float(row[y])] for row in csv.DictReader(file)])


def log_joint(points, weights, means, covariances):
    columns = []
    for weight, mean, covariance in zip(weights, means, covariances):
        d = points - mean
        squared = np.einsum("ni,ij,nj->n", d, np.linalg.inv(covariance), d)
        columns.append(np.log(weight / (2 * np.pi * np.sqrt(np.linalg.det(covariance))))
                       - squared / 2)
    return np.stack(columns, axis=1)


def em(name, points, w, structure, rows):
    k, total = len(rows), w.sum()
    centred = points - np.average(points, axis=0, weights=w)
    spread = (w[:, None] * centred).T @ centred / total
    if structure == "spherical":
        spread = np.trace(spread) / 2 * np.eye(2)
    weights, means, covariances = np.full(k, 1 / k), points[rows], np.repeat(spread[None], k, 0)
    likelihood, bound = [], []
    for t in range(ITERATIONS + 1):
        joint = log_joint(points, weights, means, covariances)
        evidence = np.logaddexp.reduce(joint, axis=1)
        likelihood.append(float(w @ evidence))
        if t > 0:
            terms = np.where(q > 0, q * (joint - np.log(np.where(q > 0, q, 1))), 0)
            bound.append(float(w @ terms.sum(axis=1)))
        if t == ITERATIONS:
            break
        q = np.exp(joint - evidence[:, None])
        soft = w[:, None] * q
        counts = soft.sum(axis=0)
        weights, means = counts / total, (soft.T @ points) / counts[:, None]
        covariances = []
        for j in range(k):
            d = points - means[j]
            scatter = (soft[:, j, None] * d).T @ d / counts[j]
            covariances.append(
                scatter if structure == "full" else np.trace(scatter) / 2 * np.eye(2))
    free = (6 if structure == "full" else 4) * k - 1
    return {
        "data": name,
        "structure": structure,
        "rows": rows,
        "log_likelihood": likelihood,
        "lower_bound": bound,
        "weights": weights.tolist(),
        "means": means.tolist(),
        "covariances": [[c[0, 0], c[0, 1], c[1, 1]] for c in covariances],
        "bic": free * float(np.log(total)) - 2 * likelihood[-1],
    }


def lloyd(name, points, w, rows):
    centres, trace = points[rows], []
    for t in range(ITERATIONS + 1):
        squared = ((points[:, None] - centres) ** 2).sum(axis=2)
        labels = squared.argmin(axis=1)
        trace.append(float(w @ squared.min(axis=1)))
        if t < ITERATIONS:
            centres = np.array([np.average(points[labels == j], axis=0, weights=w[labels == j])
                                for j in range(len(rows))])
    return {"data": name, "rows": rows, "distortion": trace, "means": centres.tolist()}


def main():
    data = [
        ("old-faithful", columns("old-faithful", "eruption_minutes", "waiting_minutes")),
        ("iris", columns("iris", "sepal_length_cm", "petal_length_cm")),
    ]
    # Fractions of all sizes, none of them with a pattern of the data.
    random = np.random.default_rng(4)
    weights = {name: np.round(random.gamma(0.8, 2, len(points)), 6) + 1e-6 for name, points in data}
    golden = {
        "versions": {"numpy": np.__version__},
        "points": {name: points.tolist() for name, points in data},
        "weights": {name: w.tolist() for name, w in weights.items()},
        "cases": [
            em(name, points, weights[name], structure, rows)
            for name, points in data
            for structure in ["full", "spherical"]
            for rows in [[0, 1], [10, 60, 120]]
        ],
        "lloyd": [
            lloyd(name, points, weights[name], rows)
            for name, points in data
            for rows in [[0, 90], [10, 60, 120], [3, 57, 101, 141]]
        ],
    }
    json.dump(golden, sys.stdout, separators=(",", ":"))
    print()


if __name__ == "__main__":
    main()
