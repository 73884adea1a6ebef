"""Finds the names of a register in a text: whole words, the longest at each place.

Two ways to the same answer. `Gazetteer` has an automaton over a few thousand names, spelled as they
are. `find_written` asks a large register of each stretch that begins as a name does: no automaton
to build, and the register may know a name in many spellings.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

_SHOUTED = 0.7  # share of capitals among letters from which a passage counts as set in capitals


@dataclass(frozen=True, slots=True)
class Hit:
    """A name in a text: offsets into that text, and the name as the register writes it."""

    start: int
    end: int
    name: str


class Gazetteer:
    """An automaton over the names; passages set in capitals are searched without case."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = tuple(dict.fromkeys(name for name in names if name))
        self._automaton = AhoCorasick(self._names)
        self._capitals = AhoCorasick([name.upper() for name in self._names])

    def find(self, text: str) -> tuple[Hit, ...]:
        """The names in `text`, in order, none overlapping.

        >>> [h.name for h in Gazetteer(["York", "New York"]).find("New York en Yorkshire")]
        ['New York']
        """
        automaton = self._capitals if is_shouted(text) else self._automaton
        found = sorted(
            (
                (start, end, which)
                for which, start, end in automaton.find_matches_as_indexes(text, overlapping=True)
                if _is_whole(text, start, end)
            ),
            key=lambda hit: (hit[0], -hit[1]),
        )
        hits: list[Hit] = []
        for start, end, which in found:
            if not hits or start >= hits[-1].end:
                hits.append(Hit(start, end, self._names[which]))
        return tuple(hits)


_WORD = re.compile(r"[\w\u0300-\u036f]+")
_LONGEST = 44  # characters of a name
_SMALL_STARTS = frozenset(("s", "t", "het", "de", "woiwodschap"))  # names begin so: 's-Gravenhage


def find_written(text: str, written: Callable[[str], str]) -> tuple[Hit, ...]:
    """The names in `text` that `written` knows, in order, none overlapping.

    `written` gives the register's name for a stretch of text, "" for none.

    >>> find_written("in New York City", {"New York": "New York"}.get)
    (Hit(start=3, end=11, name='New York'),)
    """
    words = [match.span() for match in _WORD.finditer(text)]
    hits: list[Hit] = []
    for at, (start, end) in enumerate(words):
        if (hits and start < hits[-1].end) or not _may_start(text, start, end):
            continue
        for first, last in _stretches(text, words, at):
            if name := written(text[first:last]):
                hits.append(Hit(first, last, name))
                break
    return tuple(hits)


def _may_start(text: str, start: int, end: int) -> bool:
    return text[start].isupper() or text[start:end] in _SMALL_STARTS


def _stretches(text: str, words: list[tuple[int, int]], at: int) -> Iterator[tuple[int, int]]:
    """What may be a name from word `at` on, the longest first; a bracket or dot may close it."""
    start = words[at][0]
    ends: list[int] = []
    for _, end in words[at:]:
        if end - start > _LONGEST:
            break
        ends.append(end)
        behind = text[end : end + 1]
        if (behind == ")" and "(" in text[start:end]) or (
            behind == "." and text[end - 1].isupper()
        ):
            ends.append(end + 1)  # "Lublin (woiwodschap)", "V.S."
    before = text[start - 1 : start]
    quoted = before in ("'", "\u2019", "\u2018") and not text[start - 2 : start - 1].isalnum()
    for end in reversed(ends):
        if quoted and text[start].islower():
            yield start - 1, end
        yield start, end


def is_shouted(text: str) -> bool:
    """Whether a text is set in capitals, as old minutes set their headings."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 3 and sum(c.isupper() for c in letters) > _SHOUTED * len(letters)


def _is_whole(text: str, start: int, end: int) -> bool:
    before = text[start - 1 : start]
    after = text[end : end + 1]
    return not (before.isalnum() or (after.isalnum() and text[end - 1].isalnum()))
