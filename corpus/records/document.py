"""A paper, from its bytes to its passages."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from corpus.records.evidence import Evidence, Span

PassageKind = Literal[
    "body", "heading", "footnote", "list", "table", "quote", "caption", "toc", "running_head"
]
# What says whose paper it is; empty: nothing does.
OwnerReason = Literal["source", "sender", "letterhead", "file_name", "text", ""]
Box = tuple[float, float, float, float]  # x0, top, x1, bottom in points from the page's top left


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceItem:
    """A paper as a source gave it: bytes and what the source knows of them."""

    name: str  # file name as given; what tables call `doc`
    data: bytes
    media_type: str = ""  # as the source declared it; the reader looks at the bytes
    origin: str = ""  # path or address it came from
    fetched_at: str = ""  # ISO 8601
    owner: str = ""  # the body it comes from, where the source says so
    published: str = ""  # EDTF, where the source says so

    @property
    def sha256(self) -> str:
        return sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One laid-out line; the only boxes that are kept. A span's boxes are looked up."""

    start: int
    end: int
    box: Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page and the stretch of text it holds. Pages tile the text in order."""

    number: int  # from 1
    start: int
    end: int
    width: float = 0.0  # points
    height: float = 0.0
    lines: tuple[Line, ...] = ()
    confidence: float = 1.0  # of its text: below 1 where it was read from a picture
    turned: int = 0  # degrees by which its text stands turned; boxes are of the page turned back


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph, heading, note, list item, table row … of a paper."""

    index: int
    start: int
    end: int
    kind: PassageKind
    section: tuple[str, ...] = ()  # headings above it, outermost first
    label: str = ""  # a note's number, a list item's marker, a heading's number
    called_at: int | None = None  # for a note: offset in the text of the place that calls it
    level: int = 0  # for a heading: 1 is outermost
    speaker: str = ""  # in minutes: who speaks, as written ("De heer Vos (SP)")

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A paper that has been read. `text` is NFC, final; all offsets point into it."""

    id: str  # sha256 of the bytes
    name: str
    text: str
    pages: tuple[Page, ...] = ()
    passages: tuple[Passage, ...] = ()
    title: str = ""
    kind: str = ""  # raadsbrief, notulen, rapport …
    language: str = ""  # BCP 47
    published: str = ""  # EDTF
    owner: str = ""  # entity id of the municipality or province it comes from
    owner_reason: OwnerReason = ""  # what says so
    reader: str = ""  # which reader made it, with version

    def evidence(self, span: Span) -> Evidence:
        """The quote at `span`, with its page: true by construction.

        Raises ValueError where the span runs past the text.
        """
        if span.end > len(self.text):
            raise ValueError(f"{self.name}: span {span.start}:{span.end} runs past the text")
        return Evidence(
            doc=self.name,
            page=self.page_at(span.start),
            start=span.start,
            end=span.end,
            quote=self.text[span.start : span.end],
        )

    def page_at(self, offset: int) -> int | None:
        """The number of the page that holds `offset`; None for formats without pages."""
        if not self.pages:
            return None
        at = bisect_right(self.pages, offset, key=lambda page: page.start) - 1
        return self.pages[max(at, 0)].number

    def passage_at(self, offset: int) -> Passage | None:
        """The passage that holds `offset`, if any."""
        at = bisect_right(self.passages, offset, key=lambda passage: passage.start) - 1
        if at < 0 or offset >= self.passages[at].end:
            return None
        return self.passages[at]

    def text_of(self, passage: Passage) -> str:
        return self.text[passage.start : passage.end]
