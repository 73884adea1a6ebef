"""All that a paper tells of periods: which there are, and what of the paper is about which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.records import Document, Period
from extractors.periods.headings import find_periods, period_by_passage
from extractors.periods.told import period_by_sentence, told_periods
from extractors.sentences import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPeriods:
    """The periods of a paper, its sentences with theirs, and the period of each passage."""

    periods: tuple[Period, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    by_passage: tuple[str, ...] = ()  # `2004-2012` or empty, one for each passage
    in_sections: bool = False  # the paper is parted by period: outside its parts it tells of none


def tell_periods(document: Document, sentences: Sequence[Sentence]) -> PaperPeriods:
    """The paper's own periods: those of its headings, else those that its sentences tell of.

    A paper that tells of no period has none: what it says is of no period, whatever its dates.
    """
    headed = find_periods(document, sentences)
    if headed:
        of = period_by_passage(document, headed)
        return PaperPeriods(
            periods=headed,
            sentences=tuple(replace(s, period=of.get(s.passage.index, "")) for s in sentences),
            by_passage=tuple(of.get(p.index, "") for p in document.passages),
            in_sections=True,
        )
    told = period_by_sentence(sentences)
    first: dict[int, str] = {}
    for sentence, period in zip(sentences, told, strict=True):
        if period:
            first.setdefault(sentence.passage.index, period)
    return PaperPeriods(
        periods=told_periods(sentences),
        sentences=tuple(replace(s, period=p) for s, p in zip(sentences, told, strict=True)),
        by_passage=tuple(first.get(p.index, "") for p in document.passages),
    )
