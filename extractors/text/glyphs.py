"""Characters of a PDF page with their places, read with pypdfium2.

pypdfium2 is the reader of text and geometry: it is forty times as fast as pdfplumber and reads
fonts that pdfminer drops. pdfplumber counts every page beside it (`coverage`) and finds tables.
"""

from __future__ import annotations

import ctypes
import unicodedata
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

SOFT_HYPHEN = "\u2010"  # typesetters' own line-end hyphen; a hard one stays "-"
_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
# pdfium's marks for a hyphen at a line's end.
_HYPHEN_MARKS = {0x02, 0xFFFE}
_GLYPH_LIMIT = 200_000  # of one page; a page of print has 5,000


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character; coordinates in points from the page's top left."""

    char: str
    x0: float
    x1: float
    baseline: float
    size: float  # height of the font's box on the page
    bold: bool
    italic: bool
    spaced: bool = False  # a blank stands before it in the page's own text


@dataclass(frozen=True, slots=True, kw_only=True)
class GlyphPage:
    """A page's glyphs in the order of its content, without blanks."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]


def read_glyphs(page: pdfium.PdfPage, number: int) -> GlyphPage:
    """Every visible character of `page`; each says whether a blank stands before it."""
    width, height = page.get_size()
    textpage = page.get_textpage()
    try:
        count = min(textpage.count_chars(), _GLYPH_LIMIT)
        reader = _Reader(textpage.raw, height)
        glyphs = tuple(g for g in map(reader.glyph, range(count)) if g is not None)
    finally:
        textpage.close()
    return GlyphPage(number=number, width=width, height=height, glyphs=glyphs)


class _Reader:
    """Holds the buffers that pdfium fills, so that they are made once a page."""

    def __init__(self, handle: object, height: float) -> None:
        self._handle = handle
        self._height = height
        self._box = raw.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._name = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()
        self._blank = False

    def glyph(self, index: int) -> Glyph | None:
        code = raw.FPDFText_GetUnicode(self._handle, index)
        char = _clean(code)
        if not char or char == " ":
            self._blank = True
            return None
        spaced, self._blank = self._blank, False
        raw.FPDFText_GetLooseCharBox(self._handle, index, self._box)
        raw.FPDFText_GetCharOrigin(self._handle, index, self._x, self._y)
        length = raw.FPDFText_GetFontInfo(self._handle, index, self._name, 128, self._flags)
        name = self._name.raw[: max(length - 1, 0)].lower()
        return Glyph(
            char,
            self._box.left,
            self._box.right,
            self._height - self._y.value,
            abs(self._box.top - self._box.bottom),
            b"bold" in name or b"black" in name or b"heavy" in name,
            b"italic" in name or b"oblique" in name,
            spaced,
        )


def _clean(code: int) -> str:
    if code in _HYPHEN_MARKS:
        return "-"
    if code in (0x0A, 0x0D, 0) or code > 0x10FFFF:
        return ""
    char = chr(code)
    if char in _LIGATURES:
        return _LIGATURES[char]
    if char.isspace():
        return " "
    if unicodedata.category(char) in ("Cc", "Cs", "Cn"):
        return ""
    return SOFT_HYPHEN if char == "\u00ad" else char
