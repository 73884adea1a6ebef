"""A paper as a page: its passages in order, with every quote marked where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.records import Analysis, Passage
from outputs.merge import Record


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch of a paper that a record rests on."""

    start: int
    end: int
    anchor: str
    title: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a passage: plain, or quoted by the records whose anchors it has."""

    text: str
    anchors: tuple[str, ...] = ()
    title: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A passage on the page; `page` is set where a new page begins."""

    kind: str
    page: str
    pieces: tuple[Piece, ...]


def anchor(record: Record, index: int = 0) -> str:
    """Where the page of a paper shows this piece of evidence."""
    return f"{record.id}-{index}"


def parts_of(analysis: Analysis, quotes: Sequence[Quoted]) -> Iterator[Part]:
    """The passages of a paper with its quotes marked."""
    document = analysis.document
    ordered = sorted(quotes, key=lambda q: (q.start, -q.end, q.anchor))
    page = 0
    for passage in document.passages:
        number = document.page_at(passage.start) or 0
        shown = str(number) if number > page else ""
        page = max(page, number)
        inside = [q for q in ordered if q.start < passage.end and passage.start < q.end]
        yield Part(passage.kind, shown, tuple(_pieces(document.text, passage, inside)))


def _pieces(text: str, passage: Passage, quotes: Sequence[Quoted]) -> Iterator[Piece]:
    """The passage cut at every start and end of a quote; an anchor stands at its quote's start."""
    cuts = {passage.start, passage.end}
    for quote in quotes:
        cuts |= {max(quote.start, passage.start), min(quote.end, passage.end)}
    edges = sorted(cuts)
    for start, end in pairwise(edges):
        over = [q for q in quotes if q.start <= start and end <= q.end]
        own = tuple(q.anchor for q in over if q.start == start)
        if over:
            title = "; ".join(dict.fromkeys(q.title for q in over[:5]))
            yield Piece(text[start:end], own or ("",), title)
        else:
            yield Piece(text[start:end])
