"""The themes of each passage, each with the sentence that carries it best."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from corpus.records import Document, Passage, Span, ThemeAssignment

_TOLD_IN = ("body", "list", "quote", "table", "footnote", "caption")
Split = Callable[[str], Sequence[tuple[int, int]]]


class Classifier(Protocol):
    """What predicts themes: for each text (theme, probability), the likeliest first."""

    def predict(self, texts: Sequence[str]) -> list[tuple[tuple[str, float], ...]]: ...


def assign_themes(
    document: Document, classifier: Classifier, *, split: Split
) -> tuple[ThemeAssignment, ...]:
    """Every theme of every passage that tells something.

    A passage has the themes that it has as a whole; its evidence for each is the sentence with
    the highest probability of that theme, or the whole passage where no sentence alone has it.
    """
    told = [p for p in document.passages if p.kind in _TOLD_IN]
    whole = classifier.predict([document.text_of(p) for p in told])
    found: list[ThemeAssignment] = []
    for passage, themes in zip(told, whole, strict=True):
        if themes:
            best = _best_sentences(document, passage, classifier, split)
            found.extend(
                ThemeAssignment(
                    passage=passage.index,
                    theme=theme,
                    score=score,
                    method="classifier",
                    evidence=document.evidence(best.get(theme, passage.span)),
                )
                for theme, score in themes
            )
    return tuple(found)


def _best_sentences(
    document: Document, passage: Passage, classifier: Classifier, split: Split
) -> dict[str, Span]:
    text = document.text_of(passage)
    spans = [Span(passage.start + start, passage.start + end) for start, end in split(text)]
    predicted = classifier.predict([document.text[s.start : s.end] for s in spans])
    best: dict[str, tuple[float, Span]] = {}
    for span, themes in zip(spans, predicted, strict=True):
        for theme, score in themes:
            if score > best.get(theme, (0.0, span))[0]:
                best[theme] = (score, span)
    return {theme: span for theme, (_, span) in best.items()}
