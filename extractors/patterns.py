"""Cue tables compiled to matchers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from corpus.reference.cues import Cue, load_cues


@dataclass(frozen=True, slots=True, kw_only=True)
class CueMatch:
    """A cue found in a text: offsets into that text, and its named groups."""

    cue: Cue
    start: int
    end: int
    text: str = ""
    groups: Mapping[str, str] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        return self.cue.kind


class CueMatcher:
    """Finds cues as whole words, ignoring case; a pattern may part words itself."""

    def __init__(self, cues: Sequence[Cue]) -> None:
        self._compiled = tuple(
            (cue, re.compile(rf"(?<!\w)(?:{cue.pattern})(?!\w)", re.IGNORECASE)) for cue in cues
        )

    def find(self, text: str, *kinds: str) -> tuple[CueMatch, ...]:
        """Every match of the cues (of `kinds`, if any are named), by place, then by length."""
        found = [
            CueMatch(
                cue=cue,
                start=match.start(),
                end=match.end(),
                text=match.group(),
                groups={k: v for k, v in match.groupdict().items() if v is not None},
            )
            for cue, pattern in self._compiled
            if not kinds or cue.kind in kinds
            for match in pattern.finditer(text)
        ]
        return tuple(sorted(found, key=lambda m: (m.start, m.start - m.end, m.cue.id)))

    def first(self, text: str, *kinds: str) -> CueMatch | None:
        """The first match, if any."""
        found = self.find(text, *kinds)
        return found[0] if found else None

    def has(self, text: str, *kinds: str) -> bool:
        """Whether any cue is there."""
        return any(
            pattern.search(text)
            for cue, pattern in self._compiled
            if not kinds or cue.kind in kinds
        )


@cache
def matcher(group: str) -> CueMatcher:
    """The matcher of a cue table, compiled once."""
    return CueMatcher(load_cues(group))
