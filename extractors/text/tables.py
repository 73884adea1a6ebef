"""Ruled tables: where they are says pdfplumber, what is in them say the glyphs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from corpus.records import Box
from extractors.text.blocks import Block
from extractors.text.glyphs import Glyph, GlyphPage
from extractors.text.rows import Row, make_row, page_rows, segments


def find_tables(page: Any, glyphs: GlyphPage) -> tuple[tuple[Box, tuple[Block, ...]], ...]:
    """The page's ruled tables: their box, and one block for each row with text.

    A row reads "header: cell; header: cell", so that what finds facts in text finds them here.
    """
    found = []
    for table in page.find_tables():
        grid = [
            [_cell_text(cell, glyphs) if cell else "" for cell in row.cells] for row in table.rows
        ]
        if not _is_table(grid):
            continue
        boxes = [tuple(float(v) for v in row.bbox) for row in table.rows]
        found.append((tuple(float(v) for v in table.bbox), _blocks(grid, boxes, glyphs)))
    return tuple(found)  # type: ignore[arg-type]


def _is_table(grid: Sequence[Sequence[str]]) -> bool:
    cells = [cell for row in grid for cell in row]
    return len(grid) > 1 and max(map(len, grid)) > 1 and sum(map(bool, cells)) * 2 > len(cells)


def _cell_text(cell: Sequence[float], glyphs: GlyphPage) -> str:
    x0, top, x1, bottom = cell
    inside = tuple(
        g for g in glyphs.glyphs if x0 <= (g.x0 + g.x1) / 2 <= x1 and top <= _middle(g) <= bottom
    )
    part = GlyphPage(number=glyphs.number, width=glyphs.width, height=glyphs.height, glyphs=inside)
    rows = [make_row(segments(row), glyphs.number).text for row in page_rows(part)]
    return " ".join(rows)


def _middle(glyph: Glyph) -> float:
    return glyph.baseline - 0.3 * glyph.size


def _blocks(
    grid: Sequence[Sequence[str]], boxes: Sequence[tuple[float, ...]], glyphs: GlyphPage
) -> tuple[Block, ...]:
    header = grid[0] if all(grid[0]) else ()
    blocks = []
    for index, (cells, box) in enumerate(zip(grid, boxes, strict=True)):
        text = row_text(header if index else (), cells)
        if text:
            x0, top, x1, bottom = box
            row = Row(text=text, box=(x0, top, x1, bottom), size=0.0, page=glyphs.number)
            blocks.append(Block(kind="table", rows=(row,)))
    return tuple(blocks)


def row_text(header: Sequence[str], cells: Sequence[str]) -> str:
    """A table's row as text.

    >>> row_text(["Gemeente", "Sinds"], ["Goes", "1990"])
    'Gemeente: Goes; Sinds: 1990'
    """
    if not header:
        return "; ".join(cell for cell in cells if cell)
    named = zip(header, cells, strict=False)
    return "; ".join(f"{name.rstrip(':')}: {cell}" for name, cell in named if cell)


def without(glyphs: GlyphPage, boxes: Sequence[Box]) -> GlyphPage:
    """The page without the glyphs that stand in `boxes`."""
    if not boxes:
        return glyphs
    kept = tuple(
        g
        for g in glyphs.glyphs
        if not any(b[0] <= (g.x0 + g.x1) / 2 <= b[2] and b[1] <= _middle(g) <= b[3] for b in boxes)
    )
    return GlyphPage(number=glyphs.number, width=glyphs.width, height=glyphs.height, glyphs=kept)
