"""Where a thing stands in a paper. Offsets are code points into `Document.text`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of a document's text: 0 <= start < end, in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not {self.start}:{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def gap(self, other: Span) -> int:
        """The characters between two spans; 0 where they touch or overlap."""
        return max(other.start - self.end, self.start - other.end, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A quote with its address. Made only by `Document.evidence`, which makes it true.

    `doc` is the paper's name as given; `page` is None for formats without pages.
    """

    doc: str
    page: int | None
    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        if self.end - self.start != len(self.quote):
            raise ValueError("a quote must be as long as its span")

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)
