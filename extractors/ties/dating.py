"""When a tie was formed, made official or ended, and how it stands, by the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.records import Mention
from corpus.records.dates import first_year
from corpus.records.facts import TieStatus
from extractors.patterns import CueMatch, matcher
from extractors.sentences import Sentence

_NUMBERS = {
    "tien": 10, "twaalf": 12, "vijftien": 15, "twintig": 20, "vijfentwintig": 25,
    "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60,
}  # fmt: skip
_SPAN = re.compile(
    r"\b(?:tussen|van|in de periode)\s+((?:19|20)\d\d)\s*(?:en|tot(?: en met)?|t/m|[-\u2013])\s*"
    r"((?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:niet|nooit|niemand|geen)\b[^.;,]{0,30}$", re.IGNORECASE)
_FAR = 140  # characters between a verb and its date


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What a sentence says of a tie's course; empty where it does not."""

    formed: str = ""
    formalised: str = ""
    ended: str = ""
    status: TieStatus = "unknown"

    @property
    def says(self) -> bool:
        return bool(self.formed or self.formalised or self.ended or self.status != "unknown")


def course_of(sentence: Sentence, at: tuple[int, int] | None = None) -> Course:
    """The course of a tie in this sentence; `at` is where its two names stand in the paper.

    Of several clauses the one around `at` is read, so that "A sinds 1985 en B sinds 1990" keep
    their own years.
    """
    start, end = _clause(sentence, at)
    text = sentence.document.text[start:end]
    dates = [
        m
        for m in sentence.mentions
        if m.label == "DATE" and m.value and start <= m.span.start and m.span.end <= end
    ]
    cues = matcher("ties").find(text, "formed", "since", "signed", "formalised", "ended")
    signed = _date_of(dates, cues, ("signed",), start)
    formed = _date_of(dates, cues, ("since", "formed"), start) or signed
    formalised = _date_of(dates, cues, ("formalised",), start) or signed
    ended = _date_of(dates, cues, ("ended",), start)
    if ended and ended == formed:
        formed = ""
    from_, until = _lasted(text)
    if matcher("ties").has(text, "future"):
        formed = formalised = ""
    return Course(
        formed=from_ or formed or _by_jubilee(sentence, text),
        formalised="" if formalised == formed else formalised,
        ended=until or ended,
        status="ended" if until else _status(text),
    )


def _lasted(text: str) -> tuple[str, str]:
    """ "Tussen 1993 en 2003 was er een samenwerking": first and last year of what is past."""
    span = _SPAN.search(text)
    if span is None or not matcher("ties").has(text, "past"):
        return "", ""
    return span[1], span[2]


def _clause(sentence: Sentence, at: tuple[int, int] | None) -> tuple[int, int]:
    start, end = sentence.span.start, sentence.span.end
    if at is None:
        return start, end
    text = sentence.document.text
    before = [m.end() for m in re.finditer(r";|, (?:terwijl|maar) ", text[start : at[0]])]
    first = start + before[-1] if before else start
    for cut in re.finditer(r";|, (?:terwijl|maar) ", text[at[1] : end]):
        # "X; daar hebben ze in 2012 een band mee gesloten": what names nobody else goes on about X.
        place = at[1] + cut.start()
        if any(m.label == "PLACE" and m.span.start > place for m in sentence.mentions):
            return first, place
    return first, end


def _date_of(
    dates: list[Mention], cues: tuple[CueMatch, ...], kinds: tuple[str, ...], offset: int
) -> str:
    """The date nearest to a cue of these kinds; a date that another kind is nearer to is not it."""
    best: tuple[int, str] | None = None
    for date in dates:
        distances = sorted(
            (_distance(date, cue, offset), cue.kind not in kinds, cue.kind) for cue in cues
        )
        if not distances or distances[0][1] or distances[0][0] > _FAR:
            continue
        if best is None or distances[0][0] < best[0]:
            best = (distances[0][0], date.value)
    return best[1] if best else ""


def _distance(date: Mention, cue: CueMatch, offset: int) -> int:
    start, end = cue.start + offset, cue.end + offset
    if date.span.start >= end:
        return date.span.start - end
    return max(start - date.span.end, 0)


def _by_jubilee(sentence: Sentence, text: str) -> str:
    """ "viert het 25-jarig bestaan" in a paper of 2011: formed about 1986."""
    match = matcher("ties").first(text, "jubilee")
    year = first_year(sentence.document.published)
    if match is None or year is None:
        return ""
    said = match.groups["years"].lower()
    return f"{year - (int(said) if said.isdigit() else _NUMBERS[said])}~"


def _status(text: str) -> TieStatus:
    cues = matcher("ties")
    if any(not _NOT.search(text[: cue.start]) for cue in cues.find(text, "ended")):
        return "ended"
    if cues.has(text, "proposed"):
        return "proposed"
    return "active" if cues.has(text, "active") else "unknown"
