"""The partner that a passage stands under: a heading, or the passage's first words, names it."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.records import Entity
from extractors.patterns import matcher
from extractors.sentences import Sentence


def partners_above(sentences: Sequence[Sentence]) -> dict[int, Entity]:
    """The partner of each passage that stands under one, by the passage's index."""
    found: dict[int, Entity] = {}
    topic: Entity | None = None
    for sentence in sentences:
        alone = _alone(sentence) or _opening(sentence)
        if sentence.passage.kind == "heading":
            topic = alone
            continue
        own = alone if alone and sentence.span.start == sentence.passage.start else None
        if own or (topic and sentence.passage.index not in found):
            found[sentence.passage.index] = own or topic  # type: ignore[assignment]
    return found


def _alone(sentence: Sentence) -> Entity | None:
    """The one foreign government of a sentence that says next to nothing else."""
    named = sentence.foreign_governments
    if len({m.entity for m in named}) != 1 or sentence.dutch_governments:
        return None
    rest = len(sentence.span) - sum(len(m.span) for m in sentence.labelled("PLACE"))
    return named[0].entity if rest <= 12 else None


def _opening(sentence: Sentence) -> Entity | None:
    """The foreign government that a heading opens with, in a paper on ties: "X: door, en goed"."""
    named = sentence.foreign_governments
    if sentence.passage.kind != "heading" or not named or sentence.dutch_governments:
        return None
    before = sentence.document.text[sentence.span.start : named[0].span.start]
    opens = not before.strip(" .:–-0123456789()")
    about = (sentence.document.title, *sentence.passage.section[:1])
    of_ties = any(matcher("ties").has(said, "strong", "heading") for said in about)
    return named[0].entity if opens and of_ties else None
