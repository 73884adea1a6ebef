"""Themes of a passage: logistic regressions over its words and the lexicon of the taxonomy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from corpus.reference.themes import lexicon, load_themes
from models.artifact import Array, Weights, load_weights

SHIPPED = Path(__file__).parent / "weights" / "themes"


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeClassifier:
    """A loaded classifier; `version` changes with what it learned."""

    weights: Weights
    vectoriser: TfidfVectorizer
    version: str

    def predict(self, texts: Sequence[str]) -> list[tuple[tuple[str, float], ...]]:
        """For each text its themes with their probability, the likeliest first."""
        if not texts:
            return []
        found = []
        for row in self._probabilities(texts):
            themes = [
                (theme, round(float(p), 3))
                for theme, p in zip(self.weights.themes, row, strict=True)
                if p >= self.weights.threshold
            ]
            found.append(tuple(sorted(themes, key=lambda pair: (-pair[1], pair[0]))))
        return found

    def explain(self, text: str, theme: str) -> tuple[tuple[str, float], ...]:
        """The words that speak for `theme` in `text` with their weight, the weightiest first."""
        index = self.weights.themes.index(theme)
        row = (self._features([text])[0]) * self.weights.coefficients[index]
        names = [*self.weights.vocabulary, *(f"lexicon:{t}" for t in self.weights.themes)]
        said = [(names[i], round(float(row[i]), 3)) for i in np.flatnonzero(row > 0)]
        return tuple(sorted(said, key=lambda pair: (-pair[1], pair[0])))

    def _features(self, texts: Sequence[str]) -> Array:
        words = self.vectoriser.transform(texts).toarray()
        return np.hstack([words, lexicon_features(texts)])

    def _probabilities(self, texts: Sequence[str]) -> Array:
        scores = self._features(texts) @ self.weights.coefficients.T + self.weights.intercepts
        probabilities: Array = 1.0 / (1.0 + np.exp(-scores))
        return probabilities


@cache
def load_theme_classifier(path: Path | None = None) -> ThemeClassifier:
    """The classifier in a folder; the one that ships where none is named.

    Raises ModelMissing where there is none.
    """
    weights, version = load_weights(path or SHIPPED)
    vectoriser = TfidfVectorizer(vocabulary=list(weights.vocabulary), sublinear_tf=True)
    vectoriser.idf_ = weights.idf
    return ThemeClassifier(weights=weights, vectoriser=vectoriser, version=version)


def lexicon_features(texts: Sequence[str]) -> Array:
    """For each text and theme how many lexicon hits it has: 0, then 1 + log of their number."""
    patterns = [lexicon(theme) for theme in load_themes()]
    counts = np.array([[len(p.findall(text)) for p in patterns] for text in texts], dtype=float)
    hits: Array = np.where(counts > 0, 1.0 + np.log(np.maximum(counts, 1.0)), 0.0)
    return hits
