"""A linear model over named features: what each feature says for a class can be read off.

The shared piece of every decision that is learnt by a logistic regression: events, ties. It knows
no records; what is a feature is said by who asks (`extractors`), what was learnt stands in an
artifact (`models.artifact`), how it is learnt in `models.training.linear`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from models.artifact import Array, load_arrays, save_arrays

Features = Mapping[str, float]


@dataclass(frozen=True, kw_only=True)
class LinearModel:
    """Multinomial logistic regression. Rows of `coefficients` are classes, columns features."""

    classes: tuple[str, ...]
    features: tuple[str, ...]  # sorted
    coefficients: Array
    intercepts: Array
    # Scores are divided by it before they become probabilities (Guo et al. 2017, "On calibration
    # of modern neural networks"): above 1 the raw model was too sure of itself.
    temperature: float = 1.0
    threshold: float = 0.5  # the least probability at which a class other than none is believed
    version: str = ""  # a hash of all it holds

    @cached_property
    def _columns(self) -> dict[str, int]:
        return {name: index for index, name in enumerate(self.features)}

    def probabilities(self, features: Features) -> dict[str, float]:
        """The calibrated probability of each class; features it never saw say nothing."""
        columns, values = self._known(features)
        scores = (self.coefficients[:, columns] @ values + self.intercepts) / self.temperature
        powers = np.exp(scores - scores.max())
        shares = powers / powers.sum()
        return {name: float(p) for name, p in zip(self.classes, shares, strict=True)}

    def explain(self, features: Features, label: str, *, top: int = 8) -> tuple[str, ...]:
        """The features that speak most for (+) and against (-) a class, the weightiest first.

        A weight is what the feature adds to the class's score above what it adds to the other
        classes on average, as "word:bezocht +1.20".
        """
        columns, values = self._known(features)
        row = self.classes.index(label)
        others = (self.coefficients[:, columns].sum(axis=0) - self.coefficients[row, columns]) / (
            len(self.classes) - 1
        )
        weights = (self.coefficients[row, columns] - others) * values
        said = [(self.features[c], float(w)) for c, w in zip(columns, weights, strict=True)]
        said.sort(key=lambda pair: (-abs(round(pair[1], 2)), pair[0]))
        return tuple(f"{name} {weight:+.2f}" for name, weight in said[:top] if round(weight, 2))

    def _known(self, features: Features) -> tuple[list[int], Array]:
        names = sorted(name for name in features if name in self._columns)
        return [self._columns[n] for n in names], np.array([features[n] for n in names])


def save_linear(model: LinearModel, folder: Path) -> Path:
    """Writes the model; the folder is the artifact."""
    return save_arrays(
        folder,
        config={
            "classes": model.classes,
            "temperature": model.temperature,
            "threshold": model.threshold,
            "features": model.features,
        },
        arrays={"coefficients": model.coefficients, "intercepts": model.intercepts},
    )


def load_linear(folder: Path, what: str) -> LinearModel:
    """The model in a folder; `what` names it in the error ("event classifier").

    Raises ModelMissing where the folder is no artifact or a file does not match its checksum.
    """
    config, arrays, version = load_arrays(folder, what)
    return LinearModel(
        classes=tuple(config["classes"]),
        features=tuple(config["features"]),
        coefficients=arrays["coefficients"],
        intercepts=arrays["intercepts"],
        temperature=float(config["temperature"]),
        threshold=float(config["threshold"]),
        version=version,
    )
