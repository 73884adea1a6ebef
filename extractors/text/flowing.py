"""Text that has no pages (Markdown, HTML, Word): paragraphs in order become text and passages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.records import Passage, PassageKind
from extractors.text.blocks import Block
from extractors.text.passages import PageSize, lay_out
from extractors.text.rows import Call, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph as a format gives it; `calls` are the notes it calls, by place in `text`."""

    kind: PassageKind
    text: str
    label: str = ""
    level: int = 0
    calls: tuple[Call, ...] = ()


def flow(paragraphs: Sequence[Paragraph]) -> tuple[str, tuple[Passage, ...]]:
    """The text and its passages; notes are tied to their calls."""
    blocks = [
        Block(
            kind=p.kind,
            rows=(Row(text=p.text, box=(0, 0, 0, 0), size=0, page=0, calls=p.calls),),
            label=p.label,
            level=p.level,
        )
        for p in paragraphs
        if p.text.strip()
    ]
    laid = lay_out([(PageSize(number=0, width=0, height=0), blocks)])
    return laid.text, laid.passages
