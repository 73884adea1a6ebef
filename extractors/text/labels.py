"""What stands behind the labels of a reference block: "Datum: 12 maart 2019"."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.patterns import matcher

_HEAD = 2500  # characters in which a paper says what it is


def labelled(text: str, kind: str) -> Iterator[str]:
    """What stands behind a label of this kind at the start of a line or cell, to the line's end."""
    for match in matcher("reference_block").find(text[:_HEAD], kind):
        line_start = text.rfind("\n", 0, match.start) + 1
        if not text[line_start : match.start].strip(" ;"):
            yield text[match.end :].split("\n", 1)[0].strip(" :\t")
