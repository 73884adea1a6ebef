"""When a happening was: the date beside its word, else the date that the passage goes on about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.records import Mention
from extractors.patterns import CueMatch
from extractors.sentences import Sentence

IN_SENTENCE, CARRIED, BY_PERIOD = 0.8, 0.6, 0.35
_HAPPENED = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class When:
    """An EDTF date and how sure it is that it is the happening's."""

    date: str
    confidence: float


def dates_in(sentence: Sentence) -> tuple[Mention, ...]:
    """The dates of a sentence that say when something was."""
    return tuple(m for m in sentence.mentions if m.label == "DATE" and m.value)


def when_of(sentence: Sentence, cue: CueMatch, carried: str) -> When | None:
    """The date nearest to the cue, the later one where two are as near; else the carried date;
    else the paper's own period."""
    dates = dates_in(sentence)
    if dates:
        return When(_nearest(sentence, cue, dates).value, IN_SENTENCE)
    if carried:
        return When(carried, CARRIED)
    if sentence.period:
        return When(sentence.period.replace("-", "/"), BY_PERIOD)
    return None


def _nearest(sentence: Sentence, cue: CueMatch, dates: Sequence[Mention]) -> Mention:
    start, end = cue.start + sentence.span.start, cue.end + sentence.span.start

    def distance(date: Mention) -> int:
        if date.span.end <= start:
            return start - date.span.end
        return max(date.span.start - end, 0)

    return min(dates, key=lambda d: (distance(d), -d.span.start))
