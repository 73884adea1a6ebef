"""Periods that the running text tells: "In de periode 2004-2012 lag het accent op …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.records import Period
from corpus.records.dates import first_year
from extractors.patterns import matcher
from extractors.sentences import Sentence

_YEARS = re.compile(
    r"\s*(?P<start>1[89]\d\d|20\d\d)\s*(?:[-\u2013\u2014]|tot(?:\s+en\s+met)?|t/m|en)\s*"
    r"(?P<end>1[89]\d\d|20\d\d|\d\d)(?![\w-])"
)
_CONFIDENCE = 0.8


def periods_in(text: str) -> tuple[tuple[str, str], ...]:
    """Start and end year of each period that a sentence tells of, in order, each once.

    >>> periods_in("In de bestuursperiode 2010-14 lag het accent op water.")
    (('2010', '2014'),)
    """
    found: dict[tuple[str, str], None] = {}
    for cue in matcher("periods").find(text, "span"):
        match = _YEARS.match(text, cue.end)
        if match:
            end = match["end"] if len(match["end"]) == 4 else match["start"][:2] + match["end"]
            if end > match["start"]:
                found.setdefault((match["start"], end))
    return tuple(found)


def period_by_sentence(sentences: Sequence[Sentence]) -> tuple[str, ...]:
    """`start-end` of the period that each sentence is about by its own words, empty for none.

    A period lasts from the sentence that tells of it to the end of the passage, or until a
    sentence that tells of another or of several; a sentence about other years is about none.
    """
    found: list[str] = []
    passage, at = -1, ""
    for sentence in sentences:
        if sentence.passage.index != passage:
            passage, at = sentence.passage.index, ""
        told = periods_in(sentence.text)
        if told:
            at = "-".join(told[0]) if len(told) == 1 else ""
        found.append(at if told or not _is_of_other_years(sentence, at) else "")
    return tuple(found)


def told_periods(sentences: Sequence[Sentence]) -> tuple[Period, ...]:
    """The periods that sentences tell of, by start; each with the sentences that do."""
    found: dict[tuple[str, str], list[Sentence]] = {}
    for sentence in sentences:
        if sentence.passage.kind == "body":
            for years in periods_in(sentence.text):
                found.setdefault(years, []).append(sentence)
    return tuple(
        Period(
            start=start,
            end=end,
            confidence=_CONFIDENCE,
            evidences=tuple(dict.fromkeys(s.evidence for s in tellers)),
        )
        for (start, end), tellers in sorted(found.items())
    )


def _is_of_other_years(sentence: Sentence, period: str) -> bool:
    if not period:
        return False
    start, end = map(int, period.split("-"))
    dates = (m.value for m in sentence.mentions if m.label == "DATE" and m.value)
    years = [year for date in dates if (year := first_year(date))]
    return bool(years) and not any(start <= year <= end for year in years)
