"""K-means over z-scores, K = 2, from given centres: the lab of a course on Old Faithful.

Writes standardized.json beside this file: for each start the rows that the centres begin on, and
scikit-learn's inertia, centres in the units of the data, and labels at the end, over the points as they
are and over their z-scores (StandardScaler). Made with scikit-learn 1.9.1 and numpy 2.4.6:

    python3 standardized.py ../../../Datasets/old-faithful.csv
"""

import csv
import json
import pathlib
import sys

import numpy as np
from sklearn.cluster import KMeans
from sklearn.preprocessing import StandardScaler

rows = list(csv.reader(open(sys.argv[1])))[1:]
points = np.array([[float(x) for x in row[:2]] for row in rows])
scaler = StandardScaler().fit(points)
scores = scaler.transform(points)


def fit(data, first):
    means = KMeans(2, init=data[first], n_init=1, tol=0, max_iter=1000).fit(data)
    return means.inertia_, means.cluster_centers_, means.labels_


runs = []
for first in ([0, 1], [3, 100], [10, 271], [55, 56]):
    inertia, centres, labels = fit(scores, first)
    raw, _, raw_labels = fit(points, first)
    runs.append({
        "rows": first, "inertia": inertia, "centres": scaler.inverse_transform(centres).tolist(),
        "labels": labels.tolist(), "rawInertia": raw, "rawLabels": raw_labels.tolist(),
    })
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps({
    "shift": scaler.mean_.tolist(), "scale": scaler.scale_.tolist(), "runs": runs,
}) + "\n")
