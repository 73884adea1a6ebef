"""Reading order of a page: where it stands in columns, each column is read to its end.

A page is cut into bands from the top. A band of rows that leave one gutter free, with real text on
both sides of it, is read column by column; other rows are read across.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import mean, median

import numpy as np
import pypdfium2 as pdfium

from extractors.text.rows import Row, make_row, page_rows, segments
from extractors.text.runs import Run, RunPage, read_runs

Segment = tuple[Run, ...]
Band = list[list[Segment]]

# A column holds lines at least this share of the page wide on average; of two that stand beside
# each other one has at least so many rows, both so many next to each other.
_WIDE = 0.24
_COLUMN_ROWS = 5
_BESIDE_ROWS = 3
_BLANK = 2.5  # of the usual distance of lines: a wider one parts a page
_WHOLE = 0.7  # of the page's width: what is narrower is one of its columns


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page's lines in the order in which a person reads them, and where its columns part."""

    rows: tuple[Row, ...]
    gutter: float | None = None


def read_page(page: RunPage) -> ReadPage:
    """The lines of a page in reading order."""
    band = [list(segments(row)) for row in page_rows(page)]
    gutter = _gutter(band, page.width)
    if gutter is not None:
        return ReadPage(tuple(_in_columns(band, gutter, page)), gutter)
    return ReadPage(tuple(row for part in _parts(band) for row in _ordered(part, page, page.width)))


def _ordered(band: Band, page: RunPage, width: float) -> list[Row]:
    """The lines of a band in reading order: its columns one after the other, if it has any.

    `width` is the page's; of a page that is already in columns a share of it, as three are narrower
    than two.
    """
    gutter = _gutter(band, width) if len(band) >= 2 * _BESIDE_ROWS else None
    if gutter is None:
        return [make_row(row, page.number) for row in band]
    return _in_columns(band, gutter, page)


def _in_columns(band: Band, gutter: float, page: RunPage) -> list[Row]:
    ordered: list[Row] = []
    for parted, rows in _bands(band, gutter):
        if not parted:
            ordered.extend(make_row(row, page.number) for row in rows)
            continue
        left = [[s for s in row if s[-1].x1 <= gutter] for row in rows]
        right = [[s for s in row if s[0].x0 >= gutter] for row in rows]
        for column in (left, right):  # a column may hold columns again
            ordered.extend(_ordered([r for r in column if r], page, _WHOLE * page.width))
    return ordered


def _parts(band: Band) -> list[Band]:
    """A page parted at its wide blanks: each part may stand in columns of its own."""
    tops = [row[0][0].baseline for row in band]
    gaps = [b - a for a, b in pairwise(tops)]
    if not gaps or max(map(len, band)) == 1:
        return [band]
    wide = _BLANK * median(gaps)
    cuts = [0, *(at for at, gap in enumerate(gaps, 1) if gap > wide), len(band)]
    return [band[start:end] for start, end in pairwise(cuts)]


def find_gutter(data: bytes, number: int) -> float | None:
    """Where the columns of page `number` of a PDF part, in points; None where it has none."""
    pdf = pdfium.PdfDocument(data)
    try:
        return read_page(read_runs(pdf[number - 1], number)).gutter
    finally:
        pdf.close()


def _gutter(band: Band, width: float) -> float | None:
    """The middle of the gap that parts two columns, if there are columns."""
    x0 = min((s[0].x0 for row in band for s in row), default=0.0)
    x1 = max((s[-1].x1 for row in band for s in row), default=width)
    start, end = (0.0, width) if x1 - x0 > _WHOLE * width else (x0, x1)
    tried = [start + (end - start) * percent / 100 for percent in range(30, 71)]
    counted = [(_beside_each_other(band, at[0], width), at) for at in _free(band, tried)]
    most = max((count for count, _ in counted), default=0)
    best = sorted(place for count, at in counted if count == most for place in at)
    return best[len(best) // 2] if most else None


def _free(band: Band, tried: Sequence[float]) -> list[list[float]]:
    """Those of `tried` that have enough text on both sides in rows that do not cross them.

    Places that part the page's text in the same way stand together.
    """
    spans = [(s[0].x0, s[-1].x1, at) for at, row in enumerate(band) for s in row]
    if not spans:
        return []
    x0, x1, rows = np.array(spans).T
    starts = np.flatnonzero(np.diff(rows, prepend=-1))
    at = np.array(tried)[:, None]
    before, after = x1 <= at, x0 >= at
    crossed = np.logical_or.reduceat(~before & ~after, starts, axis=1)
    left = np.logical_or.reduceat(before, starts, axis=1) & ~crossed
    right = np.logical_or.reduceat(after, starts, axis=1) & ~crossed
    enough = (left.sum(axis=1) >= _BESIDE_ROWS) & (right.sum(axis=1) >= _BESIDE_ROWS)
    alike: dict[bytes, list[float]] = {}
    for place in np.flatnonzero(enough).tolist():
        parted = before[place].tobytes() + after[place].tobytes()
        alike.setdefault(parted, []).append(tried[place])
    return list(alike.values())


def _beside_each_other(band: Band, x: float, width: float) -> int:
    """How many rows stand in two columns with `x` between them; 0 where it parts no columns."""
    placed = [(row[0][0].baseline, row, _sides(row, x)) for row in band]
    left = {y: sides[0] for y, _, sides in placed if sides and sides[0]}
    right = {y: sides[1] for y, _, sides in placed if sides and sides[1]}
    if not left or not right:
        return 0
    top, bottom = max(min(left), min(right)), min(max(left), max(right))
    crossed = [y for y, _, sides in placed if sides is None]
    if not crossed and len(left) >= 2 * _COLUMN_ROWS and mean(left.values()) > _WIDE * width:
        return len(left) + len(right)  # a full column, and the beginning of the next
    # A column may end early where no line runs across beside it and its lines begin in one place.
    early = not any(top <= y <= bottom for y in crossed) and _begin_together(band, x)
    least = _BESIDE_ROWS if early else _COLUMN_ROWS
    for column in (left, right):
        widths = [wide for y, wide in column.items() if top <= y <= bottom]
        if len(widths) < least or mean(widths) < _WIDE * width:
            return 0
    return len(left) + len(right)


def _begin_together(band: Band, x: float) -> bool:
    """Whether what stands right of `x` begins in one place, as gaps of justified text do not."""
    begins = Counter(
        round(min(s[0].x0 for s in row if s[0].x0 >= x) / 2)
        for row in band
        if any(s[0].x0 >= x for s in row) and not any(s[0].x0 < x < s[-1].x1 for s in row)
    )
    return bool(begins) and max(begins.values()) * 3 >= begins.total() * 2


def _sides(row: Sequence[Segment], x: float) -> tuple[float, float] | None:
    """How wide the text left and right of `x` is; None where something stands across it."""
    if any(segment[0].x0 < x < segment[-1].x1 for segment in row):
        return None
    left = sum(s[-1].x1 - s[0].x0 for s in row if s[-1].x1 <= x)
    right = sum(s[-1].x1 - s[0].x0 for s in row if s[0].x0 >= x)
    return left, right


def _bands(band: Band, gutter: float) -> list[tuple[bool, Band]]:
    """Runs of rows that are in columns (True) or run across (False)."""
    runs: list[tuple[bool, Band]] = []
    for row in band:
        parted = _sides(row, gutter) is not None
        if runs and runs[-1][0] == parted:
            runs[-1][1].append(row)
        else:
            runs.append((parted, [row]))
    return runs
