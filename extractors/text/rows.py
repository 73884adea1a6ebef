"""Glyphs to lines of text: what stands on one baseline, where words part, what is raised."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import median

from corpus.records import Box
from extractors.text.glyphs import Glyph, GlyphPage

# A gap wider than this share of the font's size parts words; wider than the second parts cells.
_WORD_GAP = 0.22
_CELL_GAP = 1.6
# A raised digit is a call: smaller than this share of its line's size.
_RAISED = 0.87


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A note's number as it stands raised in a line: `at` counts characters of the line's text."""

    label: str
    at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of text (or one cell's width of it) on a page."""

    text: str
    box: Box
    size: float
    page: int
    bold: bool = False
    italic: bool = False
    calls: tuple[Call, ...] = ()
    cells: tuple[tuple[float, str], ...] = ()  # left edge and text of parts with wide gaps between

    @property
    def x0(self) -> float:
        return self.box[0]

    @property
    def top(self) -> float:
        return self.box[1]

    @property
    def x1(self) -> float:
        return self.box[2]

    @property
    def bottom(self) -> float:
        return self.box[3]


def page_rows(page: GlyphPage) -> tuple[tuple[Glyph, ...], ...]:
    """The page's glyphs by baseline, from the top, each row from left to right.

    Raised and lowered digits go with the row that they stand in.
    """
    inked = [g for g in page.glyphs if g.size > 0]
    if not inked:
        return ()
    usual = median(g.size for g in inked)
    rows: list[list[Glyph]] = []
    small: list[Glyph] = []
    for glyph in sorted(inked, key=lambda g: (g.baseline, g.x0)):
        if glyph.size < _RAISED * usual and glyph.char.isdigit():
            small.append(glyph)
        elif rows and _same_baseline(rows[-1][0], glyph):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    _place_raised(small, rows)
    return tuple(tuple(sorted(row, key=lambda g: g.x0)) for row in rows)


def _place_raised(small: Sequence[Glyph], rows: list[list[Glyph]]) -> None:
    for glyph in small:
        own = next((row for row in rows if _on_line(glyph, row[0])), None)
        near = [row for row in rows if _raised_on(glyph, row[0])]
        if own is not None:
            own.append(glyph)
        elif near:
            min(near, key=lambda row: abs(row[0].baseline - glyph.baseline)).append(glyph)
        else:
            rows.append([glyph])
    rows.sort(key=lambda row: row[0].baseline)


def _same_baseline(first: Glyph, glyph: Glyph) -> bool:
    return glyph.baseline - first.baseline <= 0.25 * min(first.size, glyph.size)


def _on_line(glyph: Glyph, first: Glyph) -> bool:
    """A figure of small print belongs to the line of small print that it stands on."""
    same_size = 0.8 * first.size <= glyph.size <= 1.25 * first.size
    return same_size and abs(first.baseline - glyph.baseline) <= 0.25 * glyph.size


def _raised_on(glyph: Glyph, first: Glyph) -> bool:
    return -0.3 * first.size <= first.baseline - glyph.baseline <= 0.75 * first.size


def segments(row: Sequence[Glyph]) -> tuple[tuple[Glyph, ...], ...]:
    """A row parted where a gap is too wide for a space: columns and cells."""
    parts: list[list[Glyph]] = []
    for glyph in row:
        last = parts[-1][-1] if parts else glyph
        if parts and glyph.x0 - last.x1 <= _CELL_GAP * max(min(glyph.size, last.size), 6):
            parts[-1].append(glyph)
        else:
            parts.append([glyph])
    return tuple(tuple(part) for part in parts)


def make_row(parts: Iterable[Sequence[Glyph]], page: int) -> Row:
    """The text line that some segments of one row make; raised digits become calls."""
    kept = [part for part in parts if part]
    glyphs = [glyph for part in kept for glyph in part]
    size = _line_size(glyphs)
    text, calls = "", []
    cells: list[tuple[float, str]] = []
    for part in kept:
        if text:
            text += " "
        start = len(text)
        text, found = _write(text, part, size)
        calls.extend(found)
        cells.append((part[0].x0, text[start:]))
    inked = [g for g in glyphs if g.size >= _RAISED * size] or glyphs
    base = median(g.baseline for g in inked)
    return Row(
        text=text,
        box=(
            round(min(g.x0 for g in glyphs), 2),
            round(base - 0.8 * size, 2),
            round(max(g.x1 for g in glyphs), 2),
            round(base + 0.2 * size, 2),
        ),
        size=round(size, 1),
        page=page,
        bold=sum(g.bold for g in inked) * 2 > len(inked),
        italic=sum(g.italic for g in inked) * 2 > len(inked),
        calls=tuple(calls),
        cells=tuple(cells),
    )


def _line_size(glyphs: Sequence[Glyph]) -> float:
    return median(sorted(g.size for g in glyphs)[len(glyphs) // 3 :])


def _write(text: str, part: Sequence[Glyph], size: float) -> tuple[str, list[Call]]:
    calls: list[Call] = []
    base = (
        median(g.baseline for g in part if g.size >= _RAISED * size)
        if any(g.size >= _RAISED * size for g in part)
        else part[0].baseline
    )
    raised, before = "", None
    for glyph in part:
        is_call = (
            glyph.size < _RAISED * size
            and glyph.char in "0123456789,"
            and base - glyph.baseline > 0.12 * size
        )
        if not is_call and raised:
            calls.extend(_calls(raised, len(text)))
            raised = ""
        if is_call:
            apart = raised and before is not None and (glyph.spaced or not _near(before, glyph))
            raised += f",{glyph.char}" if apart else glyph.char
        else:
            parted = before is not None and (glyph.spaced or not _near(before, glyph))
            if parted and text and text[-1] != " ":
                text += " "
            text += glyph.char
        before = glyph
    calls.extend(_calls(raised, len(text)))
    return text, calls


def _near(left: Glyph, right: Glyph) -> bool:
    return right.x0 - left.x1 <= _WORD_GAP * max(left.size, right.size) * 0.8


def _calls(raised: str, at: int) -> list[Call]:
    return [Call(label=label, at=at) for label in re.findall(r"\d+", raised)]


def moved(row: Row, by: int) -> Row:
    """`row` whose first `by` characters were taken off."""
    return replace(
        row,
        text=row.text[by:],
        calls=tuple(replace(c, at=max(c.at - by, 0)) for c in row.calls),
    )
