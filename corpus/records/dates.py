"""Dates as EDTF (ISO 8601-2, level 1 in part): parse, order, overlap, precision.

Read: `1985`, `1994-09`, `2011-05-27`, `198X`, `19XX`, a trailing `~` or `?`, and intervals of
these (`2008/2010`, `2012/..`). Seasons are left out: council papers' "najaar" is written as an
interval of months.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass

_POINT = re.compile(r"(\d{2}XX|\d{3}X|\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%])?")
Day = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """The first and last day a date may stand for; `approximate` where it says about."""

    text: str
    first: Day
    last: Day
    approximate: bool = False

    @property
    def years(self) -> range:
        return range(self.first[0], self.last[0] + 1)

    def overlaps(self, other: EdtfDate) -> bool:
        return self.first <= other.last and other.first <= self.last


def parse_edtf(text: str) -> EdtfDate:
    """The days that `text` stands for.

    Raises ValueError where it is not the part of EDTF named at the top of this file.

    >>> parse_edtf("198X").years
    range(1980, 1990)
    """
    start, slash, end = text.partition("/")
    first = _parse_point(start)
    if not slash:
        return EdtfDate(text, first.first, first.last, first.approximate)
    last = EdtfDate("..", (9999, 1, 1), (9999, 12, 31)) if end == ".." else _parse_point(end)
    if last.last < first.first:
        raise ValueError(f"{text}: the interval ends before it starts")
    return EdtfDate(text, first.first, last.last, first.approximate or last.approximate)


def _parse_point(text: str) -> EdtfDate:
    match = _POINT.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is not an EDTF date that stedenband reads")
    year, month, day, about = match.groups()
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    first_month, last_month = (int(month), int(month)) if month else (1, 12)
    if not 1 <= first_month <= 12:
        raise ValueError(f"{text!r} has no such month")
    in_month = monthrange(high, last_month)[1]
    first_day, last_day = (int(day), int(day)) if day else (1, in_month)
    if not 1 <= last_day <= in_month:
        raise ValueError(f"{text!r} has no such day")
    return EdtfDate(
        text, (low, first_month, first_day), (high, last_month, last_day), about is not None
    )


def is_edtf(text: str) -> bool:
    """Whether `parse_edtf` would take it."""
    try:
        parse_edtf(text)
    except ValueError:
        return False
    return True


def first_year(text: str) -> int | None:
    """The first year an EDTF date may mean, for ordering; None where it is empty or no date."""
    return parse_edtf(text).first[0] if is_edtf(text) else None


def split_date(text: str) -> tuple[str, str, str]:
    """Year (or `2008-2010` for an interval), month and day as the events table writes them.

    >>> split_date("2011-05-27"), split_date("198X"), split_date("2008/2010")
    (('2011', '5', '27'), ('1980-1989', '', ''), ('2008-2010', '', ''))
    """
    if not text:
        return ("", "", "")
    date = parse_edtf(text)
    if len(date.years) > 1:
        return (f"{date.first[0]}-{date.last[0]}", "", "")
    same_month = date.first[1] == date.last[1]
    same_day = same_month and date.first[2] == date.last[2]
    month = str(date.first[1]) if same_month else ""
    return (str(date.first[0]), month, str(date.first[2]) if same_day else "")
