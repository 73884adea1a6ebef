"""Runs to lines of text: what stands on one baseline, where words part, what is raised."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.records import Box
from extractors.text.drop_capitals import with_drop_capitals
from extractors.text.runs import Run, RunPage

# A gap wider than this share of the font's size parts words; wider than the second parts cells.
_WORD_GAP = 0.22
_CELL_GAP = 1.6
# A raised digit is a call: smaller than this share of its line's size.
_RAISED = 0.87
_FIGURES = frozenset("0123456789,")


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


def page_rows(page: RunPage) -> tuple[tuple[Run, ...], ...]:
    """The page's runs by baseline, from the top, each row from left to right.

    Raised and lowered digits go with the row that they stand in.
    """
    inked = [g for g in page.runs if g.size > 0]
    if not inked:
        return ()
    usual = _usual_size(inked)
    rows: list[list[Run]] = []
    small: list[Run] = []
    for run in sorted(with_drop_capitals(inked, usual), key=lambda g: (g.baseline, g.x0)):
        if run.size < _RAISED * usual and run.text.isdigit():
            small.append(run)
        elif rows and (_same_baseline(rows[-1][0], run) or _leads(run, rows[-1])):
            rows[-1].append(run)
        else:
            rows.append([run])
    _place_raised(small, rows)
    return tuple(tuple(sorted(row, key=lambda g: g.x0)) for row in rows)


def _place_raised(small: Sequence[Run], rows: list[list[Run]]) -> None:
    for run in small:
        own = next((row for row in rows if _on_line(run, row[0])), None)
        near = [row for row in rows if _raised_on(run, row[0])]
        if own is not None:
            own.append(run)
        elif near:
            min(near, key=lambda row: abs(row[0].baseline - run.baseline)).append(run)
        else:
            rows.append([run])
    rows.sort(key=lambda row: row[0].baseline)


def _same_baseline(first: Run, run: Run) -> bool:
    # A hyphen or dot may be drawn in a size of its own.
    size = min(first.size, run.size) if run.text.isalnum() else first.size
    return run.baseline - first.baseline <= 0.25 * size


def _leads(mark: Run, row: Sequence[Run]) -> bool:
    """A bullet, drawn a little lower than its text, goes with it whatever the row began with."""
    return (len(mark.text) == 1 and not mark.text.isalnum()) and any(
        0 <= run.x0 - mark.x1 <= 2 * run.size
        and abs(run.baseline - mark.baseline) <= 0.15 * run.size
        for run in row
    )


def _on_line(run: Run, first: Run) -> bool:
    """A figure of small print belongs to the line of small print that it stands on."""
    same_size = 0.8 * first.size <= run.size <= 1.25 * first.size
    return same_size and abs(first.baseline - run.baseline) <= 0.25 * run.size


def _raised_on(run: Run, first: Run) -> bool:
    return -0.3 * first.size <= first.baseline - run.baseline <= 0.75 * first.size


def segments(row: Sequence[Run]) -> tuple[tuple[Run, ...], ...]:
    """A row parted where a gap is too wide for a space: columns and cells."""
    parts: list[list[Run]] = []
    for run in row:
        last = parts[-1][-1] if parts else run
        if parts and run.x0 - last.x1 <= _CELL_GAP * max(min(run.size, last.size), 6):
            parts[-1].append(run)
        else:
            parts.append([run])
    return tuple(tuple(part) for part in parts)


def make_row(parts: Iterable[Sequence[Run]], page: int) -> Row:
    """The text line that some segments of one row make; raised digits become calls."""
    kept = [part for part in parts if part]
    runs = [run for part in kept for run in part]
    if len(runs) == 1:
        return _plain_row(runs[0], page)
    size = _usual_size(runs)
    text, calls = "", []
    cells: list[tuple[float, str]] = []
    for part in kept:
        if text:
            text += " "
        start = len(text)
        text, found = _write(text, part, size)
        calls.extend(found)
        cells.append((part[0].x0, text[start:]))
    base = _usual_baseline(runs, size)
    letters = sum(len(g.text) for g in runs)
    return Row(
        text=text,
        box=(
            round(min(g.x0 for g in runs), 2),
            round(base - 0.8 * size, 2),
            round(max(g.x1 for g in runs), 2),
            round(base + 0.2 * size, 2),
        ),
        size=round(size, 1),
        page=page,
        bold=sum(len(g.text) for g in runs if g.bold) * 2 > letters,
        italic=sum(len(g.text) for g in runs if g.italic) * 2 > letters,
        calls=tuple(calls),
        cells=tuple(cells),
    )


def _plain_row(run: Run, page: int) -> Row:
    """A line drawn in one stretch, as most are."""
    size = round(run.size, 1)
    top, bottom = round(run.baseline - 0.8 * size, 2), round(run.baseline + 0.2 * size, 2)
    return Row(
        text=run.text,
        box=(round(run.x0, 2), top, round(run.x1, 2), bottom),
        size=size,
        page=page,
        bold=run.bold,
        italic=run.italic,
        cells=((run.x0, run.text),),
    )


def _usual_size(runs: Sequence[Run]) -> float:
    """The size in which most characters stand."""
    sizes: Counter[float] = Counter()
    for run in runs:
        sizes[round(run.size, 1)] += len(run.text)
    return max(sizes, key=lambda size: (sizes[size], size))


def _usual_baseline(runs: Sequence[Run], size: float) -> float:
    """Where the runs of full size stand: as the longest of them does."""
    full = [run for run in runs if run.size >= _RAISED * size] or runs
    return max(full, key=lambda run: len(run.text)).baseline


def _write(text: str, part: Sequence[Run], size: float) -> tuple[str, list[Call]]:
    calls: list[Call] = []
    base = _usual_baseline(part, size)
    raised, before = "", None
    for run in part:
        is_call = (
            run.size < _RAISED * size
            and _FIGURES.issuperset(run.text)
            and base - run.baseline > 0.12 * size
        )
        if not is_call and raised:
            calls.extend(_calls(raised, len(text)))
            raised = ""
        if is_call:
            apart = raised and before is not None and (run.spaced or not _near(before, run))
            raised += f",{run.text}" if apart else run.text
        else:
            parted = before is not None and (run.spaced or not _near(before, run))
            if parted and text and text[-1] != " ":
                text += " "
            text += run.text
        before = run
    calls.extend(_calls(raised, len(text)))
    return text, calls


def _near(left: Run, right: Run) -> bool:
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
