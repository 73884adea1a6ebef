"""A note parted into the pieces that may each be a source."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A full stop ends a piece, save after an abbreviation, an initial or inside a number.
_STOP = re.compile(
    r";|(?<!\bnr)(?<!\bno)(?<!\bp)(?<!\bpp)(?<!\bblz)(?<!\bpag)(?<!\bvol)(?<!\bjrg)(?<!\bart)(?<!\bdr)"
    r"(?<!\bmr)(?<!\bir)(?<!\binv)(?<!\bred)(?<!\beds)(?<!\bStb)(?<!\bStcrt)(?<!\bTrb)(?<!\bvgl)(?<!\bd\.d)"
    r"(?<!\bdrs)(?<!\bprof)(?<!\bjan)(?<!\bfeb)(?<!\bmrt)(?<!\bapr)(?<!\baug)(?<!\bsept)(?<!\bokt)"
    r"(?<!\bnov)(?<!\bdec)(?<!\be\.a)(?<!\bB)(?<!\b[A-Z])\.(?=\s+[A-Z(<\"'\u201c\u2018]|\s*$)"
)
# What a source ends with; a full stop after anything else may stand inside a title.
_ENDS = re.compile(r"(?:\d|[)\]\"\u201d\u2019>/]|\d\s?[a-z]|\.[a-z]{2,7})$")


def pieces(text: str, *, every_stop: bool = False) -> Iterator[tuple[int, str]]:
    """Start and text of each piece: between semicolons, and full stops that end a source.

    With `every_stop` between all full stops, for what is no source taken together.
    """
    start = 0
    for stop in _STOP.finditer(text):
        ends = text[stop.start()] == ";" or not text[stop.end() :].strip()
        if ends or every_stop or _ENDS.search(text[start : stop.start()].rstrip()):
            yield from _piece(text, start, stop.end())
            start = stop.end()
    yield from _piece(text, start, len(text))


def _piece(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip(" .;,"))
    if piece[lead:].strip():
        yield start + lead, piece[lead:]
