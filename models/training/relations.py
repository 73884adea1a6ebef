"""Trains the relation classifier on candidate pairs of papers whose ties a reader has listed.

A paper says of a pair that it is tied, not which sentence says so. Each sentence of a tied pair
therefore counts by how surely the model of the round before reads a tie in it (multiple-instance
learning; the weighting is that of Andrews et al. 2003, "Support vector machines for
multiple-instance learning", made soft).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from models.linear import Features, LinearModel, save_linear
from models.relation_classifier import NONE, SHIPPED, TIE, together
from models.training.linear import FitOptions, LinearExample, fit_linear, fit_raw

# Chosen by leaving one writer out of train-1 to train-3 and dev; the threshold on dev
# (docs/measurements.md).
TIES = FitOptions(inverse_regularisation=0.1, least_examples=3, threshold=0.4)
COURSES = FitOptions(inverse_regularisation=0.1, least_examples=3)
STATUS = FitOptions(inverse_regularisation=1.0, least_examples=2)
_ROUNDS = 2
_SHARPNESS = 3  # how much the surest sentence of a tied pair outweighs the others
_FOLDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationExample:
    """A candidate pair: the features of its sightings, and what the reader says of it."""

    ties: tuple[Features, ...]
    courses: tuple[Features, ...]
    is_tie: bool
    status: str  # the reader's; empty where it is no tie
    ruled: str  # the status that the rules read
    group: str  # the paper
    weight: float = 1.0


def train_relations(examples: Sequence[RelationExample], to: Path = SHIPPED) -> Path:
    """Fits the three models and writes them under `to`.

    Raises ValueError where the examples are of ties only, or of none.
    """
    save_linear(fit_ties(examples), to / "ties")
    tied = [example for example in examples if example.status]
    courses = fit_courses(tied)
    save_linear(courses, to / "courses")
    save_linear(fit_status(tied), to / "status")
    return to


def fit_ties(examples: Sequence[RelationExample]) -> LinearModel:
    """The model of sentences that tell of a tie."""
    weighed = [_evenly(example) for example in examples]
    for _ in range(_ROUNDS):
        model = fit_raw(list(_instances(examples, weighed)), TIES)
        weighed = [_by_sureness(example, model) for example in examples]
    return fit_linear(list(_instances(examples, weighed)), TIES)


def fit_courses(tied: Sequence[RelationExample]) -> LinearModel:
    """The model of how a sentence says that a tie stands."""
    return fit_raw(
        [
            LinearExample(
                features=features,
                label=example.status,
                group=example.group,
                # A pair of many sentences counts for more than one of few, but not by as much.
                weight=example.weight * len(example.courses) ** -0.7,
            )
            for example in tied
            for features in example.courses
        ],
        COURSES,
    )


def fit_status(tied: Sequence[RelationExample]) -> LinearModel:
    """The model that weighs the sentences of a pair: on judgements of models without its paper."""
    folds = {g: i % _FOLDS for i, g in enumerate(sorted({e.group for e in tied}))}
    examples = []
    for fold in range(_FOLDS):
        others = [e for e in tied if folds[e.group] != fold]
        own = [e for e in tied if folds[e.group] == fold]
        if not others or not own:
            continue
        courses = fit_courses(others)
        for example in own:
            judged = [courses.probabilities(features) for features in example.courses]
            examples.append(
                LinearExample(
                    features=together(judged, example.ruled),
                    label=example.status,
                    group=example.group,
                    weight=example.weight,
                )
            )
    return fit_linear(examples, STATUS)


def _instances(
    examples: Sequence[RelationExample], weighed: Sequence[Sequence[float]]
) -> Iterator[LinearExample]:
    for example, weights in zip(examples, weighed, strict=True):
        one = LinearExample(features={}, label=TIE if example.is_tie else NONE, group=example.group)
        for features, weight in zip(example.ties, weights, strict=True):
            yield replace(one, features=features, weight=weight * example.weight)


def _evenly(example: RelationExample) -> list[float]:
    """A tied pair counts once, one that is not by the root of its sentences: each denies it."""
    many = len(example.ties)
    return [1 / many if example.is_tie else many**-0.5] * many


def _by_sureness(example: RelationExample, model: LinearModel) -> list[float]:
    found = np.array([model.probabilities(features)[TIE] for features in example.ties])
    shares = found**_SHARPNESS if example.is_tie else found + 0.1
    shares /= shares.sum()
    return list(shares if example.is_tie else shares * len(found) ** 0.5)
