"""Text runs of a PDF page with their places, read with pypdfium2.

pypdfium2 is the reader of text and geometry: it is forty times as fast as pdfplumber and reads
fonts that pdfminer drops. pdfplumber is asked where its table logic or its second opinion is
needed (`coverage`).
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise, repeat
from typing import Any, Literal, NamedTuple

import numpy as np
import pypdfium2 as pdfium

from extractors.text.bound import address, calls

SOFT_HYPHEN = "\u2010"  # typesetters' own line-end hyphen; a hard one stays "-"
_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
_LIGATURE = re.compile(f"[{''.join(_LIGATURES)}]")
_HYPHEN_MARKS = "\x02\ufffe"  # pdfium's marks for a hyphen at a line's end
# What is no letter: controls, halves of rare characters, codes that stand for nothing.
_ODD = re.compile(r"[\x00-\x1f\x7f-\x9f\u00ad\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_WORD = re.compile(r"\S+")
_MIXED = re.compile(r"\d[^\d\s]|[^\d\s]\d")
_CHAR_LIMIT = 200_000  # of one page; a page of print has 5,000
_SAMPLE = 60  # characters of a page that are asked for their angle and their mapping
_GAP = 0.1  # a gap wider than this share of the size parts runs; `rows` says whether it is a blank
_FAR = 0.8  # a blank wider than this share of the size may part cells
_STEP = 0.4  # points up, down or in size that part runs: a raised figure is a run of its own
Array = Any  # numpy.ndarray
Edges = tuple[float, float, float, float]  # left, top, right, bottom; y grows upward


class Run(NamedTuple):
    """Characters that stand together in one size; coordinates in points from the top left.

    A named tuple, not a dataclass: a page has hundreds, and they cost a third to make.
    """

    text: str
    x0: float
    x1: float
    baseline: float
    size: float  # height of the font's box on the page
    bold: bool
    italic: bool
    spaced: bool = False  # a blank stands before it in the page's own text


class RunPage(NamedTuple):
    """A page's runs in the order of its content, without blanks.

    `turned`: degrees against the clock by which most of its text stands turned on the page as it is
    shown; places are those of the page turned back, so that its text is upright.
    """

    number: int
    width: float
    height: float
    runs: tuple[Run, ...]
    unmapped: float = 0.0  # share of its characters for which the font names no letter (sampled)
    turned: int = 0


def read_runs(page: pdfium.PdfPage, number: int) -> RunPage:
    """Every visible character of `page`, in runs; each says whether a blank stands before it."""
    textpage = page.get_textpage()
    try:
        text = _PageText(textpage, page)
        return RunPage(
            number=number,
            width=text.right - text.left,
            height=text.top - text.bottom,
            runs=text.runs(),
            unmapped=text.unmapped(),
            turned=(text.turn - page.get_rotation()) % 360,
        )
    finally:
        textpage.close()


class _Piece(NamedTuple):
    """Characters `begin` to `end` of a page, with the edges of the first, the right of the last."""

    begin: int
    end: int
    edges: Edges
    right: float
    spaced: bool


class _PageText:
    """A page's characters as pdfium numbers them; edges are upright, in the page's own points."""

    def __init__(self, textpage: pdfium.PdfTextPage, page: pdfium.PdfPage) -> None:
        self._calls = calls()
        self._handle = address(textpage.raw)
        self._count = min(textpage.count_chars(), _CHAR_LIMIT)
        self.turn = self._angle()
        # Not get_cropbox: that knows nothing of a box that the page inherits.
        left, bottom, right, top = page.get_bbox()
        box = (float(left), float(top), float(right), float(bottom))
        self.left, self.top, self.right, self.bottom = _upright(*box, self.turn)

    def runs(self) -> tuple[Run, ...]:
        """The page's stretches of text: cut at gaps, at raised figures, at steps of the font."""
        text = self._text()
        pieces = self._stretches(text)
        starts = [piece.begin for piece in pieces]
        styles, baselines = self._styles(starts), self._baselines(starts)
        left, top = self.left, self.top
        found = [
            Run(text[begin:end], x0 - left, right - left, top - base, high - low, *style, blank)
            for (begin, end, (x0, high, _, low), right, blank), base, style in zip(
                pieces, baselines, styles, strict=True
            )
        ]
        return tuple(found if text.isascii() else map(_unligatured, found))

    def _stretches(self, text: str) -> list[_Piece]:
        """Words, those of one line drawn at once together; one with a raised figure in its parts.

        Asking for a place costs more than all the rest: of a word only the first and the last
        character are asked, of one that may hold a raised figure every one.
        """
        words = np.array([match.span() for match in _WORD.finditer(text)], dtype=np.int64)
        if not len(words):
            return []
        begins, ends = words[:, 0], words[:, 1]
        first, last = self._edges(begins.tolist()), self._edges((ends - 1).tolist())
        split: dict[int, list[_Piece]] = {}
        for word in _doubtful(text, begins, first, last).tolist():
            parts = list(self._parts(int(begins[word]), int(ends[word])))
            if len(parts) > 1:
                split[word] = parts
        drawn = np.fromiter(
            (d or 0 for d in map(self._calls.drawn, repeat(self._handle), begins.tolist())),
            dtype=np.uint64,
            count=len(words),
        )
        joined = _joined(words, drawn, first, last)
        alone = np.fromiter(split, dtype=np.int64, count=len(split))
        joined[alone] = joined[np.minimum(alone + 1, len(words) - 1)] = False
        starts = np.flatnonzero(~joined)
        stops = np.append(starts[1:], len(words)) - 1
        made: list[_Piece] = []
        for at, begin, end, edges, right in zip(
            starts.tolist(),
            begins[starts].tolist(),
            ends[stops].tolist(),
            first[starts].tolist(),
            last[stops, 2].tolist(),
            strict=True,
        ):
            made.extend(split.get(at) or (_Piece(begin, end, tuple(edges), right, begin > 0),))
        return made

    def _parts(self, begin: int, end: int) -> Iterator[_Piece]:
        """The stretches of one word."""
        edges = [tuple(e) for e in self._edges(range(begin, end)).tolist()]
        cuts = [at for at, (a, b) in enumerate(pairwise(edges), 1) if _steps(a, b)]
        for at, to in pairwise((0, *cuts, len(edges))):
            yield _Piece(begin + at, begin + to, edges[at], edges[to - 1][2], at == 0 < begin)

    def _edges(self, indices: Sequence[int]) -> Array:
        """The edges of characters' font boxes, a row for each."""
        boxes = (ctypes.c_float * (4 * len(indices)))()
        places = _places(boxes, 16)
        deque(map(self._calls.box, repeat(self._handle), indices, places), maxlen=0)
        flat: Array = np.frombuffer(bytes(boxes), dtype=np.float32)
        edges = flat.reshape(-1, 4).astype(np.float64)
        if not self.turn:
            return edges
        left, top, right, bottom = edges.T
        return np.column_stack(_upright(left, top, right, bottom, self.turn))

    def _baselines(self, indices: Sequence[int]) -> list[float]:
        """The height on which each character stands."""
        origins = (ctypes.c_double * (2 * len(indices)))()
        x, y = _places(origins, 16), _places(origins, 16, 8)
        deque(map(self._calls.origin, repeat(self._handle), indices, x, y), maxlen=0)
        points = _numbers(origins, "d", 2)
        return [_upright(x, y, x, y, self.turn)[1] for x, y in points]

    def _styles(self, indices: Sequence[int]) -> Iterator[tuple[bool, bool]]:
        """Whether each character is bold, whether it is italic: by the name of its font."""
        name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
        buffer, flag = ctypes.addressof(name), ctypes.addressof(flags)
        for index in indices:
            self._calls.font(self._handle, index, buffer, 127, flag)
            yield _weight_and_slant(name.value)

    def _text(self) -> str:
        """The page's characters, each one long, what is no letter as a blank."""
        buffer = (ctypes.c_uint16 * (self._count + 1))()
        place = ctypes.addressof(buffer)
        written = self._calls.text(self._handle, 0, self._count, place) - 1
        text = bytes(buffer)[: 2 * self._count].decode("utf-16-le", "replace")
        # pdfium's text leaves out characters without a letter and parts rare ones in two.
        if not written == len(text) == self._count:
            codes = map(self._calls.unicode, repeat(self._handle), range(self._count))
            text = "".join(chr(code) if code <= 0x10FFFF else " " for code in codes)
        return _ODD.sub(_meant, text)

    def _angle(self) -> int:
        """The quarter turn at which most characters run, in degrees against the clock."""
        angles = Counter(
            -round(math.degrees(self._calls.angle(self._handle, at)) / 90) * 90 % 360
            for at in self._sample()
        )
        return max(sorted(angles), key=lambda a: angles[a]) if angles else 0

    def unmapped(self) -> float:
        """The share of a sample of characters for which the font names no letter."""
        asked = [self._calls.unmapped(self._handle, at) == 1 for at in self._sample()]
        return sum(asked) / len(asked) if asked else 0.0

    def _sample(self) -> range:
        return range(0, self._count, max(self._count // _SAMPLE, 1))


def _places(buffer: Any, step: int, offset: int = 0) -> range:
    begin = ctypes.addressof(buffer)
    return range(begin + offset, begin + ctypes.sizeof(buffer), step)


def _numbers(buffer: Any, kind: Literal["f", "d"], width: int) -> list[Any]:
    """The numbers that pdfium wrote into a buffer, `width` at a time."""
    flat = memoryview(buffer).cast("B").cast(kind).tolist()
    return list(zip(*[iter(flat)] * width, strict=True))


def _doubtful(text: str, begins: Array, first: Array, last: Array) -> Array:
    """Which words may not stand on one line in one size: by their ends, or for a figure in them."""
    steps = np.abs(first - last)
    apart = (steps[:, 1] > _STEP) | (steps[:, 3] > _STEP) | (last[:, 2] < first[:, 0])
    figures = [match.start() for match in _MIXED.finditer(text)]
    apart[np.searchsorted(begins, figures, side="right") - 1] = True
    return np.flatnonzero(apart)


def _joined(words: Array, drawn: Array, first: Array, last: Array) -> Array:
    """Which words stand behind the one before them: on its line, a blank further, drawn with it."""
    gap = first[1:, 0] - last[:-1, 2]
    step = np.abs(first[1:] - first[:-1])
    on = (drawn[1:] == drawn[:-1]) & (words[1:, 0] == words[:-1, 1] + 1)
    on &= (gap >= 0) & (gap <= _FAR * (first[1:, 1] - first[1:, 3]))
    on &= (step[:, 1] <= _STEP) & (step[:, 3] <= _STEP)
    return np.concatenate(([False], on))


def _steps(before: Edges, here: Edges) -> bool:
    gap = here[0] - before[2] > _GAP * (here[1] - here[3])
    return (
        gap
        or here[0] < before[0]
        or abs(here[1] - before[1]) > _STEP
        or abs(here[3] - before[3]) > _STEP
    )


def _upright(left: Any, top: Any, right: Any, bottom: Any, turn: int) -> tuple[Any, Any, Any, Any]:
    """The edges of a box on a page whose text runs at `turn` degrees, turned upright."""
    if turn == 90:
        return bottom, -left, top, -right
    if turn == 180:
        return -right, -bottom, -left, -top
    if turn == 270:
        return -top, right, -bottom, left
    return left, top, right, bottom


def _unligatured(run: Run) -> Run:
    if run.text.isascii() or not _LIGATURE.search(run.text):
        return run
    return run._replace(text=_LIGATURE.sub(lambda m: _LIGATURES[m[0]], run.text))


def _meant(odd: re.Match[str]) -> str:
    char = odd[0]
    return "-" if char in _HYPHEN_MARKS else SOFT_HYPHEN if char == "\u00ad" else " "


@cache
def _weight_and_slant(font: bytes) -> tuple[bool, bool]:
    name = font.lower()
    bold = b"bold" in name or b"black" in name or b"heavy" in name
    return bold, b"italic" in name or b"oblique" in name
