"""What is usual in a paper, and what comes back on its pages: told only by the whole of it."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from extractors.text.rows import Row

_PAGE_NUMBER = re.compile(
    r"^(?:pagina|blz\.?|p\.?|page)?\s*[-–]?\s*\d{1,4}\s*[-–]?(?:\s*(?:van|/|of)\s*\d{1,4})?$",
    re.IGNORECASE,
)
_PAGE_OF = re.compile(
    r"\b(?:pagina|blz\.?|page)\s+\d{1,4}\s+(?:van|of|/)\s+\d{1,4}\b", re.IGNORECASE
)
# Shares of the page's height in which heads and feet stand.
_HEAD, _FOOT = 0.09, 0.91


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """What is usual in this paper: the size of its text, the distance of its lines."""

    size: float
    pitch: float
    left: float
    right: float


def usual_style(pages: Sequence[Sequence[Row]]) -> Style:
    """The size that most characters have, and the usual distance and margins of such lines."""
    rows = [row for page in pages for row in page]
    sizes: Counter[float] = Counter()
    for row in rows:
        sizes[row.size] += len(row.text)
    size = max(sorted(sizes), key=lambda s: sizes[s]) if sizes else 10.0
    body = [row for row in rows if abs(row.size - size) < 0.6]
    gaps = Counter(
        round(b.top - a.top)
        for page in pages
        for a, b in itertools.pairwise(page)
        if abs(a.size - size) < 0.6
        and abs(b.size - size) < 0.6
        and 0.85 * size < b.top - a.top < 2.2 * size
    )
    return Style(
        size=size,
        # The least that is common: in a paper of short items most gaps are those between them.
        pitch=min((gap for gap in gaps if gaps[gap] * 7 >= gaps.total()), default=1.25 * size),
        left=median(row.x0 for row in body) if body else 0.0,
        right=_high(sorted(row.x1 for row in body)),
    )


def _high(values: Sequence[float]) -> float:
    return values[int(len(values) * 0.9)] if values else 0.0


def running_rows(pages: Sequence[Sequence[Row]], heights: Sequence[float]) -> frozenset[Row]:
    """Heads, feet and page numbers: in the margin, and coming back or a mere number."""
    margin: list[Row] = []
    for page, height in zip(pages, heights, strict=True):
        margin.extend(r for r in page if r.bottom < _HEAD * height or r.top > _FOOT * height)
    seen: Counter[str] = Counter()
    for _, key in {(row.page, _faceless(row.text)) for row in margin}:
        seen[key] += 1
    often = 2 if len(pages) < 6 else 3
    return frozenset(
        row
        for row in margin
        if _PAGE_NUMBER.match(row.text)
        or _PAGE_OF.search(row.text)
        or seen[_faceless(row.text)] >= often
    )


def _faceless(text: str) -> str:
    return re.sub(r"\d+", "#", text.casefold())
