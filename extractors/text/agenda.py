"""Agenda items: a numbered line by itself, in an agenda, minutes or a list of decisions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.text.blocks import Block

# Numbers of agenda items: "3.", "6A", "B.2", "4.1"; "3)" and "a." number lists.
_ITEM_LABEL = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})?[A-Za-z]?|[A-Z](?:\.\d{1,2})?)\.?$")
_ITEM_LINE = re.compile(
    r"\s*(?:(?P<label>[A-Z]\.\d{1,2}|[A-Z]\.|\d{1,2}\.\d{1,2}|\d{1,2}[A-Za-z]?\.)\s+)(?P<title>\S.*)$"
)
_NAMED_ITEM = re.compile(r"(?:Agendapunt|Punt|Voorstel)\s+\d{1,3}[A-Za-z]?\s*[:.–-]\s*\S")
_TWO_SENTENCES = re.compile(r"\w{3}[.?!]\s+[A-Z]")
_LONGEST_TITLE = 110  # characters; an agenda item's title fits a line or so
ITEM_LEVEL = 6  # below every heading that is marked as one


def item_heading(line: str, following: str) -> tuple[str, str] | None:
    """The number and title of an agenda item that has a line to itself above its text.

    None where `line` is no such title or `following`, the line below it, goes on with it.
    """
    match = _ITEM_LINE.match(line)
    if match is None or not _is_title(match["title"]):
        return None
    if match["title"].isupper():
        return match["label"], match["title"].strip()
    if not following.strip():
        return None
    if _ITEM_LINE.match(following) or not following.strip()[0].isupper():
        return None
    indented = len(following) - len(following.lstrip()) > len(line) - len(line.lstrip())
    return (match["label"], match["title"].strip()) if indented or len(line) < 60 else None


def with_item_headings(blocks: Sequence[Block]) -> list[Block]:
    """A numbered line by itself with text below it is an agenda item's heading, not a list."""
    made: list[Block] = []
    for at, block in enumerate(blocks):
        before = blocks[at - 1].kind if at else ""
        after = blocks[at + 1].kind if at + 1 < len(blocks) else ""
        alone = before != "list" and after in ("body", "quote", "table")
        numbered = block.kind == "list" and _ITEM_LABEL.match(block.label)
        heads = numbered and (alone or block.text.isupper())
        named = block.kind == "body" and _NAMED_ITEM.match(block.text)
        if (heads or named) and _is_title(block.text):
            made.append(replace(block, kind="heading", level=ITEM_LEVEL))
        else:
            made.append(block)
    return made


def _is_title(text: str) -> bool:
    bare = text.strip()
    is_short = len(bare) <= _LONGEST_TITLE and bare[:1].isupper() and bare[-1:] not in ".;,:?!-"
    return is_short and not _TWO_SENTENCES.search(bare)
