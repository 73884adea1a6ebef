"""Sources with titles without quotation marks: APA, papers of governments, parts by comma."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.reference.organisations import load_organisations
from extractors.citations.source import Source, clean_authors, read_tail, with_kind
from extractors.dates import FoundDate, find_dates
from extractors.patterns import matcher

_APA = re.compile(
    r"(?P<authors>[A-ZÀ-Þ][^()\"“”;:]{1,140}?)\s*\((?P<year>(?:19|20)\d\d)[a-z]?(?:,[^)]{1,30})?\)[.,:]\s+"
    r"(?P<title>[A-ZÀ-Þ0-9‘'][^\"“”]{5,250}?)(?:\.(?=\s|$)|,(?= [A-Z]))\s*(?P<tail>[^;]*)"
)
# A full stop ends a piece, save after an abbreviation, an initial or inside a number.
_STOP = re.compile(
    r";|(?<!\bnr)(?<!\bno)(?<!\bp)(?<!\bpp)(?<!\bblz)(?<!\bvol)(?<!\bjrg)(?<!\bart)(?<!\bdr)(?<!\bmr)(?<!\bir)"
    r"(?<!\bdrs)(?<!\bprof)(?<!\b[A-Z])\.(?=\s+[A-Z(<]|\s*$)"
)
_PERSON = re.compile(
    r"(?:(?:[A-ZÀ-Þ]\.[ -]?)+(?:(?:van|de|der|den|ter|von) )*[A-ZÀ-Þ][\w'’-]+"
    r"(?:(?: en | & ).{3,40})?|.{0,60}? e\.a\.)"
)
_INITIALS = re.compile(r"(?:[A-ZÀ-Þ]\.[ -]?)+(?:(?:van|de|der|den|von) ?)*")
_PARLIAMENT = re.compile(
    r"(?:Kamerstukken|Handelingen|Stb\.|Stcrt\.|Staatsblad|Staatscourant|PbEU|Publicatieblad)\s"
)
_NUMBER = re.compile(
    r"(?:nr|no|nummer|kenmerk|inv|inventaris\w*|p|pp|pag|blz|vol|jrg|jaargang|dossier|registratie\w*)\b[.\s]?.*|[\d\s():/.–-]+",
    re.IGNORECASE,
)
_ACCESSED = re.compile(
    r"(?:laatst )?(?:geraadpleegd|bezocht|accessed|opgehaald)\b.*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Parts:
    """The parts of a piece between commas, sorted by what they are."""

    names: tuple[str, ...]
    date: str
    dated_alone: bool  # a part is a date, or ends in one
    numbered: bool


def in_apa(text: str) -> Iterator[Source]:
    """Sources as `Auteur, A. (2015). Titel. Uitgever.` writes them."""
    for match in _APA.finditer(text):
        tail = read_tail(match["tail"])
        # The place before a publisher: "Deventer: Kluwer".
        publisher = tail["publisher"].rpartition(": ")[2]
        yield with_kind(
            Source(
                start=match.start(),
                end=match.end(),
                authors=clean_authors(match["authors"]),
                title=match["title"].strip(),
                publisher=publisher,
                date=match["year"],
                url=tail["url"],
            ),
            quoted=re.search(r"\d+\s*\(\d+\)|\d+[–-]\d+", match["tail"]) is not None,
        )


def by_commas(text: str) -> Iterator[Source]:
    """Papers of governments, archives, papers and books as `wie, wat, waar, wanneer`."""
    start = 0
    for stop in (*(m.end() for m in _STOP.finditer(text)), len(text)):
        piece = text[start:stop]
        bare = piece.strip(" .;")
        offset = start + len(piece) - len(piece.lstrip(" .;"))
        start = stop
        if lead := matcher("citations").first(bare, "lead"):
            skip = lead.end if lead.start == 0 else 0
            offset, bare = offset + skip, bare[skip:]
            offset, bare = offset + len(bare) - len(bare.lstrip(" :,")), bare.lstrip(" :,")
        source = _source(bare, offset, stop) if len(bare) >= 12 else None
        if source is not None:
            yield source


def _source(bare: str, start: int, end: int) -> Source | None:
    if _PARLIAMENT.match(bare):
        dates = [d.edtf for d in find_dates(bare) if d.edtf]
        return Source(
            start=start,
            end=end,
            title=bare,
            date=dates[-1] if dates else "",
            kind="policy_document",
        )
    parts = _parts(bare)
    if not parts.names or not _is_source(bare, parts):
        return None
    authors, title, publisher = _who_what(list(parts.names))
    if not authors and not parts.date and _titled(bare):
        title = bare  # an undated agreement or decision is called by all that is said
    cues = matcher("citations")
    meeting = cues.first(title, "meeting") if title else None
    if meeting and authors and meeting.start == 0 and meeting.end == len(title):
        title = ""  # "commissievergadering" says what it is, not what it is called
    return with_kind(
        Source(
            start=start,
            end=end,
            authors=authors,
            title=title,
            publisher=publisher,
            date=parts.date,
        ),
        quoted=not _PERSON.fullmatch(authors) and not _INITIALS.search(authors),
    )


def _parts(bare: str) -> _Parts:
    """Each part by what it is; of several dates the last counts, a title's own the least."""
    names: list[str] = []
    date, weak, alone, numbered = "", "", False, False
    for index, part in enumerate(p.strip() for p in re.split(r",\s+", bare)):
        found = [d for d in find_dates(part) if d.edtf]
        said = found[-1].edtf if found else ""
        what = _what(part, first=index == 0, dated=found[-1] if found else None)
        alone = alone or what in ("date", "accessed")
        numbered = numbered or what == "number"
        if what == "date":
            date, rest = said, part[: found[-1].start].strip(" –-")
            if len(rest.split()) > 2:
                names.append(rest)
        elif what in ("name", "accessed"):
            weak = weak or said
        if what == "initials" and names:
            names[-1] = f"{names[-1]}, {part}"
        elif what == "name" and part:
            names.append(part)
    return _Parts(tuple(names), date or weak, alone, numbered)


def _what(part: str, *, first: bool, dated: FoundDate | None) -> str:
    """What a part between commas is: name, date, accessed, number or initials."""
    if _ACCESSED.fullmatch(part):
        return "accessed"
    if _titled(part):
        return "name"
    whole = dated is not None and len(part) <= dated.end - dated.start + 4
    if dated and (whole or not first) and not part[dated.end :].strip(" .()"):
        return "date"
    if not first and _NUMBER.fullmatch(part):
        return "number"
    return "initials" if not first and _INITIALS.fullmatch(part) else "name"


def _titled(part: str) -> bool:
    """Whether a year in this part is of the title, not of its publication: "Jaarverslag 2001"."""
    opening = matcher("citations").first(part, "policy")
    return opening is not None and opening.start == 0


def _is_source(bare: str, parts: _Parts) -> bool:
    """A heading of parts, not a sentence: no verb, and a date, number or word of papers."""
    cues = matcher("citations")
    first = parts.names[0]
    opening = any(m.start == 0 for m in cues.find(first, "policy", "meeting", "archive"))
    if cues.has(bare, "verb") or (not first[0].isupper() and not first[0].isdigit()):
        return False
    if opening:
        return True
    body = is_body(first)
    written = _PERSON.fullmatch(first) is not None or ", " in first
    if body or written:
        return bool(parts.date) and (len(parts.names) > 1 or parts.dated_alone)
    return parts.dated_alone and parts.numbered and len(first.split()) <= 4


def is_body(name: str) -> bool:
    """Whether a name is that of a body that publishes: by its first word, or a known one."""
    opening = matcher("citations").first(name, "body")
    return (opening is not None and opening.start == 0) or bool(load_organisations().lookup(name))


def _who_what(names: list[str]) -> tuple[str, str, str]:
    """Authors, title and publisher of the parts that are names."""
    first = names[0]
    known = load_organisations().lookup(first)
    if known and known[0].kind == "media":
        return "", names[1] if len(names) > 1 else "", first
    if len(names) > 1 and is_body(first):
        return first, names[1], re.split(r" [Cc]ommissie\b", first)[0]
    if len(names) > 1 and (_PERSON.fullmatch(first) or ", " in first):
        return first, names[1], names[2] if len(names) > 2 else ""
    return "", first, names[1] if len(names) > 1 and is_body(names[1]) else ""
