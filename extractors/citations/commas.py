"""Sources whose parts stand between commas: `who, what, where: publisher, when, page`.

A piece is read from its end: pages, dates, places and publishers are taken off; what is left is the
author, if there is one, and the title, which may have full stops, colons and commas of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.citations.kinds import kind_of
from extractors.citations.pieces import pieces
from extractors.citations.source import Source, without_role
from extractors.citations.tail import Tail, read_end
from extractors.citations.who import is_body, is_person, part_author
from extractors.dates import find_dates
from extractors.patterns import matcher

_COMMITTEE = re.compile(r" [Cc]ommissie\b")  # of a government, which publishes for it
_NAME_WORDS = 4  # of a periodical that no word tells: "Intervisie, nummer 15, juni 2011"
_MONTH = len("1999-01")
_LEAST = 10  # characters of the shortest source
_PARTS = re.compile(r",\s+|:\s+(?=['\"\u2018\u201c])|\s+in:\s+")
_PARLIAMENT = re.compile(
    r"(?P<title>(?:Kamerstukken|Handelingen|Stb\.|Stcrt\.|Staatsblad|Staatscourant|PbEU"
    r"|Publicatieblad|Trb\.|Tractatenblad|Provinciaal [Bb]lad|Gemeenteblad)\s.*?)"
    r"(?:,?\s(?:pp?|blz|pag)\.?\s*[\d\s\u2013-]+)?$"
)
_ASIDE = re.compile(r"\s*\((?![^()]*(?:19|20)\d\d)[^()]*\)$")  # "(archief, dossier 8.22)"
_QUOTES = "'\"\u2018\u2019\u201c\u201d"
_DATED_TITLE = re.compile(r"\s(?:van|d\.d\.|op)\s+$")
_LETTER = re.compile(
    r"(?P<what>brief|e-mail\w*|schrijven)\s+(?:van\s+)?(?P<who>(?:[A-Z]\.\s?)+[^,]+?)"
    r"(?:,\s+[^,]+)?,?\s+(?P<whom>aan\s+.+)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """Authors and title, and whether it is a letter from one person to another."""

    authors: str = ""
    title: str = ""
    is_letter: bool = False


def by_commas(text: str) -> Iterator[Source]:
    """The sources of a note that are written so, in order; offsets into the note."""
    found: list[Source] = []
    for start, piece in pieces(text):
        more = list(_read(piece, start))
        if not more and len(parts := list(pieces(piece, every_stop=True))) > 1:
            more = [s for at, part in parts for s in _read(part, start + at)]
        for source in more:
            if found and _keeps(source, found[-1]):
                found[-1] = replace(
                    found[-1], publisher=source.publisher, kind="archive", end=source.end
                )
            else:
                found.append(source)
    return iter(found)


def _keeps(archive: Source, paper: Source) -> bool:
    """Whether an archive named by itself is where the paper named before it lies."""
    return archive.kind == "archive" and not archive.title and not paper.publisher


def _read(piece: str, start: int) -> Iterator[Source]:
    lead = matcher("citations").first(piece, "lead")
    skip = lead.end if lead and lead.start == 0 else 0
    skip += len(piece[skip:]) - len(piece[skip:].lstrip(" :,.(*"))
    bare = piece[skip:].rstrip(" .;*")
    if len(bare) < _LEAST:
        return
    source = _source(bare, start + skip, start + len(piece))
    if source is not None:
        yield source


def _source(bare: str, start: int, end: int) -> Source | None:
    if law := _PARLIAMENT.match(bare):
        dates = [d.edtf for d in find_dates(bare) if d.edtf]
        return Source(
            start=start, end=end, title=law["title"], date=dates[-1] if dates else "",
            kind="policy_document",
        )  # fmt: skip
    parts = [part.strip() for part in _PARTS.split(_ASIDE.sub("", bare))]
    printed = next((i for i, part in enumerate(parts) if _PARLIAMENT.match(part)), len(parts))
    head, tail = read_end(parts[:printed])
    told = _archived(head) if tail.archive else _told(head, tail)
    if told is None or not (told.title or tail.publisher or told.authors):
        return None
    title, date = _without_date(told.title, tail)
    if title[:1] in _QUOTES and title[-1:] in _QUOTES:
        title = title.strip(_QUOTES + ",. ")
    source = Source(
        start=start, end=end, authors=without_role(told.authors), title=title,
        publisher=tail.publisher or ("" if title else _COMMITTEE.split(told.authors)[0]),
        date=date, url=tail.url,
    )  # fmt: skip
    return kind_of(source, tail, is_letter=told.is_letter)


def _told(head: list[str], tail: Tail) -> _Told | None:
    """Author and title of what is left; None where it is no source but a sentence."""
    cues = matcher("citations")
    referred = tail.refers or any(cues.has(part, "account") for part in head[1:])
    authors, rest = part_author(head, referred=referred)
    title = ", ".join(rest)
    if letter := _LETTER.fullmatch(title):
        title = f"{letter['what']} {letter['whom']}"
        return _Told(authors=letter["who"], title=title, is_letter=True) if tail.date else None
    meeting = cues.first(title, "meeting")
    if meeting and authors and tail.date and meeting.start == 0 and meeting.end == len(title):
        return _Told(authors=authors)  # "commissievergadering" is what it is, not what it is called
    if _is_sentence(authors, title, tail):
        return None
    opens = any(m.start == 0 for m in cues.find(title, "policy", "meeting"))
    told = _is_told(authors, title, tail, opens=opens)
    return _Told(authors=authors, title=title) if told else None


def _is_sentence(authors: str, title: str, tail: Tail) -> bool:
    """Whether a verb, or a beginning in small letters, shows that this is no source."""
    cues = matcher("citations")
    if not title:
        return not (authors and tail.publisher) and not tail.periodical
    if cues.has(authors, "verb") or (not tail.refers and cues.has(_unquoted(title), "verb")):
        return True
    return not (title[0].isupper() or title[0].isdigit() or title[0] in _QUOTES)


def _is_told(authors: str, title: str, tail: Tail, *, opens: bool) -> bool:
    """Whether author, title and tail together make a source."""
    if opens and (tail.date or tail.numbered or authors or tail.publisher or _is_dated(title)):
        return True
    if opens and len(title.split()) > _NAME_WORDS:
        return True  # an undated agreement or decision is called by all that is said
    if tail.periodical:
        return bool(tail.date) and (not title or bool(authors) or title[0] in _QUOTES or tail.is_in)
    if is_body(authors) or (authors and matcher("citations").has(title, "account")):
        return bool(title) and bool(tail.date or tail.refers or _is_dated(title))
    if authors:
        return bool(title) and bool(tail.date)
    return bool(tail.date) and tail.numbered and (tail.refers or len(title.split()) <= _NAME_WORDS)


def _is_dated(title: str) -> bool:
    return any(d.edtf for d in find_dates(title))


def _unquoted(title: str) -> str:
    return re.sub(r"[\"'\u2018\u201c].*?[\"'\u2019\u201d]", "", title)


def _archived(head: list[str]) -> _Told:
    """The piece that an archive keeps: what a word for a paper opens, else what a person wrote."""
    cues = matcher("citations")
    for part in head:
        opening = cues.first(part, "policy", "meeting")
        if opening and opening.start == 0:
            return _Told(title=part[:1].upper() + part[1:])
    first = [p for p in head if p[:1].isupper() and not cues.has(p, "verb")]
    authors, rest = part_author(first, referred=True)
    return _Told(authors=authors, title=", ".join(rest)) if is_person(authors) else _Told()


def _without_date(title: str, tail: Tail) -> tuple[str, str]:
    """Title and date; a day that ends the title is the date: "Verslag van de raad van 3 mei 2002".

    A title's own year is the date where the tail has none.
    """
    dates = [d for d in find_dates(title) if d.edtf]
    if not dates:
        return title, tail.date
    last = dates[-1]
    before = title[: last.start]
    ends = not title[last.end :].strip() and len(last.edtf) >= _MONTH
    bare = _DATED_TITLE.sub("", before)
    if ends and bare != before and len(bare.split()) > 1:
        title = bare
    return title, tail.date or last.edtf
