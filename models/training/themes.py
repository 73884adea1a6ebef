"""Trains and scores the theme classifier on the passages written for this project.

`python -m models.training.themes` rewrites the weights that ship. Everything is seeded; the same
data give the same weights.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from corpus.errors import ReferenceDataError
from corpus.reference.themes import load_themes
from models.artifact import Weights, save_weights
from models.scoring import Score, score_sets
from models.theme_classifier import (
    SHIPPED,
    ThemeClassifier,
    lexicon_features,
    load_theme_classifier,
)

_DATA = Path(__file__).parent / "data"
_TEST_SHARE = 5  # one passage in five is held out, by its hash
_C = 8.0  # inverse regularisation; chosen by cross-validation (docs/measurements.md)
_THRESHOLD = 0.2  # on the training folds .2 and .3 give the same micro F1, .2 the higher recall


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A passage and its themes."""

    text: str
    themes: frozenset[str]

    @property
    def is_held_out(self) -> bool:
        return int(sha256(self.text.encode()).hexdigest(), 16) % _TEST_SHARE == 0


def read_examples(folder: Path = _DATA) -> tuple[Example, ...]:
    """The passages of a folder's files `themes*.txt`, of `theme;theme | passage` lines.

    Raises ReferenceDataError for a theme that the taxonomy does not have.
    """
    return tuple(e for path in sorted(folder.glob("themes*.txt")) for e in _read_file(path))


def _read_file(path: Path) -> Iterator[Example]:
    known = {theme.id for theme in load_themes()}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            said, _, text = line.partition(" | ")
            themes = frozenset(said.split(";")) - {"-"}
            if unknown := themes - known:
                raise ReferenceDataError(str(path), f"unknown theme {min(unknown)} in: {line}")
            yield Example(text=text, themes=themes)


def train_themes(to: Path = SHIPPED) -> Path:
    """Trains on the passages that are not held out and writes the weights to `to`."""
    examples = [e for e in read_examples() if not e.is_held_out]
    weights = fit(examples)
    return save_weights(weights, to)


def fit(examples: Sequence[Example]) -> Weights:
    """One logistic regression per theme over words and lexicon hits."""
    texts = [example.text for example in examples]
    vectoriser = TfidfVectorizer(ngram_range=(1, 1), min_df=2, sublinear_tf=True)
    words = vectoriser.fit_transform(texts).toarray()
    features = np.hstack([words, lexicon_features(texts)])
    ids = tuple(theme.id for theme in load_themes())
    coefficients, intercepts = [], []
    for theme in ids:
        wanted = np.array([theme in example.themes for example in examples])
        model = LogisticRegression(C=_C, max_iter=2000, class_weight={True: 2.0, False: 1.0})
        model.fit(features, wanted)
        coefficients.append(model.coef_[0])
        intercepts.append(model.intercept_[0])
    return Weights(
        themes=ids,
        vocabulary=tuple(vectoriser.get_feature_names_out()),
        idf=vectoriser.idf_,
        coefficients=np.array(coefficients),
        intercepts=np.array(intercepts),
        threshold=_THRESHOLD,
    )


def evaluate_themes(classifier: ThemeClassifier | None = None) -> tuple[tuple[str, Score], ...]:
    """Scores on the held-out passages: per theme, and all together as `micro`."""
    judged = classifier or load_theme_classifier()
    held_out = [e for e in read_examples() if e.is_held_out]
    predicted = [
        frozenset(theme for theme, _ in themes)
        for themes in judged.predict([e.text for e in held_out])
    ]
    return score_sets([e.themes for e in held_out], predicted)


if __name__ == "__main__":
    sys.stdout.write(f"{train_themes()}\n")
