"""Dates in Dutch text, each with the EDTF value it means: "de jaren tachtig" → 198X.

Words and numbers come from `corpus/reference/data/dates.toml`; here is how they make a date.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from corpus.records.dates import is_edtf
from extractors.relative_dates import (
    DateRule,
    any_of,
    date_words,
    month_number,
    relative_rules,
    shifted,
)

_YEAR = r"(?:1[6-9]\d\d|20\d\d)"
_DASH = r"[-\u2013\u2014]"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A date in a text: offsets into that text; `edtf` is empty where the year is not known."""

    start: int
    end: int
    edtf: str


def find_dates(text: str, *, reference: str = "") -> tuple[FoundDate, ...]:
    """Every date in `text`, in order, none overlapping.

    `reference` is the EDTF date that "vorig jaar" and "29 november" are counted from; without it
    such dates are found with an empty value.

    >>> [d.edtf for d in find_dates("Sinds de jaren '80, bekrachtigd op 3 mei 1994.")]
    ['198X', '1994-05-03']
    """
    reference = reference if re.match(r"\d{4}", reference) else ""
    taken: list[FoundDate] = []
    for rule in _rules():
        for match in rule.pattern.finditer(text):
            start, end = match.span()
            if any(start < d.end and d.start < end for d in taken):
                continue
            value = rule.value(match, reference)
            if value is not None and (not value or is_edtf(value)):
                taken.append(FoundDate(start=start, end=end, edtf=value))
    return tuple(sorted(taken, key=lambda d: d.start))


@cache
def _rules() -> tuple[DateRule, ...]:
    """The rules, the most telling first: what an earlier one takes a later one cannot have."""
    words = date_words()
    month = rf"(?P<month>{any_of(words['months'])})\b(?:\.(?=\s?\d))?"
    part = any_of(words["parts"])
    decade = rf"'?’?(?P<decade>\d0|{any_of(words['decades'])})"
    from_day = r"(?P<day>\d{1,2})(?:e|ste|de)?"
    until = rf"(?:\s?{_DASH}\s?|\s(?:tot en met|t/m|tot|en)\s)"
    last_day = r"(?P<last>\d{1,2})(?:e|ste|de)?"
    year = rf"(?P<year>{_YEAR})"
    short = r"['’](?P<short>\d\d)(?![\w%])"
    before, after = (any_of(words["numbers"][side]) for side in ("before", "after"))
    no_number = rf"(?![-/]?\d|[.,]\d|\s?%|\s(?-i:[A-Z]{{2}})\b(?!-)|\s{after}(?!\w))"
    whole = rf"(?<![\w/€$.,-]){year}(?!\w){no_number}"
    quarter = any_of(words["quarters"])
    whole_month = any_of(m for m in words["months"] if len(m) > 3)
    rows: tuple[tuple[str, Callable[[re.Match[str], str], str | None]], ...] = (
        (rf"\b{year}-(?P<month>\d\d)-(?P<day>\d\d)(?!\w)", _numeric),
        (rf"(?<![\w-])(?P<day>\d{{1,2}})[-/.](?P<month>\d{{1,2}})[-/.]{year}(?!\w)", _numeric),
        (rf"(?<![\w-])(?P<day>\d{{1,2}})[-/.](?P<month>\d{{1,2}})[-/.]{short}", _numeric),
        (rf"(?<!\w){from_day}{until}{last_day}\s{month}(?:\s{year})?(?!\w)", _days),
        (rf"(?<!\w){from_day}\s{month}\s{year}(?!\w)", _day),
        (rf"(?<!\w){month}\s{from_day},\s{year}(?!\w)", _day),
        (rf"(?<!\w){month}(?:\svan)?\s{year}(?!\w)", _month),
        (rf"(?<!\w){month}\s{short}", _month),
        (rf"(?<!\w){from_day}\s{month}(?!\w)", _day),
        (rf"\b(?P<season>{any_of(words['seasons'])})(?:\svan)?\s{year}(?!\w)", _season),
        (rf"\b(?P<quarter>{quarter})\skwartaal(?:\svan)?\s{year}(?!\w)", _quarter),
        (rf"(?<!\w)(?:(?P<part>{part})\s(?:van\s)?(?:de\s)?)?jaren\s{decade}(?!\w)", _decade),
        (rf"\b(?P<century>{any_of(words['centuries'])}|\d\de)\seeuw\b", _century),
        (
            rf"(?<![\w/.,-]){year}\s?(?:{_DASH}|/)\s?(?P<until>{_YEAR}|\d\d(?=\W|$)|heden)(?![\w-])",
            _range,
        ),
        (rf"(?<!\w){part}(?:\svan)?\s{year}(?!\w){no_number}", _part_of_year),
        (rf"(?:(?<!\w)(?P<bad>{before})\s)?{whole}", _year),
        (rf"(?<=\s){short}", _short),
        (rf"\b(?P<relative>{any_of(words['relative'])})\b", _relative),
        (rf"(?<=\b[Ii]n )(?P<month>{whole_month}|mei)(?!\w)", _month),
    )
    return (
        *relative_rules(),
        *(DateRule(re.compile(pattern, re.IGNORECASE), value) for pattern, value in rows),
    )


def _numeric(match: re.Match[str], reference: str) -> str | None:
    written = f"{_year_of(match, reference)}-{int(match['month']):02}-{int(match['day']):02}"
    return written if is_edtf(written) else None


def _year_of(match: re.Match[str], reference: str) -> str:
    if "short" in match.re.groupindex:
        return _short(match, reference)
    return match["year"] if "year" in match.re.groupindex and match["year"] else reference[:4]


def _day(match: re.Match[str], reference: str) -> str | None:
    day = int(match["day"])
    if not 1 <= day <= 31:
        return None
    year = _year_of(match, reference)
    return f"{year}-{month_number(match):02}-{day:02}" if year else ""


def _days(match: re.Match[str], reference: str) -> str | None:
    year, month = _year_of(match, reference), month_number(match)
    first, last = int(match["day"]), int(match["last"])
    if not 1 <= first < last <= 31:
        return None
    return f"{year}-{month:02}-{first:02}/{year}-{month:02}-{last:02}" if year else ""


def _month(match: re.Match[str], reference: str) -> str | None:
    year = _year_of(match, reference)
    return f"{year}-{month_number(match):02}" if year else ""


def _season(match: re.Match[str], _: str) -> str:
    first, last = date_words()["seasons"][match["season"].lower()]
    return f"{match['year']}-{first:02}/{match['year']}-{last:02}"


def _quarter(match: re.Match[str], _: str) -> str:
    last = 3 * int(date_words()["quarters"][match["quarter"].lower()])
    return f"{match['year']}-{last - 2:02}/{match['year']}-{last:02}"


def _decade(match: re.Match[str], _: str) -> str:
    said = match["decade"].lower()
    tens = int(said) if said.isdigit() else int(date_words()["decades"][said])
    # Twenty-first century for what a paper of our days calls "jaren '00" to "jaren '20".
    start = (2000 if tens < 30 else 1900) + tens
    if not match["part"]:
        return f"{start // 10}X"
    first, last = date_words()["parts"][match["part"].lower().removesuffix(" de")]
    return f"{start + first}/{start + last}"


def _century(match: re.Match[str], _: str) -> str:
    said = match["century"].lower()
    number = int(said[:-1]) - 1 if said[0].isdigit() else int(date_words()["centuries"][said])
    return f"{number}XX"


def _range(match: re.Match[str], _: str) -> str | None:
    start, end = match["year"], match["until"].lower()
    if end == "heden":
        return f"{start}/.."
    end = end if len(end) == 4 else start[:2] + end
    return f"{start}/{end}" if int(start) < int(end) else None


def _year(match: re.Match[str], _: str) -> str | None:
    return None if match["bad"] else match["year"]


def _part_of_year(match: re.Match[str], _: str) -> str:
    """ "eind 2008" is one date; papers mean no certain months by it, so it means its year."""
    return match["year"]


def _short(match: re.Match[str], reference: str) -> str:
    newest = int(reference[:4] or "2029") % 100
    short = int(match["short"])
    return f"{2000 + short if short <= newest else 1900 + short}"


def _relative(match: re.Match[str], reference: str) -> str | None:
    shift = int(date_words()["relative"][match["relative"].lower()])
    return shifted(reference, shift) if reference else None
