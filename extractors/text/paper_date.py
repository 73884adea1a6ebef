"""When a paper was written, sent, held or decided, as it says itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from corpus.records import Passage
from extractors.dates import FoundDate, find_dates
from extractors.patterns import matcher
from extractors.text.labels import labelled

_LETTERHEAD = 200  # a passage longer than this ends the letterhead
_DATELINE = 60  # a longer passage is more than a place and a date
_FIRST, _TOP = 12, 400  # passages and characters in which a letter says where it was written
_MONTH = len("1994-09")  # a date less precise than this is the date of something else
_DAY = len("1994-09-03")
_CLOSING = 8  # passages at the end in which a paper is dated and signed
_DECISIONS = ("motie", "raadsvoorstel", "collegebesluit", "beschikking")
# "Winterswijk, 3 mei 1994": the place of writing and a comma right before the date.
_PLACE = re.compile(r"(?:^|[\s.|])(?:'[st]-)?[A-ZÀ-Þ][\w'’-]+(?: [\w'’-]+){0,3},\s*(?:\w+dag\s+)?$")
_YEAR_IN_NAME = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:[-_]?(0[1-9]|1[0-2])[-_]?([0-2]\d|3[01]))?(?!\d)"
)


def find_date(text: str, passages: Sequence[Passage], title: str, name: str, kind: str) -> str:
    """The paper's own date as EDTF; empty where it tells none.

    In that order: the date of an answer or of sending, a date line, "Place, date" in the
    letterhead, "Aldus besloten in de vergadering van …" under a decision, "Place, date" at the
    end, any date of title and letterhead, the one year of the title, the name of the file. A date
    in the running text, or of what the paper answers, is the date of something else.
    """
    head = list(_letterhead(text, passages))
    closing = [text[p.start : p.end] for p in passages[-_CLOSING:] if p.kind == "body"]
    decided = [_after(part, "decided") for part in closing] if kind in _DECISIONS else []
    for line in (
        *(_after(part, "answered") for part in head),
        *(_at_start(line) for line in labelled(text, "answered")),
        *(_at_start(line) for line in labelled(text, "date")),
        *(_from_place(part) for part in (*head[:_FIRST], text[:_TOP])),
        *decided,
        *(_from_place(part) for part in closing if _is_dateline(part)),
        title,
        *head,
    ):
        dates = _own_dates(line)
        if dates:
            return dates[-1]
    return _year_in_title(title) or _date_in_name(name)


def _letterhead(text: str, passages: Sequence[Passage]) -> Iterator[str]:
    """The short passages before the running text, without notes and items of lists."""
    for passage in passages[:30]:
        if passage.end - passage.start > _LETTERHEAD:
            break
        if passage.kind in ("heading", "body", "table"):
            yield text[passage.start : passage.end]


def _own_dates(line: str) -> list[str]:
    """The dates of a line, to the month or day, without those of letters that it answers."""
    others = {match.end for match in matcher("reference_block").find(line, "other_date")}
    found = [
        date.edtf.split("/")[-1]
        for date in find_dates(line)
        if not any(0 <= date.start - end <= 3 for end in others)
    ]
    return [edtf for edtf in found if len(edtf) >= _MONTH]


def _from_place(part: str) -> str:
    """The first date of a part that stands right after a place and a comma, else nothing."""
    return next((_said(part, date) for date in find_dates(part) if _is_placed(part, date)), "")


def _is_placed(part: str, date: FoundDate) -> bool:
    return _MONTH <= len(date.edtf) <= _DAY and _PLACE.search(part[: date.start]) is not None


def _is_dateline(part: str) -> bool:
    """Whether a part begins with a place and a date, with a signature behind it at most."""
    placed = next((date for date in find_dates(part) if _is_placed(part, date)), None)
    if placed is None or len(part) > 2 * _DATELINE:
        return False
    return _PLACE.fullmatch(part[: placed.start]) is not None


def _at_start(line: str) -> str:
    """The first words of a line that should tell a date, as far as the first date goes."""
    dates = find_dates(line)
    return line[: dates[-1].end] if dates and dates[0].start <= _DATELINE // 2 else ""


def _said(part: str, date: FoundDate) -> str:
    return part[date.start : date.end]


def _after(part: str, kind: str) -> str:
    """The date right behind a cue of this kind: "Beantwoord: 1 maart 2011"."""
    for match in matcher("reference_block").find(part, kind):
        dates = [d for d in find_dates(part[match.end :]) if d.start <= len(": maandag ")]
        if dates:
            return _said(part[match.end :], dates[0])
    return ""


def _year_in_title(title: str) -> str:
    """The one year in a title: "Jaarverslag 2001"; none of a span of years."""
    years = {d.edtf for d in find_dates(title)}
    return years.pop() if len(years) == 1 and all(re.fullmatch(r"\d{4}", y) for y in years) else ""


def _date_in_name(name: str) -> str:
    match = _YEAR_IN_NAME.search(PurePath(name).stem)
    return "-".join(part for part in match.groups() if part) if match else ""
