"""Trains the actor classifier on the candidates of papers whose actors a reader has listed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from models.actor_classifier import SHIPPED
from models.linear import save_linear
from models.training.linear import FitOptions, LinearExample, fit_linear

# Chosen on train-1 and train-2 by leaving one writer out; the threshold on dev
# (docs/measurements.md).
OPTIONS = FitOptions(inverse_regularisation=0.3, least_examples=3, threshold=0.4)


def train_actors(examples: Sequence[LinearExample], to: Path = SHIPPED) -> Path:
    """Fits on candidates labelled `actor` or `none` and writes the weights to `to`.

    Raises ValueError where the examples are of one label only.
    """
    return save_linear(fit_linear(examples, OPTIONS), to)
