#!/usr/bin/env python3
"""Golden file for held-out points: five folds of Old Faithful, fitted by EM in numpy.

    python3 -m venv .build-golden && .build-golden/bin/pip install numpy
    .build-golden/bin/python Tests/MixtureEngineTests/Golden/folds.py > \
        Tests/MixtureEngineTests/Golden/folds.json

Run it from the root of the repository. The folds are those of the engine, drawn by xoshiro256** as its
authors define it; starts are numpy's own. For each K the best of 60 runs of each fold's rest is worth
`heldOut` on the points of that fold, and the sum over all folds, divided by N, is `perPoint`.
"""
import csv
import json
import sys

import numpy as np

MASK = (1 << 64) - 1


def generator(seed):
    state = []
    for _ in range(4):
        seed = (seed + 0x9E3779B97F4A7C15) & MASK
        z = seed
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        state.append(z ^ (z >> 31))
    rotate = lambda x, k: ((x << k) | (x >> (64 - k))) & MASK
    while True:
        yield (rotate((state[1] * 5) & MASK, 7) * 9) & MASK
        t = (state[1] << 17) & MASK
        state[2] ^= state[0]
        state[3] ^= state[1]
        state[1] ^= state[2]
        state[0] ^= state[3]
        state[2] ^= t
        state[3] = rotate(state[3], 45)


def shuffled(count):
    draws, order = generator(0x686F6C64206F7574), list(range(count))
    for n in range(count - 1):
        # With so few numbers the chance that Lemire's method draws again is below 1e-16.
        m = n + (next(draws) * (count - n) >> 64)
        order[n], order[m] = order[m], order[n]
    return order


def log_joint(points, weights, means, covariances):
    columns = []
    for weight, mean, covariance in zip(weights, means, covariances):
        d = points - mean
        squared = np.einsum("ni,ij,nj->n", d, np.linalg.inv(covariance), d)
        columns.append(np.log(weight / (2 * np.pi * np.sqrt(np.linalg.det(covariance))))
                       - squared / 2)
    return np.stack(columns, axis=1)


def fit(points, k, rng):
    means = points[rng.choice(len(points), k, replace=False)]
    weights, covariances = np.full(k, 1 / k), [np.cov(points.T, bias=True)] * k
    last = -np.inf
    for _ in range(5000):
        joint = log_joint(points, weights, means, covariances)
        evidence = np.logaddexp.reduce(joint, axis=1)
        if evidence.sum() - last < 1e-9:
            return evidence.sum(), (weights, means, covariances)
        last = evidence.sum()
        q = np.exp(joint - evidence[:, None])
        counts = q.sum(axis=0)
        weights, means = counts / len(points), (q.T @ points) / counts[:, None]
        covariances = [(q[:, j, None] * (points - means[j])).T @ (points - means[j]) / counts[j]
                       for j in range(k)]
        if min(np.linalg.det(c) for c in covariances) < 1e-12:
            return -np.inf, None
    return evidence.sum(), (weights, means, covariances)


with open("Datasets/old-faithful.csv") as file:
    rows = list(csv.reader(file))[1:]
points = np.array([[float(row[0]), float(row[1])] for row in rows])
order, rng, result = shuffled(len(points)), np.random.default_rng(1), []
for k in (1, 2, 3):
    held, trained = [], []
    for fold in range(5):
        apart = order[fold::5]
        rest = np.delete(points, apart, axis=0)
        best = max((fit(rest, k, rng) for _ in range(60 if k > 1 else 1)), key=lambda f: f[0])
        trained.append(best[0])
        held.append(float(np.logaddexp.reduce(log_joint(points[apart], *best[1]), axis=1).sum()))
    result.append({"components": k, "logLikelihood": trained, "heldOut": held,
                   "perPoint": sum(held) / len(points)})
json.dump({"order": order[:10], "choices": result}, sys.stdout, indent=1)
print()
