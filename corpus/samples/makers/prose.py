"""Reads the prose of a sample paper: a head of `key: value` lines, `---`, and blocks parted by blank lines.

`# ` and `## ` head a section, `- ` begins a list item, `| a | b |` is a table row (the first one its
head), `@ Label: value` a line of a reference block, `[^3]: ` a note, `===` a new page; `[^3]` in the
text calls a note and `**word**` is bold. A line that ends in `\\` is broken there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal

NOTICE = "Dit stuk is verzonnen voor het project stedenband; de feiten erin zijn niet echt."
FOLDER = Path(__file__).parent / "prose"
Kind = Literal["text", "heading", "list", "table", "reference", "note", "break"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    kind: Kind
    text: str = ""  # text, heading, note
    lines: tuple[tuple[str, ...], ...] = ()  # items, rows, label and value
    level: int = 0
    label: str = ""  # the note's number


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    name: str  # file name of the paper
    title: str
    sender: str
    date: datetime
    layout: str = "gewoon"  # brief, gewoon, kolommen, oud
    blocks: tuple[Block, ...] = field(default=())


def read_all() -> tuple[Prose, ...]:
    return tuple(read(path) for path in sorted(FOLDER.glob("*.txt")))


def read(path: Path) -> Prose:
    head, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
    said = dict(line.split(": ", 1) for line in head.splitlines() if line.strip())
    return Prose(
        name=said["bestand"],
        title=said["titel"],
        sender=said["afzender"],
        date=datetime.fromisoformat(said["datum"]),
        layout=said.get("opmaak", "gewoon"),
        blocks=tuple(_block(part) for part in re.split(r"\n\s*\n", body.strip())),
    )


def _block(part: str) -> Block:
    lines = part.splitlines()
    if note := re.match(r"\[\^(\d+)\]: ", part):
        return Block(kind="note", text=_joined(part[note.end() :]), label=note[1])
    if part.startswith("#"):
        marks, _, text = part.partition(" ")
        return Block(kind="heading", text=text.strip(), level=len(marks))
    if part.startswith("@ "):
        pairs = (line[2:].partition(": ") for line in lines)
        return Block(kind="reference", lines=tuple((label, value) for label, _, value in pairs))
    if part.startswith("|"):
        return Block(kind="table", lines=tuple(tuple(_cells(line)) for line in lines))
    if part.startswith("- "):
        return Block(kind="list", lines=tuple((item,) for item in _items(lines)))
    return Block(kind="break") if part.strip() == "===" else Block(kind="text", text=_joined(part))


def _joined(part: str) -> str:
    return re.sub(r"(?<!\\)\n", " ", part).replace("\\\n", "\n")


def _items(lines: list[str]) -> Iterator[str]:
    joined = "\n".join(lines)
    for item in re.split(r"^- ", joined, flags=re.MULTILINE)[1:]:
        yield " ".join(item.split())


def _cells(line: str) -> Iterator[str]:
    for cell in line.strip().strip("|").split("|"):
        yield cell.strip()
