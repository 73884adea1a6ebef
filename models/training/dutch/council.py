"""Council text annotated for this project: `models/training/council/*.txt`.

A line is a sentence with its names marked `[surface|LABEL]` or `[surface|LABEL.kind]`. Names whose
kind has others of its like (Dutch towns, foreign towns, persons …) are swapped for some of those,
so that the context is learnt and not the name. `test.txt` is by another writer than the rest, and
never trained or tuned on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from corpus.errors import ReferenceDataError
from corpus.reference.tables import read_rows

COUNCIL = Path(__file__).parents[1] / "council"
LABELS = frozenset({"PER", "PLACE", "ORG", "PROG", "DATE"})
_MARK = re.compile(r"\[([^\[\]|]+)\|([A-Z]+)(?:\.([a-z]+))?\]")
_DEV = 12
Part = Literal["train", "dev", "test"]
Pools = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A sentence with its marks: start, end, label and kind (`PLACE.nl` has the kind `nl`)."""

    text: str
    marks: tuple[tuple[int, int, str, str], ...]
    is_test: bool = False

    @property
    def part(self) -> Part:
        """The writer decides what tests; of the rest one in twelve, fixed by its text, chooses."""
        if self.is_test:
            return "test"
        return "dev" if int(sha256(self.text.encode()).hexdigest(), 16) % _DEV == 0 else "train"


def read_council(folder: Path = COUNCIL) -> tuple[Marked, ...]:
    """All sentences, by file and line.

    Raises ReferenceDataError for a label that there is not.
    """
    return tuple(
        replace(parse_marked(line, str(path)), is_test=path.stem == "test")
        for path in sorted(folder.glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    )


def parse_marked(line: str, source: str = "") -> Marked:
    """The sentence of a marked line.

    >>> parse_marked("Wethouder [Bos|PER.sur] reist naar [Lviv|PLACE.city].").marks
    ((10, 13, 'PER', 'sur'), (25, 29, 'PLACE', 'city'))
    """
    text, at = "", 0
    marks: list[tuple[int, int, str, str]] = []
    for mark in _MARK.finditer(line):
        text += line[at : mark.start()]
        if mark[2] not in LABELS:
            raise ReferenceDataError(source, f"unknown label {mark[2]} in: {line}")
        marks.append((len(text), len(text) + len(mark[1]), mark[2], mark[3] or ""))
        text += mark[1]
        at = mark.end()
    return Marked(text=text + line[at:], marks=tuple(marks))


def swapped(marked: Marked, pools: Pools, random: Random) -> Marked:
    """The sentence with each name that has a pool exchanged for another of its kind."""
    text, at = "", 0
    marks: list[tuple[int, int, str, str]] = []
    for start, end, label, kind in marked.marks:
        text += marked.text[at:start]
        pool = pools.get(f"{label}.{kind}")
        old = marked.text[start:end]
        name = random.choice(pool) if pool else old
        name = name.upper() if len(old) > 3 and old.isupper() else name
        marks.append((len(text), len(text) + len(name), label, kind))
        text += name
        at = end
    return Marked(text=text + marked.text[at:], marks=tuple(marks))


def name_pools(alpino: Mapping[str, frozenset[str]]) -> Pools:
    """Names to swap in, by label and kind: the project's registers, and Alpino's persons."""
    people = sorted(n for n in alpino["per"] if 2 <= len(n.split()) <= 4 and n[:1].isupper())
    lasts = sorted({" ".join(n.split()[1:]) for n in people if n.split()[-1][:1].isupper()})
    return {
        "PLACE.nl": [row["name"] for row in read_rows("municipalities")],
        "PLACE.city": [row["name"] for row in read_rows("foreign_cities")],
        "PER.full": people,
        "ORG.company": sorted(n for n in alpino["org"] if len(n.split()) <= 3),
        "PER.sur": [name[:1].upper() + name[1:] for name in lasts],
    }


def as_docs(sentences: Sequence[Marked], nlp: Language) -> Iterator[Doc]:
    """Documents with the marks as entities; dates are left to patterns (extractors.dates)."""
    for sentence in sentences:
        doc = nlp.make_doc(sentence.text)
        spans = [
            doc.char_span(start, end, label, alignment_mode="expand")
            for start, end, label, _ in sentence.marks
            if label != "DATE"
        ]
        # Two names joined by a hyphen may be one token: the longer stands.
        doc.ents = tuple(filter_spans([span for span in spans if span is not None]))
        yield doc
