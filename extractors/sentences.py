"""The sentence as fact extractors see it: its place in the paper, its mentions, its themes.

Not a record: made anew for each analysis, never stored.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from corpus.records import Document, Entity, Evidence, Mention, Passage, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence (or heading, list item, table row) with the mentions inside it, in order."""

    document: Document
    passage: Passage
    span: Span
    mentions: tuple[Mention, ...] = ()
    themes: tuple[str, ...] = ()  # of this sentence alone
    period: str = ""  # `2004-2012`: the paper's own period that its passage is about

    @property
    def text(self) -> str:
        return self.document.text[self.span.start : self.span.end]

    @property
    def evidence(self) -> Evidence:
        return self.document.evidence(self.span)

    def labelled(self, *labels: str) -> tuple[Mention, ...]:
        """The mentions with one of `labels`, in order."""
        return tuple(m for m in self.mentions if m.label in labels)

    @property
    def dutch_governments(self) -> tuple[Mention, ...]:
        return tuple(m for m in self.mentions if m.entity and m.entity.is_dutch_government)

    @property
    def foreign_governments(self) -> tuple[Mention, ...]:
        return tuple(m for m in self.mentions if m.entity and m.entity.is_foreign_government)

    def between(self, left: Mention, right: Mention) -> str:
        """The text after `left` and before `right`."""
        return self.document.text[left.span.end : right.span.start]


def build_sentences(
    document: Document,
    mentions: Sequence[Mention],
    *,
    split: Callable[[str], Sequence[tuple[int, int]]],
    periods: Mapping[int, str] | None = None,
) -> tuple[Sentence, ...]:
    """Every sentence of every passage that can tell a fact, in order of the text.

    `split` gives (start, end) of each sentence in a passage's text; `periods` the period of a
    passage by its index. Tables of contents and running heads tell no facts and are left out.
    """
    found: list[Sentence] = []
    at = 0
    ordered = sorted(mentions, key=lambda mention: mention.span)
    for passage in document.passages:
        if passage.kind in ("toc", "running_head"):
            continue
        for start, end in split(document.text_of(passage)):
            span = Span(passage.start + start, passage.start + end)
            while at < len(ordered) and ordered[at].span.start < span.start:
                at += 1
            inside = at
            while inside < len(ordered) and ordered[inside].span.end <= span.end:
                inside += 1
            found.append(
                Sentence(
                    document=document,
                    passage=passage,
                    span=span,
                    mentions=tuple(ordered[at:inside]),
                    period=(periods or {}).get(passage.index, ""),
                )
            )
            at = inside
    return tuple(found)


def governments_in(mentions: Sequence[Mention]) -> tuple[Entity, ...]:
    """The Dutch and foreign governments among `mentions`, each once, in order."""
    seen: dict[str, Entity] = {}
    for mention in mentions:
        entity = mention.entity
        if entity and (entity.is_dutch_government or entity.is_foreign_government):
            seen.setdefault(entity.id, entity)
    return tuple(seen.values())
