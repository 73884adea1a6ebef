"""Fits a linear model over named features; calibrated on papers that were not fitted on.

Deterministic: features are sorted, the solver (L-BFGS) starts from zero and draws nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize_scalar
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from models.artifact import Array
from models.linear import Features, LinearModel


@dataclass(frozen=True, slots=True, kw_only=True)
class LinearExample:
    """What is seen, what it is, and the group (paper, writer) that must not be split by folds."""

    features: Features
    label: str
    group: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FitOptions:
    """How strongly and over what is fitted."""

    inverse_regularisation: float = 1.0
    least_examples: int = 2  # a feature of fewer examples is left out
    threshold: float = 0.5


def fit_linear(examples: Sequence[LinearExample], options: FitOptions) -> LinearModel:
    """The model of all examples, its temperature chosen on folds by group.

    Raises ValueError where the examples are of fewer than two labels.
    """
    model = _fit(examples, options)
    held_out = predict_held_out(examples, options)
    return LinearModel(
        classes=model.classes,
        features=model.features,
        coefficients=model.coefficients,
        intercepts=model.intercepts,
        temperature=_temperature(examples, held_out) if held_out else 1.0,
        threshold=options.threshold,
    )


def predict_held_out(
    examples: Sequence[LinearExample], options: FitOptions
) -> list[dict[str, float]]:
    """Each example's probabilities by the model that was fitted without its group; not yet
    calibrated. Empty where there is but one group."""
    groups = sorted({e.group for e in examples})
    if len(groups) < 2:
        return []
    folds = {group: index % _FOLDS for index, group in enumerate(groups)}
    found: dict[int, dict[str, float]] = {}
    for fold in sorted(set(folds.values())):
        model = _fit([e for e in examples if folds[e.group] != fold], options)
        for index, example in enumerate(examples):
            if folds[example.group] == fold:
                found[index] = model.probabilities(example.features)
    return [found[index] for index in range(len(examples))]


_FOLDS = 8
_LEAST = 1e-6  # a class that a fold never saw has some probability


def _fit(examples: Sequence[LinearExample], options: FitOptions) -> LinearModel:
    labels = [e.label for e in examples]
    if len(set(labels)) < 2:
        raise ValueError("a classifier needs examples of two labels at least")
    seen = Counter(name for e in examples for name in e.features)
    kept = [
        {n: v for n, v in e.features.items() if seen[n] >= options.least_examples} for e in examples
    ]
    vectoriser = DictVectorizer(sort=True)
    matrix = vectoriser.fit_transform(kept)
    model = LogisticRegression(C=options.inverse_regularisation, max_iter=3000)
    model.fit(matrix, labels)
    coefficients: Array = np.asarray(model.coef_)
    intercepts: Array = np.asarray(model.intercept_)
    if len(model.classes_) == 2:  # scikit-learn keeps the second class's row alone
        coefficients = np.vstack([-coefficients / 2, coefficients / 2])
        intercepts = np.array([-intercepts[0] / 2, intercepts[0] / 2])
    return LinearModel(
        classes=tuple(str(c) for c in model.classes_),
        features=tuple(str(n) for n in vectoriser.get_feature_names_out()),
        coefficients=coefficients,
        intercepts=intercepts,
    )


def _temperature(examples: Sequence[LinearExample], held_out: Sequence[dict[str, float]]) -> float:
    """The temperature at which the held-out probabilities lose the least."""

    def loss(temperature: float) -> float:
        total = 0.0
        for example, shares in zip(examples, held_out, strict=True):
            cooled = {c: max(p, _LEAST) ** (1 / temperature) for c, p in shares.items()}
            total -= np.log(max(cooled.get(example.label, 0.0), _LEAST) / sum(cooled.values()))
        return total

    best = minimize_scalar(loss, bounds=(0.3, 4.0), method="bounded")
    return round(float(best.x), 3)
