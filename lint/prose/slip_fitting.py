"""Weights by logistic regression: of few kinds of evidence, and of many signs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

_ROUNDS = 25
_LEAST_PLACES = 5  # in which a sign must stand to be weighed
_LEAST_WEIGHT = 0.05
_STRICTNESS = 0.3  # of the choice among signs; the smaller, the fewer are kept


def fit(
    rows: Any,
    labels: Any,
    *,
    towards: Sequence[float] | None = None,
    pull: float = 1.0,
    clean_weight: float = 6.0,
    importance: Sequence[float] | None = None,
) -> list[float]:
    """Weights by logistic regression (Newton's method), held ``towards`` given ones by a ridge.

    The first column must be the constant. ``clean_weight`` is what a row labelled 0 counts for,
    unless ``importance`` tells what each row counts for.
    """
    import numpy

    matrix: Any = numpy.asarray(rows, dtype=numpy.float64)
    wanted: Any = numpy.asarray(labels, dtype=numpy.float64)
    scale: Any = matrix.std(0)
    scale[scale < 0.05] = 1.0
    matrix = matrix / scale
    counts: Any = numpy.where(wanted == 1.0, 1.0, clean_weight)
    if importance is not None:
        counts = numpy.asarray(importance, dtype=numpy.float64)
    start = numpy.zeros(matrix.shape[1]) if towards is None else numpy.asarray(towards)
    centre: Any = start * scale
    values: Any = centre.copy()
    hold: Any = numpy.eye(len(values)) * pull
    hold[0, 0] = 0.01  # the constant is free
    for _ in range(_ROUNDS):
        likely = 1 / (1 + numpy.exp(-numpy.clip(matrix @ values, -30, 30)))
        slope = matrix.T @ (counts * (wanted - likely)) - hold @ (values - centre)
        bend = (matrix * (counts * likely * (1 - likely))[:, None]).T @ matrix
        step = numpy.linalg.solve(bend + hold, slope)
        largest = float(numpy.abs(step).max())
        values = values + step * min(1.0, 3.0 / max(1e-9, largest))
        if largest < 1e-3:
            break
    return [float(value) for value in values / scale]


def fit_signs(
    one: Sequence[Sequence[bytes]], other: Sequence[Sequence[bytes]], bias: bytes
) -> dict[bytes, float]:
    """Weigh the signs of places of two words: what speaks for the second is positive.

    Both words count alike, however common they are; most signs get no weight. ``bias`` stands at
    all places.
    """
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    counts = Counter(sign for places in (one, other) for place in places for sign in place)
    kept = sorted(sign for sign, count in counts.items() if count >= _LEAST_PLACES)
    numbers = {sign: number for number, sign in enumerate(kept) if sign != bias}
    rows, columns = [], []
    for row, place in enumerate((*one, *other)):
        for sign in place:
            number = numbers.get(sign)
            if number is not None:
                rows.append(row)
                columns.append(number)
    shape = len(one) + len(other), len(kept)
    matrix = csr_matrix(([1.0] * len(rows), (rows, columns)), shape=shape)
    model = LogisticRegression(
        l1_ratio=1, C=_STRICTNESS, solver="liblinear", class_weight="balanced", tol=1e-3,
        random_state=0,
    )  # fmt: skip
    model.fit(matrix, [0] * len(one) + [1] * len(other))
    found = {
        sign: float(model.coef_[0][number])
        for sign, number in numbers.items()
        if abs(model.coef_[0][number]) >= _LEAST_WEIGHT
    }
    return {**found, bias: float(model.intercept_[0])}
