"""Dates that a text counts from another date: "mei jl.", "vorig najaar", "twee jaar geleden".

Pure arithmetic on EDTF: what the words mean stands in `corpus/reference/data/dates.toml`, where
they stand in a text is found by `extractors.dates` (from the paper's own date) and
`extractors.events.times` (from the date that a story has come to).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from corpus.records.dates import is_edtf
from corpus.reference.tables import read_toml

_ROUND = 5  # "twintig jaar geleden" is about then; up to four years a writer counts


@dataclass(frozen=True, slots=True)
class DateRule:
    """A pattern and how its groups and the paper's own date make an EDTF value (None: it is no
    date after all)."""

    pattern: re.Pattern[str]
    value: Callable[[re.Match[str], str], str | None]


@cache
def date_words() -> Mapping[str, Any]:
    """The words of Dutch dates."""
    return read_toml("dates")


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of these words, the longest first."""
    return "(?:" + "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))) + ")"


@cache
def count_pattern() -> str:
    """A pattern for a small number, in words or figures, as group `count`."""
    return rf"(?P<count>{any_of(date_words()['counts'])}|\d{{1,2}})"


def count_of(said: str) -> int:
    """The number that a match of `count_pattern` says."""
    return int(said) if said.isdigit() else int(date_words()["counts"][said.lower()])


def shifted(reference: str, years: int, *, approximate: bool = False) -> str:
    """The year so many years from the reference, "about" where a round number says so.

    >>> shifted("2019-05-02", -2), shifted("2019", -25, approximate=True)
    ('2017', '1994~')
    """
    year = int(reference[:4]) + years
    return f"{year}~" if approximate and abs(years) >= _ROUND else str(year)


def month_by(reference: str, month: int, which: int, day: int = 0) -> str:
    """The last (-1), this year's (0) or the next (1) such month, or day of a month.

    >>> month_by("2001-06-12", 9, -1), month_by("2001-06-12", 3, -1, day=7)
    ('2000-09', '2001-03-07')
    """
    year, at = int(reference[:4]), _month(reference)
    if at and which < 0 and month > at:
        year -= 1
    if at and which > 0 and month < at:
        year += 1
    written = f"{year}-{month:02}" + (f"-{day:02}" if day else "")
    return written if is_edtf(written) else ""


def season_by(reference: str, season: str, which: int) -> str:
    """The last (-1), this year's (0) or the next (1) such season as an interval of months.

    >>> season_by("2019-11-05", "zomer", -1), season_by("1985-10-17", "winter", -1)
    ('2019-06/2019-08', '1984-12/1985-02')
    """
    first, last = date_words()["season_months"][season.lower()]
    year, at = int(reference[:4]), _month(reference) or 6
    if which < 0 and (last >= at or last > 12):
        year -= 1
    if which > 0 and first <= at:
        year += 1
    over, end = divmod(last - 1, 12)
    return f"{year}-{first:02}/{year + over}-{end + 1:02}"


def months_by(reference: str, months: int) -> str:
    """The month so many months from the reference; its year where it has no month.

    >>> months_by("2020-01-15", -1), months_by("2020", -1)
    ('2019-12', '2020')
    """
    at = _month(reference)
    if not at:
        return reference[:4]
    years, month = divmod(at - 1 + months, 12)
    return f"{int(reference[:4]) + years}-{month + 1:02}"


@cache
def relative_rules() -> tuple[DateRule, ...]:
    """The rules for dates that are counted from the paper's own, the most telling first."""
    words = date_words()
    month = rf"(?P<month>{any_of(words['months'])})"
    which = rf"(?P<which>{any_of(words['which'])})"
    season = rf"(?P<season>{any_of(words['season_months'])})"
    day = r"(?:(?P<day>\d{1,2})(?:e|ste|de)?\s)?"
    rows = (
        (rf"{day}{month}\s(?P<behind>{any_of(words['behind'])})", _behind),
        (rf"(?:{day}{month}|{season})\s(?:van\s)?(?:het\s)?{which}\sjaar", _in_which_year),
        (rf"{which}\s{month}(?!\s\d)", _which_month),
        (rf"{which}\s{season}(?!\s\d)", _which_season),
        (rf"{count_pattern()}\s(?P<unit>jaar|maand(?:en)?)\s(?:geleden|terug)", _ago),
        (rf"{which}\smaand", _near_month),
    )
    return tuple(
        DateRule(re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE), value)
        for pattern, value in rows
    )


def month_number(match: re.Match[str]) -> int:
    """The number of the month that a match names as `month`."""
    return int(date_words()["months"][match["month"].lower()])


def _month(reference: str) -> int:
    return int(reference[5:7]) if re.match(r"\d{4}-\d\d", reference) else 0


def _behind(match: re.Match[str], reference: str) -> str:
    """ "7 maart jl.", "september a.s."."""
    which = int(date_words()["behind"][match["behind"].lower()])
    day = int(match["day"] or 0)
    return month_by(reference, month_number(match), which, day) if reference else ""


def _which_month(match: re.Match[str], reference: str) -> str:
    """ "afgelopen mei"."""
    which = int(date_words()["which"][match["which"].lower()])
    return month_by(reference, month_number(match), which) if reference else ""


def _which_season(match: re.Match[str], reference: str) -> str:
    """ "vorige zomer", "dit najaar"."""
    which = int(date_words()["which"][match["which"].lower()])
    return season_by(reference, match["season"], which) if reference else ""


def _in_which_year(match: re.Match[str], reference: str) -> str:
    """ "mei vorig jaar", "het najaar van verleden jaar"."""
    if not reference:
        return ""
    year = shifted(reference, int(date_words()["which"][match["which"].lower()]))
    if match["month"]:
        return month_by(year, month_number(match), 0, int(match["day"] or 0))
    return season_by(year, match["season"], 0)


def _ago(match: re.Match[str], reference: str) -> str:
    """ "twee jaar geleden", "drie maanden terug"."""
    if not reference:
        return ""
    count = count_of(match["count"])
    if match["unit"].lower().startswith("jaar"):
        return shifted(reference, -count, approximate=True)
    return months_by(reference, -count)


def _near_month(match: re.Match[str], reference: str) -> str:
    """ "vorige maand"."""
    which = int(date_words()["which"][match["which"].lower()])
    return months_by(reference, which) if reference else ""
