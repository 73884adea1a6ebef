"""Tables: where ruled ones are says pdfplumber, what is in them say the runs.

Tables without rules (and those of scans, whose rules are not seen) show by cells that stand below
each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from corpus.records import Box
from extractors.patterns import matcher
from extractors.text.blocks import Block
from extractors.text.rows import Row, make_row, page_rows, segments
from extractors.text.runs import Run, RunPage

Tables = tuple[tuple[Box, tuple[Block, ...]], ...]
_ALIGNED = 6.0  # points within which the cells of a column begin


def find_tables(page: Any, read: RunPage) -> Tables:
    """The page's ruled tables: their box, and one block for each row with text.

    A row reads "header: cell; header: cell", so that what finds facts in text finds them here.
    """
    found = []
    for table in page.find_tables():
        grid = [
            [_cell_text(cell, read) if cell else "" for cell in row.cells] for row in table.rows
        ]
        if not _is_table(grid):
            continue
        boxes = [tuple(float(v) for v in row.bbox) for row in table.rows]
        found.append((tuple(float(v) for v in table.bbox), _blocks(grid, boxes, read)))
    return tuple(found)  # type: ignore[arg-type]


def aligned_tables(rows: Sequence[Row]) -> tuple[tuple[Row, ...], Tables]:
    """A page's lines without those that make tables without rules, and these tables.

    Lines with three cells or more, most of which stand below each other: at least three, or two
    with figures in the same column. A line in between may go on with cells of the line above it.
    """
    found: list[tuple[Box, tuple[Block, ...]]] = []
    rest: list[Row] = []
    at = 0
    while at < len(rows):
        table, end = _table_from(rows, at)
        if len(table) >= 3 or (len(table) == 2 and _has_figures(table)):
            found.append(_aligned_table(table))
        else:
            end = at + 1
            rest.append(rows[at])
        at = end
    return tuple(rest), tuple(found)


def _table_from(rows: Sequence[Row], at: int) -> tuple[list[Row], int]:
    """The table's rows that begin at line `at`, and the line after them."""
    table, end = [rows[at]], at + 1
    while end < len(rows) and len(rows[at].cells) >= 3:
        row, above = rows[end], rows[end - 1]
        if not 0 < row.top - above.top < 4.5 * row.size:
            break
        if _is_below(table[-1], row):
            table.append(row)
        elif (continued := _with_rest(table[-1], row)) is not None:
            table[-1] = continued
        else:
            break
        end += 1
    return table, end


def _is_below(above: Row, row: Row) -> bool:
    if len(above.cells) != len(row.cells):
        return False
    lefts = zip(above.cells, row.cells, strict=True)
    return sum(abs(a[0] - b[0]) <= _ALIGNED for a, b in lefts) * 3 >= len(row.cells) * 2


def _with_rest(above: Row, row: Row) -> Row | None:
    """The row above with what `row` adds to its cells; None where it is no part of them.

    A line that begins where the first column does may be the text after the table.
    """
    cells = list(above.cells)
    for left, text in row.cells:
        column = next((i for i, (x, _) in enumerate(cells) if abs(x - left) <= _ALIGNED), 0)
        if column == 0:
            return None
        cells[column] = (cells[column][0], f"{cells[column][1]} {text}")
    return replace(above, cells=tuple(cells), box=(*above.box[:3], row.bottom))


def _has_figures(table: Sequence[Row]) -> bool:
    columns = zip(*([text for _, text in row.cells] for row in table), strict=True)
    return any(all(any(c.isdigit() for c in cell) for cell in column) for column in columns)


def _aligned_table(rows: Sequence[Row]) -> tuple[Box, tuple[Block, ...]]:
    grid = [[text for _, text in row.cells] for row in rows]
    texts = _row_texts(grid, headed=_has_header(grid))
    box = (
        min(row.x0 for row in rows),
        rows[0].top,
        max(row.x1 for row in rows),
        rows[-1].bottom,
    )
    blocks = tuple(
        Block(kind="table", rows=(replace(row, text=text, calls=(), cells=()),))
        for row, text in zip(rows, texts, strict=True)
    )
    return box, blocks


def _is_table(grid: Sequence[Sequence[str]]) -> bool:
    cells = [cell for row in grid for cell in row]
    return len(grid) > 1 and max(map(len, grid)) > 1 and sum(map(bool, cells)) * 2 > len(cells)


def _cell_text(cell: Sequence[float], read: RunPage) -> str:
    x0, top, x1, bottom = cell
    inside = tuple(
        g for g in read.runs if x0 <= (g.x0 + g.x1) / 2 <= x1 and top <= _middle(g) <= bottom
    )
    part = RunPage(number=read.number, width=read.width, height=read.height, runs=inside)
    rows = [make_row(segments(row), read.number).text for row in page_rows(part)]
    return " ".join(rows)


def _middle(run: Run) -> float:
    return run.baseline - 0.3 * run.size


def _blocks(
    grid: Sequence[Sequence[str]], boxes: Sequence[tuple[float, ...]], read: RunPage
) -> tuple[Block, ...]:
    blocks = []
    for text, box in zip(_row_texts(grid, headed=_has_header(grid)), boxes, strict=True):
        if text:
            x0, top, x1, bottom = box
            row = Row(text=text, box=(x0, top, x1, bottom), size=0.0, page=read.number)
            blocks.append(Block(kind="table", rows=(row,)))
    return tuple(blocks)


def table_texts(rows: Sequence[Sequence[str]], *, headed: bool | None = None) -> tuple[str, ...]:
    """The rows with text, as text; `headed` where the file itself says whether row 1 is a header.

    >>> table_texts([["Datum", "5 juni 2018"], ["Betreft", "stedenband"]])
    ('Datum: 5 juni 2018', 'Betreft: stedenband')
    """
    rows = [row for row in rows if any(row)]
    header = _has_header(rows) if headed is None else headed and len(rows) > 1
    return tuple(text for text in _row_texts(rows, headed=header) if text)


def _has_header(rows: Sequence[Sequence[str]]) -> bool:
    """Row 1 is a header when it is full and short; two columns may be a label and what it says."""
    if len(rows) < 2 or len(rows[0]) < 2 or not all(rows[0]):
        return False
    return len(rows[0]) > 2 or not _is_labelled(rows)


def _is_labelled(rows: Sequence[Sequence[str]]) -> bool:
    """Whether two columns are labels and values: "Datum | 5 juni 2018", as in a reference block."""
    firsts = [row[0].strip() for row in rows]
    labels = matcher("reference_block")
    known = [m for first in firsts for m in labels.find(first)[:1] if m.end >= len(first) - 2]
    return len(known) * 2 >= len(rows) or all(first.endswith(":") for first in firsts)


def _row_texts(rows: Sequence[Sequence[str]], *, headed: bool) -> list[str]:
    """One text for each row, empty where it has none."""
    if not headed and rows and all(len(row) == 2 for row in rows) and _is_labelled(rows):
        return [row_text(row[:1], row[1:]) if all(row) else row_text((), row) for row in rows]
    return [row_text(rows[0] if headed and index else (), row) for index, row in enumerate(rows)]


def row_text(header: Sequence[str], cells: Sequence[str]) -> str:
    """A table's row as text.

    >>> row_text(["Gemeente", "Sinds"], ["Goes", "1990"])
    'Gemeente: Goes; Sinds: 1990'
    """
    if not header:
        return "; ".join(cell for cell in cells if cell)
    named = zip(header, cells, strict=False)
    return "; ".join(f"{name.rstrip(':')}: {cell}" for name, cell in named if cell)


def without(read: RunPage, boxes: Sequence[Box]) -> RunPage:
    """The page without the runs that stand in `boxes`."""
    if not boxes:
        return read
    kept = tuple(
        g
        for g in read.runs
        if not any(b[0] <= (g.x0 + g.x1) / 2 <= b[2] and b[1] <= _middle(g) <= b[3] for b in boxes)
    )
    return RunPage(number=read.number, width=read.width, height=read.height, runs=kept)
