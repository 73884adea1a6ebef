"""The first half of the walk: a paper's names, whose paper it is, and the sentences that tell.

What every fact extractor starts from, and what training sees of a paper.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from corpus.records import Document, Entity, Mention, Span
from extractors.citations import citation_spans
from extractors.entities.owner import find_owner
from extractors.entities.recogniser import Recogniser
from extractors.references import find_references
from extractors.sentences import Sentence, build_sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A paper with its owner noted, its mentions, and its sentences that are no citation."""

    document: Document
    owner: Entity | None
    mentions: tuple[Mention, ...]
    sentences: tuple[Sentence, ...]


def tell(
    document: Document,
    recogniser: Recogniser,
    *,
    split: Callable[[str], Sequence[tuple[int, int]]],
) -> Telling:
    """What a paper tells with; `split` gives (start, end) of each sentence of a passage."""
    cited = citation_spans(document)
    mentions = _with_citations(recogniser.find(document), cited)
    found = find_owner(document, mentions)
    if found is not None:
        named = document.owner or found.entity.id
        document = replace(document, owner=named, owner_reason=found.reason)
    return Telling(
        document=document,
        owner=found.entity if found else None,
        mentions=mentions,
        sentences=_outside(build_sentences(document, mentions, split=split), cited),
    )


def with_references(sentences: Sequence[Sentence], owner: Entity | None) -> tuple[Sentence, ...]:
    """The sentences with what "de stad" and "beide steden" stand for, in order of place."""
    return tuple(
        replace(sentence, mentions=tuple(sorted((*sentence.mentions, *more), key=lambda m: m.span)))
        if more
        else sentence
        for sentence, more in zip(sentences, find_references(sentences, owner), strict=True)
    )


def _with_citations(mentions: Sequence[Mention], cited: Sequence[Span]) -> tuple[Mention, ...]:
    """A name in a bibliographic citation plays no part in the story: its context says so."""
    return tuple(
        replace(mention, context="citation")
        if any(span.overlaps(mention.span) for span in cited)
        else mention
        for mention in mentions
    )


def _outside(sentences: Sequence[Sentence], cited: Sequence[Span]) -> tuple[Sentence, ...]:
    """The sentences that are more than a citation."""

    def told(sentence: Sentence) -> int:
        inside = sum(
            min(span.end, sentence.span.end) - max(span.start, sentence.span.start)
            for span in cited
            if span.overlaps(sentence.span)
        )
        return len(sentence.span) - inside

    return tuple(s for s in sentences if told(s) * 2 > len(s.span))
