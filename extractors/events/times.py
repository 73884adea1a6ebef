"""When each sentence's happenings were: dates said, counted from the story or paper, carried on.

A day or month without a year may be of the year that the story has come to or of the paper's own:
both are given, and the learned decision takes one (`extractors.events.find`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from corpus.records import Mention
from corpus.records.dates import first_year, is_edtf
from corpus.reference.cues import load_cues
from extractors.patterns import CueMatch, CueMatcher, matcher
from extractors.relative_dates import (
    any_of,
    count_of,
    count_pattern,
    date_words,
    month_by,
    season_by,
    shifted,
)
from extractors.sentences import Sentence

# said: with its year; relative: from the paper's date; story: from the story's; bare_*: a day or
# month of the story's or the paper's year; today, paper: words for the paper's own time; carried,
# period, own: no time in the sentence, the story's, its period's or the paper's is taken.
How = Literal[
    "said",
    "relative",
    "story",
    "bare_story",
    "bare_paper",
    "today",
    "paper",
    "carried",
    "period",
    "own",
]
_CARRIES = 4  # sentences over which a story keeps its date
_TOLD = ("body", "list", "quote", "footnote", "table", "heading", "caption")
_HAS_YEAR = re.compile(r"\d{4}|'\d\d|’\d\d|jaren|eeuw")
_COUNTED = re.compile(
    r"jaar|maand|jl|j\.l|l\.l|jongst|a\.?s\.|aanstaande|komende?|vorige?|verleden|afgelopen|"
    r"volgende?|\bdit|\bdeze|geleden|terug",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\s*(?:en|tot en met|t/m|tot|/|[-\u2013])\s*")
_SPAN_WORD = re.compile(r"(?:\btussen|\bvan|\bperiode|\bwinter(?:\svan)?)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time that a happening may have had. Offsets are the paper's; `start` equals `end` where
    the sentence says no time itself, and `far` counts the sentences it was carried over."""

    start: int
    end: int
    when: str  # EDTF
    how: How
    far: int = 0

    @property
    def is_said(self) -> bool:
        return self.end > self.start


def times_of(sentences: Sequence[Sentence]) -> list[tuple[Time, ...]]:
    """For each sentence the times its happenings may have had, in order of place."""
    found: list[tuple[Time, ...]] = []
    story, far = "", 0
    section: tuple[str, ...] = ()
    for sentence in sentences:
        if sentence.passage.section != section or sentence.passage.kind == "heading":
            section = sentence.passage.section
            story, far = _heading_year(section), 0
        times = _joined(sentence, tuple(_said(sentence, story)))
        if not times and sentence.passage.kind in _TOLD:
            times = tuple(_understood(sentence, story, far))
        found.append(times)
        told = [t for t in times if t.is_said and t.how != "bare_paper"]
        story, far = (told[-1].when, 0) if told else (story, far + 1)
        if far > _CARRIES:
            story = ""
    return found


def _heading_year(section: Sequence[str]) -> str:
    """ "Jaarverslag 1971", "2.3 Bezoeken in 2008": the year of what stands below."""
    years = re.findall(r"\b(?:19|20)\d\d\b", section[-1]) if section else []
    return years[0] if len(years) == 1 else ""


def _understood(sentence: Sentence, story: str, far: int) -> Iterator[Time]:
    at = sentence.span.start
    if story:
        yield Time(start=at, end=at, when=story, how="carried", far=far)
    elif sentence.period:
        yield Time(start=at, end=at, when=sentence.period.replace("-", "/"), how="period", far=far)
    published = sentence.document.published
    if published and (not story or story[:4] != published[:4]):
        yield Time(start=at, end=at, when=published, how="own", far=far)


def _said(sentence: Sentence, story: str) -> Iterator[Time]:
    """The times that words of the sentence say, each counted from those before it."""
    dates = [m for m in sentence.mentions if m.label == "DATE"]
    counted = [
        m
        for m in _counted().find(sentence.text)
        if not any(_overlap(m, sentence, date) for date in dates)
    ]
    items: list[Mention | CueMatch] = sorted(
        [*dates, *_longest(counted)], key=lambda i: _place(i, sentence)
    )
    for item in items:
        times = tuple(
            _of_mention(item, sentence, story)
            if isinstance(item, Mention)
            else _of_words(item, sentence, story)
        )
        yield from times
        story = next((t.when for t in times if t.how != "bare_paper"), story)


def _overlap(match: CueMatch, sentence: Sentence, mention: Mention) -> bool:
    start, end = match.start + sentence.span.start, match.end + sentence.span.start
    return start < mention.span.end and mention.span.start < end and mention.value != ""


def _longest(matches: Sequence[CueMatch]) -> list[CueMatch]:
    kept: list[CueMatch] = []
    for match in sorted(matches, key=lambda m: (m.start - m.end, m.start)):
        if not any(match.start < k.end and k.start < match.end for k in kept):
            kept.append(match)
    return kept


def _place(item: Mention | CueMatch, sentence: Sentence) -> int:
    return item.span.start if isinstance(item, Mention) else item.start + sentence.span.start


def _of_mention(mention: Mention, sentence: Sentence, story: str) -> Iterator[Time]:
    surface, span = mention.surface, mention.span
    if not mention.value:
        return
    if _HAS_YEAR.search(surface) or _COUNTED.search(surface) or len(mention.value) < 7:
        how: How = "said" if _HAS_YEAR.search(surface) else "relative"
        yield Time(start=span.start, end=span.end, when=mention.value, how=how)
        return
    rest = mention.value[4:]
    several = "/" in rest
    for year, kind in _years(sentence, story, int(rest[1:3])):
        when = f"{year}{rest}" if not several else f"{year}{rest.replace(mention.value[:4], year)}"
        if is_edtf(when):
            yield Time(start=span.start, end=span.end, when=when, how=kind)


def _years(sentence: Sentence, story: str, month: int) -> Iterator[tuple[str, How]]:
    """The year that the story has come to, and the paper's own: for a month that the paper has not
    come to yet the year before, unless the sentence looks ahead."""
    published = sentence.document.published
    told = str(first_year(story)) if story else ""
    if told:
        yield told, "bare_story"
    if not re.match(r"\d{4}", published):
        return
    looks_back = matcher("event_sense").has(sentence.text, "past", "perfect")
    ahead = matcher("event_sense").has(sentence.text, "future")
    own = month_by(published, month, -1 if looks_back and not ahead else 0)[:4]
    if own != told:
        yield own, "bare_paper"


def _of_words(match: CueMatch, sentence: Sentence, story: str) -> Iterator[Time]:
    start, end = match.start + sentence.span.start, match.end + sentence.span.start
    for when, how in _values(match, sentence, story):
        if when and is_edtf(when):
            yield Time(start=start, end=end, when=when, how=how)


_STEPS = {"next": 1, "before": -1, "same": 0}


def _values(match: CueMatch, sentence: Sentence, story: str) -> Iterator[tuple[str, How]]:
    kind, groups, published = match.kind, match.groups, sentence.document.published
    if kind in ("today", "paper"):
        yield (published if kind == "today" else published[:4]), kind  # type: ignore[misc]
        return
    if kind in ("month", "season"):
        month = _month(groups)
        for said, how in _years(sentence, story, month):
            yield _within(said, groups), how
        return
    year = first_year(story) if story else None
    if year is None:
        return
    count = _STEPS[kind] if kind in _STEPS else count_of(groups["count"])
    moved = shifted(str(year), -count if kind == "earlier" else count)
    yield _within(moved, groups), "story"


def _month(groups: object) -> int:
    assert isinstance(groups, dict)
    words = date_words()
    if "month" in groups:
        return int(words["months"][groups["month"].lower()])
    return min(int(words["season_months"][groups["season"].lower()][0]), 12)


def _within(year: str, groups: object) -> str:
    assert isinstance(groups, dict)
    if "season" in groups:
        return season_by(year, groups["season"], 0)
    if "month" in groups:
        return f"{year}-{_month(groups):02}"
    return year


@cache
def _counted() -> CueMatcher:
    words = date_words()
    fill = {
        "COUNT": count_pattern().removeprefix("(?P<count>").removesuffix(")"),
        "SEASON": any_of(words["season_months"]),
        "MONTH": any_of(m for m in words["months"] if len(m) > 2),
    }
    cues = []
    for cue in load_cues("event_times"):
        pattern = cue.pattern
        for name, words_pattern in fill.items():
            pattern = pattern.replace(name, words_pattern)
        cues.append(replace(cue, pattern=pattern))
    return CueMatcher(cues)


def _joined(sentence: Sentence, times: Sequence[Time]) -> tuple[Time, ...]:
    """Two years that are one stretch ("in 2010 en 2011", "tussen 1993 en 2003") become one."""
    joined: list[Time] = []
    for time in times:
        last = joined[-1] if joined else None
        if last is not None and (day := _day_of_year(sentence, last, time)):
            joined = [t for t in joined if t.start != last.start]
            joined.append(replace(time, start=last.start, when=day))
        elif last is not None and _is_stretch(sentence, last, time):
            joined[-1] = replace(last, end=time.end, when=f"{last.when}/{time.when}")
        else:
            joined.append(time)
    return tuple(joined)


def _day_of_year(sentence: Sentence, day: Time, year: Time) -> str:
    """ "25 november van datzelfde jaar": the day, in the year that is said behind it."""
    between = sentence.document.text[day.end : year.start]
    if day.how not in ("bare_story", "bare_paper") or not re.fullmatch(r"\s(?:van\s)?", between):
        return ""
    when = f"{year.when[:4]}{day.when[4:]}"
    return when if len(year.when) == 4 and len(day.when) > 4 and is_edtf(when) else ""


def _is_stretch(sentence: Sentence, left: Time, right: Time) -> bool:
    if not (re.fullmatch(r"\d{4}", left.when) and re.fullmatch(r"\d{4}", right.when)):
        return False
    text = sentence.document.text
    if not _JOINED.fullmatch(text[left.end : right.start]):
        return False
    apart = int(right.when) - int(left.when)
    before = text[max(sentence.span.start, left.start - 20) : left.start]
    return apart == 1 or (apart > 0 and _SPAN_WORD.search(before) is not None)
