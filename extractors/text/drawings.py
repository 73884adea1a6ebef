"""What a page draws beside its letters: does it hold a ruled table, a picture, lost text?"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

from extractors.text.bound import address, calls

_OBJECT_LIMIT = 4000  # of one page: a map has more, and no table that is worth its price
_DEPTH = 3  # of drawings inside drawings
_RULE = 8.0  # points: a shorter stroke rules nothing
_GRID = 3.0  # points within which two strokes stand in one line
_COMPOUND = 16  # segments of one path that may be a whole grid: four cells of four sides


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """What a page draws: how many stretches of text, pictures and strokes, whether a grid."""

    texts: int = 0
    pictures: int = 0
    paths: int = 0
    has_grid: bool = False
    pictured: float = 0.0  # square points of the largest picture


def read_drawing(page: pdfium.PdfPage) -> Drawing:
    """What `page` draws, without reading its text.

    A grid has lines around one row (the rest of a table from the page before) and two columns.
    """
    texts = pictures = paths = compound = 0
    pictured = 0.0
    across: set[int] = set()
    down: set[int] = set()
    for drawn, kind in _objects(address(page.raw)):
        texts += kind == raw.FPDF_PAGEOBJ_TEXT
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            pictures += 1
            left, bottom, right, top = _bounds(drawn)
            pictured = max(pictured, (right - left) * (top - bottom))
        if kind == raw.FPDF_PAGEOBJ_PATH:
            paths += 1
            left, bottom, right, top = _bounds(drawn)
            if right - left > _RULE:
                across.update((round(bottom / _GRID), round(top / _GRID)))
            if top - bottom > _RULE:
                down.update((round(left / _GRID), round(right / _GRID)))
            compound = max(compound, calls().segments(drawn))
    has_grid = (len(across) >= 2 and len(down) >= 3) or compound >= _COMPOUND
    return Drawing(
        texts=texts, pictures=pictures, paths=paths, has_grid=has_grid, pictured=pictured
    )


def _objects(page: int) -> Iterator[tuple[int, int]]:
    """The objects of a page with their kinds, those inside forms too."""
    call = calls()
    waiting = [(page, 0)]
    left = _OBJECT_LIMIT
    while waiting and left > 0:
        holder, depth = waiting.pop()
        count = call.form_objects(holder) if depth else call.objects(holder)
        for index in range(min(max(count, 0), left)):
            drawn = (call.form_object if depth else call.object)(holder, index)
            kind = call.kind(drawn)
            left -= 1
            if kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEPTH:
                waiting.append((drawn, depth + 1))
            else:
                yield drawn, kind


def _bounds(drawn: int) -> tuple[float, float, float, float]:
    box = (ctypes.c_float * 4)()
    at = ctypes.addressof(box)
    calls().bounds(drawn, at, at + 4, at + 8, at + 12)
    return box[0], box[1], box[2], box[3]
