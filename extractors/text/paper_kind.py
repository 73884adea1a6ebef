"""What kind of paper a paper is: notulen, motie, raadsbrief … (`data/cues/paper_kinds.csv`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath

from corpus.records import Passage
from corpus.reference.cues import load_cues
from extractors.patterns import CueMatch, matcher

UNKNOWN = "overig"
_HEADING_PASSAGES, _HEAD = 10, 1200  # where a paper is headed by what it is: passages, characters
_FIRST_LINES = 2500  # characters in which it greets or addresses somebody
_SALUTE = "salute:"
_LETTERS = ("raadsbrief", "brief")
# What may be sent as a letter, so that its subject says what it is.
_SENT = ("schriftelijke_vragen", "beschikking", "raadsvoorstel", "memo", "raadsbrief")
_SPEAKERS = 3  # passages of what somebody says, from which a paper is the record of a meeting
# What may stand before the word of kind in a paper's head: names, numbers and the words in names.
_LETTERHEAD = re.compile(
    r"(?:(?:[A-ZÀ-Þ\d(&][^\s]*|en|van|de|der|den|het|te|aan|in|voor|[^\w\s]+)\s+){0,12}"
)
_GREETING = re.compile(r"(?:Geacht|Beste|Mijne|Mijnheer|Wel\w*gebor)")  # here a letter begins
_APART = re.compile(r"[-\u2013\u2014|:.*\u00b7]\s*$")


def find_kind(text: str, passages: Sequence[Passage], title: str, name: str) -> str:
    """The kind of paper; `overig` where nothing tells.

    In that order: the word that heads the paper ("GEMEENTE X - NOTULEN"), a title that begins with
    one, a salutation or address, one anywhere in the title ("Verslag over de nota": the first), one
    in the first lines (the most telling), the speakers of a meeting, and the name of the file.
    """
    return (
        _heading_word(text, passages)
        or _titled(text, title)
        or _most_telling(text[:600], *_kinds())
        or _of_speakers(passages)
        or _first_kind(re.sub(r"[-_.]+", " ", PurePath(name).stem))
        or UNKNOWN
    )


def _titled(text: str, title: str) -> str:
    """The kind by title and greeting: a letter about a nota is a letter."""
    named = matcher("paper_kinds").first(title, *_kinds())
    greeted = _most_telling(
        text[:_FIRST_LINES], *(kind for kind in _order() if kind.startswith(_SALUTE))
    ).removeprefix(_SALUTE)
    if named and named.start == 0 and (named.kind in _SENT or greeted not in _LETTERS):
        return named.kind
    return greeted or (named.kind if named else "")


def _first_kind(part: str) -> str:
    found = matcher("paper_kinds").first(part, *_kinds())
    return found.kind if found else ""


def _of_speakers(passages: Sequence[Passage]) -> str:
    spoken = sum(1 for passage in passages if passage.speaker)
    return "notulen" if spoken >= _SPEAKERS else ""


def _heading_word(text: str, passages: Sequence[Passage]) -> str:
    """The kind whose word stands first in a passage of the head, after names at most."""
    for passage in passages[:_HEADING_PASSAGES]:
        if passage.start > _HEAD:
            break
        if passage.kind not in ("heading", "body", "table") or passage.label:
            continue
        said = _before_labels(text[passage.start : passage.end])
        if _GREETING.match(said):
            break
        for match in matcher("paper_kinds").find(said, *_kinds()):
            if _heads(said, match):
                return match.kind
    return ""


def _heads(said: str, match: CueMatch) -> bool:
    before = said[: match.start]
    if not before.strip(" *_\"'\u201c("):
        return said[match.start].isupper()
    if not _LETTERHEAD.fullmatch(f"{before.strip()} "):
        return False
    return said[match.start].isupper() or _APART.search(before) is not None


def _before_labels(said: str) -> str:
    """What stands before "Onderwerp:" and the like: a subject is not what a paper is."""
    labels = matcher("reference_block").find(said, "subject", "number")
    first = next((label for label in labels if said[label.end : label.end + 1] == ":"), None)
    return said[: first.start] if first else said


def _most_telling(part: str, *kinds: str) -> str:
    told = matcher("paper_kinds").find(part, *kinds)
    return min((match.kind for match in told), key=_order().index) if told else ""


def _order() -> list[str]:
    return list(dict.fromkeys(cue.kind for cue in load_cues("paper_kinds")))


def _kinds() -> tuple[str, ...]:
    return tuple(kind for kind in _order() if not kind.startswith(_SALUTE))
