"""Themes of a passage: calibrated logistic regressions over its words and the taxonomy's words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from corpus.errors import ModelMissing
from corpus.reference.themes import load_lexicon
from models.artifact import Array, Weights, load_weights, taxonomy_of
from models.theme_features import ThemeFeatures, Vocabulary

SHIPPED = Path(__file__).parent / "weights" / "themes"
_WORD = re.compile(r"\w[\w'’-]*")


@dataclass(frozen=True, kw_only=True)
class ThemeClassifier:
    """A loaded classifier; `version` changes with what it learned."""

    weights: Weights
    features: ThemeFeatures
    version: str

    def predict(
        self, texts: Sequence[str], titles: Sequence[str] | None = None
    ) -> list[tuple[tuple[str, float], ...]]:
        """For each text its themes with their probability, the likeliest first.

        `titles` are the titles of the sections that the texts stand in, where they are known. A
        theme whose probability is below its threshold is not given: the classifier abstains.
        """
        found = []
        for row in self.probabilities(texts, titles):
            themes = [
                (theme, round(float(p), 3))
                for theme, p, least in zip(
                    self.weights.themes, row, self.weights.thresholds, strict=True
                )
                if p >= least
            ]
            found.append(tuple(sorted(themes, key=lambda pair: (-pair[1], pair[0]))))
        return found

    def probabilities(self, texts: Sequence[str], titles: Sequence[str] | None = None) -> Array:
        """A row a text, a column a theme in the order of `weights.themes`."""
        if not texts:
            return np.zeros((0, len(self.weights.themes)))
        scores = self._scores(texts, titles or [""] * len(texts))
        return calibrated(scores, self.weights.slopes, self.weights.offsets)

    def explain(self, text: str, theme: str, title: str = "") -> tuple[tuple[str, float], ...]:
        """The words that speak for `theme` in `text`, the weightiest first.

        A word's weight is how far the theme's score (log odds) falls when the word is taken out.
        Raises ValueError for a theme that the classifier does not know.
        """
        index = self.weights.themes.index(theme)
        words = tuple(dict.fromkeys(match.group() for match in _WORD.finditer(text)))
        without = [re.sub(rf"(?<!\w){re.escape(w)}(?!\w)", " ", text) for w in words]
        scores = self._scores([text, *without], [title] * (len(words) + 1))[:, index]
        said = scores * self.weights.slopes[index]
        lost = [(w, round(float(said[0] - s), 3)) for w, s in zip(words, said[1:], strict=True)]
        return tuple(sorted(((w, x) for w, x in lost if x > 0), key=lambda p: (-p[1], p[0])))

    def _scores(self, texts: Sequence[str], titles: Sequence[str]) -> Array:
        rows = self.features.rows(texts, titles)
        scores: Array = rows @ self.weights.coefficients.T + self.weights.intercepts
        return scores


def calibrated(scores: Array, slopes: Array, offsets: Array) -> Array:
    """Scores as probabilities (Platt 1999, "Probabilistic outputs for support vector machines")."""
    probabilities: Array = 1.0 / (1.0 + np.exp(-(scores * slopes + offsets)))
    return probabilities


@cache
def load_theme_classifier(path: Path | None = None) -> ThemeClassifier:
    """The classifier in a folder; the one that ships where none is named.

    Raises ModelMissing where there is none, or where it was trained for another taxonomy;
    ReferenceDataError where its taxonomy cannot be read.
    """
    folder = path or SHIPPED
    weights, version = load_weights(folder)
    lexicon = load_lexicon(taxonomy_of(folder))
    if tuple(theme.id for theme in lexicon.themes) != weights.themes:
        raise ModelMissing(
            str(folder),
            "was trained for other themes than its taxonomy has",
            "Run: stedenband model train themes",
        )
    features = ThemeFeatures.restore(
        lexicon,
        words=Vocabulary(entries=weights.words, idf=weights.word_idf),
        parts=Vocabulary(entries=weights.parts, idf=weights.part_idf),
    )
    return ThemeClassifier(weights=weights, features=features, version=version)
