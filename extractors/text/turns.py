"""Who speaks in minutes: turns, and the outcomes that end them.

Works on lines and passages of any format. A turn opens with who speaks (`De heer Vos (SP):`), or,
where speech is reported, with a surname in capitals (`De heer VOS vraagt …`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from corpus.records import Passage
from corpus.reference.cues import load_cues
from corpus.reference.tables import read_rows

_CAPITALISED = r"[A-ZÀ-Þ][\w.'’-]*"
_NAME = rf"(?:(?:van|de|der|den|ter|ten|te|in|'t|el|al|von)\s+){{0,3}}{_CAPITALISED}"


def begins_turn(line: str) -> bool:
    """Whether a line opens a speaker's turn or states an outcome: it begins a paragraph."""
    return bool(speaker_of(line)) or states_outcome(line)


def states_outcome(text: str) -> bool:
    """Whether a passage says what was decided, or what happened in the room."""
    return _outcome().match(text.lstrip()[:80]) is not None


def speaker_of(text: str) -> str:
    """Who speaks in the passage, as written; empty where it opens no turn.

    >>> speaker_of("Mevrouw BAKKER (PvdA): Voorzitter, wij zijn voor.")
    'Mevrouw BAKKER (PvdA)'
    >>> speaker_of("De heer Koole vraagt naar de borden.")
    ''
    """
    turn = _direct_turn().match(text.lstrip()) or _reported_turn().match(text.lstrip())
    return turn["who"] if turn else ""


def with_speakers(text: str, passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """Each passage of a turn with who speaks in it.

    A turn in direct speech runs until the next speaker, outcome or heading; a reported one ends
    with its passage.
    """
    speaker = ""
    told: list[Passage] = []
    for passage in passages:
        words = text[passage.start : passage.end]
        if passage.kind == "heading":
            speaker = ""
        if passage.kind not in ("body", "list", "quote", "table"):
            told.append(passage)
            continue
        opened = speaker_of(words)
        if opened or states_outcome(words):
            speaker = opened
        told.append(replace(passage, speaker=speaker) if speaker else passage)
        if opened and _direct_turn().match(words) is None:
            speaker = ""
    return tuple(told)


@cache
def _direct_turn() -> re.Pattern[str]:
    party = r"(?:\s*\([^()\n]{2,40}\))"
    # A title alone needs its article: "Voorzitter: de heer Vos" says who was there.
    titled = rf"(?:De\s+(?i:{_titles()})|(?:De\s+)?(?i:{_titles()})(?:\s+{_NAME}){{1,6}}){party}?"
    bare = rf"{_CAPITALISED}(?:\s+{_NAME}){{0,4}}{party}"
    return re.compile(rf"(?P<who>{titled}|{bare})\s*:(?=\s)")


@cache
def _reported_turn() -> re.Pattern[str]:
    capitals = r"(?:[A-ZÀ-Þ][A-ZÀ-Þ'’-]+)(?:\s+[A-ZÀ-Þ][A-ZÀ-Þ'’-]+)*"
    prefix = r"(?:(?:van|de|der|den|ter|ten|te|in|'t)\s+){0,3}"
    party = r"(?:\s*\([^()\n]{2,40}\))?"
    return re.compile(
        rf"(?P<who>(?:De\s+)?(?i:{_titles()})\s+{prefix}{capitals}{party}|De\s+VOORZITTER)"
        r"\s+(?=[a-zé])"
    )


@cache
def _outcome() -> re.Pattern[str]:
    return re.compile(
        "|".join(f"(?:{c.pattern})(?!\\w)" for c in load_cues("minutes")), re.IGNORECASE
    )


def _titles() -> str:
    names = sorted((row["name"] for row in read_rows("person_titles")), key=len, reverse=True)
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)
