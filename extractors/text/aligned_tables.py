"""Tables without rules, and those of scans, whose rules are not seen: cells below each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.records import Box
from extractors.text.blocks import Block
from extractors.text.rows import Row
from extractors.text.ruled_tables import Tables
from extractors.text.table_text import has_header, row_texts

_ALIGNED = 6.0  # points within which the cells of a column begin


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
    texts = row_texts(grid, headed=has_header(grid))
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
