"""The verdict of the cue table alone: a word of happening beside a date, about something abroad."""

from __future__ import annotations

from functools import lru_cache

from extractors.events.candidates import Candidate
from extractors.events.parties import is_about_abroad
from extractors.events.times import Time
from extractors.patterns import CueMatch, matcher

_SAID, _CARRIED, _BY_PERIOD = 0.8, 0.6, 0.35
_NEAR_BEFORE, _NEAR_BEHIND = 40, 15  # characters around a cue in which "zal", "geen" undo it


@lru_cache(maxsize=2048)  # a sentence with several times is asked for each
def found_cues(group: str, text: str) -> tuple[CueMatch, ...]:
    """The cues of a table in a text."""
    return matcher(group).find(text)


def rule_verdicts(candidate: Candidate) -> tuple[tuple[str, float], ...]:
    """The types that the rules give with their confidence, in the order of their words.

    Planned, conditional and denied happenings are none, and so is what the paper itself says of
    today.
    """
    sentence = candidate.sentence
    if sentence.passage.kind in ("heading", "caption") or candidate.time.how in ("own", "paper"):
        return ()
    if not (is_about_abroad(sentence) or _is_tie_talk(sentence.text)):
        return ()
    cues = [
        cue
        for cue in found_cues("events", sentence.text)
        if cue.kind != "not" and not _is_denied(sentence.text, cue) and _is_own(candidate, cue)
    ]
    confidence = _confidence(candidate.time)
    return tuple((kind, confidence) for kind in dict.fromkeys(cue.kind for cue in cues))


def _confidence(time: Time) -> float:
    if time.is_said:
        return _SAID
    return _BY_PERIOD if time.how == "period" else _CARRIED


def _is_own(candidate: Candidate, cue: CueMatch) -> bool:
    """Whether no other time of the sentence is nearer to the cue; of two as near the later."""
    start = candidate.sentence.span.start
    own = _apart(candidate.time, cue, start)
    return all(
        (own, -candidate.time.start) < (_apart(other, cue, start), -other.start)
        for other in candidate.beside
    )


def _apart(time: Time, cue: CueMatch, offset: int) -> int:
    """Characters between a time and a cue of the text that begins at `offset`."""
    start, end = cue.start + offset, cue.end + offset
    return start - time.end if time.end <= start else max(time.start - end, 0)


def _is_tie_talk(text: str) -> bool:
    return any(cue.kind == "strong" for cue in found_cues("ties", text))


def distance(candidate: Candidate, cue: CueMatch) -> int:
    """Characters between a cue of the candidate's text and its time."""
    return _apart(candidate.time, cue, candidate.start)


def _is_denied(text: str, cue: CueMatch) -> bool:
    """Planned, conditional or denied: "zal bezoeken", "geen delegatie"."""
    near = text[max(0, cue.start - _NEAR_BEFORE) : cue.end + _NEAR_BEHIND]
    return matcher("events").has(near, "not")
