"""Finds the names of a register in a text: whole words, the longest at each place."""

from __future__ import annotations

from collections.abc import Iterable
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


def is_shouted(text: str) -> bool:
    """Whether a text is set in capitals, as old minutes set their headings."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 3 and sum(c.isupper() for c in letters) > _SHOUTED * len(letters)


def _is_whole(text: str, start: int, end: int) -> bool:
    before = text[start - 1 : start]
    after = text[end : end + 1]
    return not (before.isalnum() or (after.isalnum() and text[end - 1].isalnum()))
