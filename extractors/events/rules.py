"""The verdict of the cue table alone: a word of happening beside a date, about something abroad."""

from __future__ import annotations

from functools import lru_cache

from extractors.events.candidates import Candidate
from extractors.events.parties import is_about_abroad
from extractors.patterns import CueMatch, matcher

_SAID, _CARRIED = 0.8, 0.6
_NEAR_BEFORE, _NEAR_BEHIND = 40, 15  # characters around a cue in which "zal", "geen" undo it


@lru_cache(maxsize=2048)  # a sentence with several times is asked for each
def found_cues(group: str, text: str) -> tuple[CueMatch, ...]:
    """The cues of a table in a text."""
    return matcher(group).find(text)


def rule_verdicts(candidate: Candidate) -> tuple[tuple[str, float], ...]:
    """The types that the rules give with their confidence, the one nearest to the time first.

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
        for cue in found_cues("events", candidate.text)
        if cue.kind != "not" and not _is_denied(candidate.text, cue)
    ]
    ranked = sorted(cues, key=lambda cue: (distance(candidate, cue), cue.start))
    confidence = _SAID if candidate.time.is_said else _CARRIED
    return tuple((kind, confidence) for kind in dict.fromkeys(cue.kind for cue in ranked))


def _is_tie_talk(text: str) -> bool:
    return any(cue.kind == "strong" for cue in found_cues("ties", text))


def distance(candidate: Candidate, cue: CueMatch) -> int:
    """Characters between a cue of the candidate's text and its time."""
    start, end = cue.start + candidate.start, cue.end + candidate.start
    if candidate.time.end <= start:
        return start - candidate.time.end
    return max(candidate.time.start - end, 0)


def _is_denied(text: str, cue: CueMatch) -> bool:
    """Planned, conditional or denied: "zal bezoeken", "geen delegatie"."""
    near = text[max(0, cue.start - _NEAR_BEFORE) : cue.end + _NEAR_BEHIND]
    return matcher("events").has(near, "not")
