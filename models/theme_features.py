"""What the theme classifier looks at: words, parts of words, and the taxonomy's related words.

Parts of words (three to five letters, within a word) reach compounds and inflections that no
training passage had; related words reach what the taxonomy names; words carry the rest. A title
counts by its related words only, and apart from the text. Word vectors are not used: those of the
embedded pipeline liken words by their letters (tomaten: gaten, diplomaten), which parts of words
do better (docs/measurements.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer

from corpus.reference.themes import ThemeLexicon
from models.artifact import Array

Columns = NDArray[np.intp]
_HINT = 0.7  # a hint's weight beside a word that carries a theme by itself; by hand
_BLOCKS = 3  # groups of features that `_related` makes, each as wide as the taxonomy


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The words, or parts of words, that a classifier knows, each with its inverse document
    frequency."""

    entries: tuple[str, ...]
    idf: Array


def word_vectoriser(**options: object) -> TfidfVectorizer:
    """Words and pairs of words, two letters or more."""
    return TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, **options)


def part_vectoriser(**options: object) -> TfidfVectorizer:
    """Three to five letters in a row, within a word."""
    return TfidfVectorizer(
        analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, dtype=np.float32, **options
    )


@dataclass(frozen=True, kw_only=True)
class ThemeFeatures:
    """Texts to feature rows: words, parts, then the related words of each theme."""

    lexicon: ThemeLexicon
    words: TfidfVectorizer
    parts: TfidfVectorizer

    @classmethod
    def fit(cls, texts: Sequence[str], lexicon: ThemeLexicon, *, rare: int) -> ThemeFeatures:
        """Features that know what stands in at least `rare` of `texts` (words: in two)."""
        words, parts = word_vectoriser(min_df=min(2, rare)), part_vectoriser(min_df=rare)
        words.fit(texts)
        parts.fit(texts)
        return cls(lexicon=lexicon, words=words, parts=parts)

    @classmethod
    def restore(
        cls, lexicon: ThemeLexicon, *, words: Vocabulary, parts: Vocabulary
    ) -> ThemeFeatures:
        """The features that a stored classifier was trained with."""
        restored = []
        for make, said in ((word_vectoriser, words), (part_vectoriser, parts)):
            vectoriser = make(vocabulary=list(said.entries))
            vectoriser.idf_ = said.idf
            restored.append(vectoriser)
        return cls(lexicon=lexicon, words=restored[0], parts=restored[1])

    def vocabularies(self) -> tuple[Vocabulary, Vocabulary]:
        """The words and the parts that are known."""
        made = [
            Vocabulary(entries=tuple(v.get_feature_names_out()), idf=v.idf_)
            for v in (self.words, self.parts)
        ]
        return made[0], made[1]

    def rows(self, texts: Sequence[str], titles: Sequence[str]) -> csr_matrix:
        """One row of features a text; `titles` are those of the sections they stand in."""
        related = [self._related(x, t) for x, t in zip(texts, titles, strict=True)]
        width = _BLOCKS * len(self.lexicon.themes)
        return hstack(
            [
                self.words.transform(texts),
                self.parts.transform(texts),
                csr_matrix(np.array(related).reshape(len(texts), width)),
            ],
            format="csr",
        )

    def columns_of(self, theme: int) -> Columns:
        """The columns of `rows` that speak of one theme: all words and parts, its own related
        words; `theme` is its place in the taxonomy."""
        size = len(self.lexicon.themes)
        shared = len(self.words.vocabulary_) + len(self.parts.vocabulary_)
        return np.array(
            [*range(shared), *(shared + block * size + theme for block in range(_BLOCKS))]
        )

    def _related(self, text: str, title: str) -> Array:
        """For each theme: its words (1 + log of how many), its hints, and whether the title has
        some of its words. No shares: a passage may have several themes."""
        strong, hints = self._counts(text)
        in_title, _ = self._counts(title)
        made: Array = np.concatenate(
            [
                np.where(strong > 0, 1.0 + np.log(np.maximum(strong, 1.0)), 0.0),
                _HINT * np.log1p(hints),
                in_title > 0,
            ]
        )
        return made

    def _counts(self, text: str) -> tuple[Array, Array]:
        """For each theme how many different words, and hints that are no such words, `text` has."""
        index = {theme.id: at for at, theme in enumerate(self.lexicon.themes)}
        found: tuple[list[set[str]], list[set[str]]] = (
            [set() for _ in index],
            [set() for _ in index],
        )
        for hit, theme, strong in self.lexicon.hits(text):
            found[not strong][index[theme]].add(text[hit.start : hit.end].casefold())
        words = np.array([len(said) for said in found[0]], dtype=float)
        hints = np.array([len(h - w) for w, h in zip(*found, strict=True)], dtype=float)
        return words, hints
