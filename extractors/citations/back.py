"""What points back to a source that was cited before: "ibid.", "noot 5", "Jansen, a.w., p. 23"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus.records import Citation
from extractors.citations.who import is_person
from extractors.dates import find_dates
from extractors.patterns import matcher

_SHORT = re.compile(
    r"(?P<who>[^\W\d_][^,;:]{1,60}?),\s+(?:(?P<title>(?!(?:pp?|blz|pag)\.).+?),?\s*)?"
    r"(?P<pages>(?:(?:pp?|blz|pag)\.?\s*|,\s)?\d+(?:\s?[\u2013-]\s?\d+)?)?[.\s]*"
)
_AND = re.compile(r"\s*(?:,|&|\ben\b|\band\b)\s*")
_LEAST = 8  # characters of a title cut short
_QUOTES = "\"'\u201c\u201d\u2018\u2019., "


def earlier(piece: str, cited: Sequence[Citation]) -> tuple[Citation, ...]:
    """The sources of `cited`, the last last, that a piece of a note points back to."""
    if not cited:
        return ()
    said = _without_lead(piece.strip(" ;"))
    cues = matcher("citations")
    match = next((m for m in cues.find(said, "same", "note", "short") if m.start == 0), None)
    if match and match.kind == "same":
        return (_again(cited[-1], said[match.end :]),)
    noted = next(iter(cues.find(said, "note")), None)
    if noted and (noted.start == 0 or len(said[: noted.start].split()) <= 4):
        return tuple(c for c in cited if c.number == noted.groups["number"])
    if match and match.kind == "short":
        year = match.groups["year"]
        return _last(c for c in cited if _is_by(match.groups["who"], c) and year in c.date)
    short = _SHORT.fullmatch(said)
    return _by_author(short, cited) if short else ()


def _by_author(short: re.Match[str], cited: Sequence[Citation]) -> tuple[Citation, ...]:
    title = (short["title"] or "").strip(_QUOTES)
    work = matcher("citations").first(title, "work") if title else None
    if not title and not short["pages"]:
        return ()
    by = (c for c in cited if _is_by(short["who"], c))
    if not title or (work and work.start == 0):
        return _last(by)
    if len(title) < _LEAST:
        return ()
    return _last(c for c in by if c.title.casefold().startswith(title.casefold()))


def _last(found: Iterable[Citation]) -> tuple[Citation, ...]:
    return tuple(found)[-1:]


def _is_by(who: str, citation: Citation) -> bool:
    """Whether all surnames of `who` are among those of a source's authors; a body by its name."""
    authors = citation.authors.casefold()
    if not is_person(re.split(r",\s", citation.authors)[0]) and "," not in authors:
        return bool(authors) and who.casefold() == authors
    names = [name.split()[-1].casefold() for name in _AND.split(who) if name.split()]
    words = set(re.findall(r"[\w'\u2019-]+", authors))
    return bool(authors) and bool(names) and all(name in words for name in names)


def _again(citation: Citation, rest: str) -> Citation:
    """The source again; "idem, 10 maart 1985" is another number of the same newspaper."""
    dates = [d.edtf for d in find_dates(rest) if len(d.edtf) > len("1985")]
    return replace(citation, date=dates[0], title="") if dates else citation


def _without_lead(said: str) -> str:
    lead = matcher("citations").first(said, "lead")
    noted = matcher("citations").first(said, "note")
    if lead is None or lead.start or (noted is not None and noted.start == 0):
        return said
    return said[lead.end :].lstrip(" :,")
