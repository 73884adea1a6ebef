"""Ruled tables: where they are says pdfplumber, what is in them say the runs.

A table that runs over a page or a column is one table: its header holds for all of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from corpus.records import Box
from extractors.text.blocks import Block
from extractors.text.rows import Row, make_row, page_rows, segments
from extractors.text.runs import Run, RunPage
from extractors.text.table_text import has_header, row_texts

Tables = tuple[tuple[Box, tuple[Block, ...]], ...]
_SAME_WIDTH = 3.0  # points by which the columns of a table's parts may differ
_LOW, _HIGH = 0.6, 0.4  # shares of the page: one part ends below, the next begins above


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A ruled table, or the part of one that stands on a page."""

    page: RunPage
    box: Box
    rows: tuple[Box, ...]
    cells: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]  # of its columns

    @property
    def column(self) -> tuple[int, bool]:
        """The page and the half of it that it begins in."""
        return self.page.number, self.box[0] > self.page.width / 2


def find_grids(page: Any, read: RunPage) -> tuple[Grid, ...]:
    """What pdfplumber takes for tables on a page, with the text of their cells."""
    found = []
    for table in page.find_tables():
        rows = list(table.rows)
        cells = tuple(
            tuple(_cell_text(cell, read) if cell else "" for cell in row.cells) for row in rows
        )
        first = max(rows, key=lambda row: sum(map(bool, row.cells)))
        found.append(
            Grid(
                page=read,
                box=_box(table.bbox),
                rows=tuple(_box(row.bbox) for row in rows),
                cells=cells,
                widths=tuple(cell[2] - cell[0] for cell in first.cells if cell),
            )
        )
    return tuple(found)


def _box(said: Sequence[float]) -> Box:
    x0, top, x1, bottom = map(float, said)
    return x0, top, x1, bottom


def write_tables(grids: Sequence[Sequence[Grid]]) -> list[Tables]:
    """For each page its tables: their box, and one block for each row with text."""
    flat = sorted((g for page in grids for g in page), key=lambda g: (*g.column, g.box[1]))
    written: dict[int, list[tuple[Box, tuple[Block, ...]]]] = {}
    for group in _groups(flat):
        cells = [row for grid in group for row in grid.cells]
        if not _is_table(cells):
            continue
        texts = iter(_texts(cells, parts=len(group)))
        for grid in group:
            blocks = tuple(
                Block(kind="table", rows=(_row(text, box, grid.page.number),))
                for box, text in zip(grid.rows, texts, strict=False)  # rows first: it ends them
                if text
            )
            written.setdefault(grid.page.number, []).append((grid.box, blocks))
    return [tuple(written.get(number, ())) for number in range(1, len(grids) + 1)]


def _row(text: str, box: Box, page: int) -> Row:
    return Row(text=text, box=box, size=0.0, page=page)


def _groups(grids: Sequence[Grid]) -> Iterator[list[Grid]]:
    group: list[Grid] = []
    for grid in grids:
        if group and not _goes_on(group[-1], grid):
            yield group
            group = []
        group.append(grid)
    if group:
        yield group


def _goes_on(before: Grid, grid: Grid) -> bool:
    """Whether a grid is the rest of the one before it, on the next page or in the next column."""
    if before.column == grid.column or len(before.widths) != len(grid.widths):
        return False
    alike = zip(before.widths, grid.widths, strict=True)
    return (
        all(abs(a - b) <= _SAME_WIDTH for a, b in alike)
        and before.box[3] > _LOW * before.page.height
        and grid.box[1] < _HIGH * grid.page.height
    )


def _texts(cells: Sequence[Sequence[str]], *, parts: int) -> list[str]:
    """A text for each row; a header that comes back on the next page says nothing new."""
    texts = row_texts(cells, headed=has_header(cells))
    return [
        "" if parts > 1 and at and row == cells[0] else text
        for at, (row, text) in enumerate(zip(cells, texts, strict=True))
    ]


def _is_table(grid: Sequence[Sequence[str]]) -> bool:
    cells = [cell for row in grid for cell in row]
    return len(grid) > 1 and max(map(len, grid)) > 1 and sum(map(bool, cells)) * 2 > len(cells)


def _cell_text(cell: Sequence[float], read: RunPage) -> str:
    x0, top, x1, bottom = cell
    inside = tuple(
        g for g in read.runs if x0 <= (g.x0 + g.x1) / 2 <= x1 and top <= _middle(g) <= bottom
    )
    part = read._replace(runs=inside)
    rows = [make_row(segments(row), read.number).text for row in page_rows(part)]
    return " ".join(rows)


def _middle(run: Run) -> float:
    return run.baseline - 0.3 * run.size


def without(read: RunPage, boxes: Sequence[Box]) -> RunPage:
    """The page without the runs that stand in `boxes`."""
    if not boxes:
        return read
    kept = tuple(
        g
        for g in read.runs
        if not any(b[0] <= (g.x0 + g.x1) / 2 <= b[2] and b[1] <= _middle(g) <= b[3] for b in boxes)
    )
    return read._replace(runs=kept)
