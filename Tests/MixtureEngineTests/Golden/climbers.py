#!/usr/bin/env python3
"""EM, SQUAREM (Varadhan & Roland 2008, scheme S3) and DAAREM (Henderson & Varadhan 2019) in numpy.

    python3 Tests/MixtureEngineTests/Golden/climbers.py Datasets/old-faithful.csv > \
        Tests/MixtureEngineTests/Golden/climbers.json

An implementation of its own, from the papers: full covariances, starts at three rows of the data with
equal weights and the data's covariance. theta is measured in the lengths of the complete-data Fisher
information about the present theta: |d|^2 = sum d(pi)^2/pi + pi (d(mu)' S^-1 d(mu) + tr(S^-1 dS)^2 / 2).
A run is over when a step gains at most 1e-10 nats a point and EM's bound promises no more than that.
Entry t of "log_likelihood" is L after t steps, entry t of "passes" how many E-steps led there, without the
first one.
"""
import json, sys
import numpy as np

X = np.loadtxt(sys.argv[1], delimiter=",", skiprows=1, usecols=(0, 1))
N, K = len(X), 3
TOLERANCE = 1e-10 * N


class Run:
    def __init__(self):
        self.passes = -1

    def expect(self, theta):
        """L and q."""
        self.passes += 1
        w, m, S = theta
        logs = np.empty((N, K))
        for k in range(K):
            d = X - m[k]
            logs[:, k] = (np.log(w[k]) - np.log(2 * np.pi) - np.log(np.linalg.det(S[k])) / 2
                          - np.einsum("ni,ij,nj->n", d, np.linalg.inv(S[k]), d) / 2)
        top = logs.max(1)
        total = top + np.log(np.exp(logs - top[:, None]).sum(1))
        return total.sum(), np.exp(logs - total[:, None])


def maximise(q):
    mass = q.sum(0)
    m = q.T @ X / mass[:, None]
    S = [((q[:, k, None] * (X - m[k])).T @ (X - m[k])) / mass[k] for k in range(K)]
    return mass / N, m, np.array(S)


def promise(theta, L, q):
    w, m, S = maximise(q)
    F = 0
    for k in range(K):
        d = X - m[k]
        F += (q[:, k] * (np.log(w[k]) - np.log(2 * np.pi) - np.log(np.linalg.det(S[k])) / 2
                         - np.einsum("ni,ij,nj->n", d, np.linalg.inv(S[k]), d) / 2)).sum()
    return F - (q[q > 0] * np.log(q[q > 0])).sum() - L


def chart(centre, theta):
    out = []
    for w, m, S, v, n, T in zip(*centre, *theta):
        I = np.linalg.inv(np.linalg.cholesky(S))
        M = I @ (T - S) @ I.T
        r = np.sqrt(w)
        out += [(v - w) / r, *(r * I @ (n - m)), r * M[0, 0] / np.sqrt(2), r * M[0, 1],
                r * M[1, 1] / np.sqrt(2)]
    return np.array(out)


def unchart(centre, c):
    w, m, S = (a.copy() for a in centre)
    for k in range(K):
        a = c[6 * k:6 * k + 6]
        r = np.sqrt(w[k])
        C = np.linalg.cholesky(S[k])
        m[k] = m[k] + C @ a[1:3] / r
        S[k] = S[k] + C @ (np.array([[a[3] * np.sqrt(2), a[4]], [a[4], a[5] * np.sqrt(2)]]) / r) @ C.T
        w[k] = w[k] + r * a[0]
    fine = (w > 0).all() and all(np.linalg.eigvalsh(s)[0] > 0 for s in S)
    return (w, m, S) if fine else None


def em(run, theta, L, q):
    theta = maximise(q)
    return theta, *run.expect(theta)


class Squarem:
    def __init__(self):
        self.longest = 1.0

    def __call__(self, run, theta, L, q):
        one = maximise(q)
        two = maximise(run.expect(one)[1])
        r = chart(theta, one)
        v = chart(theta, two) - 2 * r
        a = min(max(np.linalg.norm(r) / np.linalg.norm(v), 1), self.longest)
        end = None
        if a > 1.01:
            leap = unchart(theta, 2 * a * r + a * a * v)
            if leap is not None:
                three = maximise(run.expect(leap)[1])
                end = (three, *run.expect(three))
            if end is None or end[1] < L:
                end = None
                if a == self.longest:
                    self.longest = max(1.0, self.longest / 4)
                a = 1.0
        if a == self.longest:
            self.longest *= 4
        return end or (two, *run.expect(two))


class Daarem:
    def __init__(self):
        self.way, self.trust, self.last = [], 0, None

    def __call__(self, run, theta, L, q):
        image = maximise(q)
        self.way.append((theta, image))
        columns = len(self.way) - 1
        end = None
        if columns:
            places = [chart(theta, a) for a, _ in self.way]
            rests = [chart(theta, b) - p for (_, b), p in zip(self.way, places)]
            F, D = np.diff(rests, axis=0).T, np.diff(places, axis=0).T
            U, d, V = np.linalg.svd(F, full_matrices=False)
            y = U.T @ rests[-1]
            share = 1 / (1 + 1.2 ** (25 - self.trust))
            wanted = share * ((y / d) ** 2).sum()
            low, high = -40.0, 40.0
            for _ in range(200):
                middle = (low + high) / 2
                if ((d * y / (d * d + np.exp(middle))) ** 2).sum() > wanted:
                    low = middle
                else:
                    high = middle
            gamma = V.T @ (d * y / (d * d + np.exp(high)))
            leap = unchart(theta, rests[-1] - (D + F) @ gamma)
            if leap is not None:
                landed = run.expect(leap)
                if landed[0] >= L - 0.01:
                    end = (leap, *landed)
                    self.trust += 1
        end = end or (image, *run.expect(image))
        if columns == 0:
            self.last = end[1]
        elif columns >= 9:
            if end[1] < self.last:
                self.trust = max(self.trust - columns, -50)
            self.last = end[1]
            self.way = self.way[-1:]
        return end


results = []
for rows in ([6, 120, 200], [0, 1, 2], [10, 20, 271], [3, 50, 90]):
    start = (np.full(K, 1 / K), X[rows].copy(), np.array([np.cov(X.T, bias=True)] * K))
    for name, step in (("em", em), ("squarem", Squarem()), ("anderson", Daarem())):
        run = Run()
        theta, (L, q) = start, run.expect(start)
        values, passes = [L], [0]
        while True:
            theta, new, q = step(run, theta, L, q)
            values.append(new)
            passes.append(run.passes)
            if abs(new - L) <= TOLERANCE and promise(theta, new, q) <= TOLERANCE:
                break
            L = new
        results.append({"rows": rows, "algorithm": name, "log_likelihood": values, "passes": passes})
        print(rows, name, len(values) - 1, passes[-1], values[-1], file=sys.stderr)
json.dump(results, sys.stdout)
