"""The themes of each passage, each with the sentence that carries it best."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from corpus.records import Document, Interest, Passage, Span, ThemeAssignment

_TOLD_IN = ("body", "list", "quote", "table", "footnote", "caption")
# The least probability of a passage as a whole. Many words that say a little add up to more than
# they mean, so it is higher than a sentence's threshold; chosen on benchmarks/papers/dev.
_WHOLE = 0.7
Split = Callable[[str], Sequence[tuple[int, int]]]
Themes = tuple[tuple[str, float], ...]


_REASONS = 5  # words that are kept of what carried a theme


class Classifier(Protocol):
    """What predicts themes: for each text (theme, probability), the likeliest first."""

    def predict(self, texts: Sequence[str], titles: Sequence[str] | None = None) -> list[Themes]:
        """`titles` are those of the sections that the texts stand in."""

    def explain(self, text: str, theme: str) -> tuple[tuple[str, float], ...]:
        """The words that speak for the theme, the weightiest first."""


def assign_themes(
    document: Document, classifier: Classifier, *, split: Split
) -> tuple[ThemeAssignment, ...]:
    """Every theme of every passage that tells something.

    A passage has the themes that it has as a whole and those of its sentences: one clause about
    the fire brigades is enough, however long the paragraph. Its score is the highest of these; its
    evidence the sentence with the highest, or the whole where no sentence alone has the theme.
    """
    found: list[ThemeAssignment] = []
    told = [p for p in document.passages if p.kind in _TOLD_IN]
    stretches = [(passage, _stretches(document, passage, split)) for passage in told]
    texts = [document.text[s.start : s.end] for _, spans in stretches for s in spans]
    titles = [title_of(passage) for passage, spans in stretches for _ in spans]
    predicted = iter(classifier.predict(texts, titles))
    for passage, spans in stretches:
        best: dict[str, tuple[float, Span]] = {}
        for span in spans:
            for theme, score in next(predicted):
                is_whole = span == passage.span and len(spans) > 1
                known, where = best.get(theme, (0.0, span))
                if score > known and (not is_whole or score >= _WHOLE):
                    best[theme] = (score, where if is_whole else span)
        found.extend(
            ThemeAssignment(
                passage=passage.index,
                theme=theme,
                score=score,
                method="classifier",
                evidence=document.evidence(span),
            )
            for theme, (score, span) in sorted(best.items(), key=lambda b: (-b[1][0], b[0]))
        )
    return tuple(found)


def with_reasons(interests: Sequence[Interest], classifier: Classifier) -> tuple[Interest, ...]:
    """The interests with the words that carried the theme in their best evidence."""
    return tuple(
        replace(
            interest,
            why=tuple(
                f"word:{word} {weight:+.2f}"
                for word, weight in classifier.explain(interest.evidences[0].quote, interest.theme)[
                    :_REASONS
                ]
            ),
        )
        for interest in interests
    )


def title_of(passage: Passage) -> str:
    """The title of the section that the passage stands in; empty where it stands in none."""
    return passage.section[-1] if passage.section else ""


def _stretches(document: Document, passage: Passage, split: Split) -> tuple[Span, ...]:
    """The passage's sentences, where it has more than one, and the whole of it."""
    cut = split(document.text_of(passage))
    sentences = tuple(Span(passage.start + start, passage.start + end) for start, end in cut)
    return (*sentences, passage.span) if len(sentences) > 1 else (passage.span,)
