"""Cue words and patterns: what in a text announces a tie, an event, a relation … as data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from corpus.errors import ReferenceDataError
from corpus.reference.tables import read_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One pattern: a regular expression (ignoring case) and what it announces."""

    group: str
    id: str
    kind: str
    pattern: str
    note: str = ""


@cache
def load_cues(group: str) -> tuple[Cue, ...]:
    """The cues of `data/cues/<group>.csv` (columns id, kind, pattern, note), in its order.

    Raises ReferenceDataError for a pattern that is no regular expression.
    """
    cues: list[Cue] = []
    for row in read_rows(f"cues/{group}"):
        try:
            re.compile(row["pattern"])
        except re.error as error:
            raise ReferenceDataError(f"cues/{group}.csv", f"{row['pattern']!r}: {error}") from error
        cues.append(
            Cue(
                group=group,
                id=row.get("id") or f"{group}-{len(cues) + 1}",
                kind=row["kind"],
                pattern=row["pattern"],
                note=row.get("note", ""),
            )
        )
    return tuple(cues)
