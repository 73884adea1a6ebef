"""The end of a source read backwards: pages, dates, places, publishers, archives."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus.reference.places import load_places
from extractors.citations.who import is_periodical
from extractors.dates import FoundDate, find_dates
from extractors.patterns import matcher

_PAGES = (
    r"(?:pp?\.?|pag\.?|blz\.?|aldaar|m\.n\.)?\s*\d+(?:\s?[\u2013-]\s?\d+)?"
    r"(?:\s*,?\s*(?:aldaar|m\.n\.)\s*\d+.*)?"
)
_NUMBER = re.compile(
    rf"(?:nr|no|nummer|kenmerk|inv|inventaris\w*|toegang|vol|jrg|jaargang|dossier|registratie\w*|zaak\w*"
    rf"|agendapunt|punt|bijlage|hoofdstuk|paragraaf|f|fol|doos|map)\b[.\s]?.*|{_PAGES}|[\d\s():/.\u2013-]+"
    r"|\d+(?:e|ste|de) (?:druk|jaargang)",
    re.IGNORECASE,
)
_ACCESSED = re.compile(
    r"(?:laatst )?(?:geraadpleegd|bezocht|accessed|opgehaald|bekeken)\b.*", re.IGNORECASE
)
# "vastgesteld op 28 oktober 2004", "d.d. 3 mei": words that say what the date is of.
_BEFORE_DATE = re.compile(
    r"(?:vastgesteld|aangenomen|ingediend|ingezonden|verzonden|ondertekend|gedateerd|verschenen"
    r"|uitgave|editie|d\.d\.|van|op|in|vergadering|raadsvergadering|statenvergadering|\W)*",
    re.IGNORECASE,
)
_BRACKETED = re.compile(
    r"^(?P<head>.+?)[.,]?\s*\((?P<inside>[^()]{4,80})\)[.,:]?\s*(?P<pages>[^()]*)$"
)
_NOTE = re.compile(r"(?:[a-zà-ÿ'-]+\s?){1,3}")  # "eigen bewerking", "ongepubliceerd"
_URL = re.compile(r"<?(?P<url>(?:https?://|www\.)[^\s>]+)>?(?:\s*\((?P<rest>[^)]*)\))?")
_PUBLISHED = re.compile(
    r"(?P<place>[A-ZÀ-Þ'][\w'\u2019 ./-]{1,40}):\s+(?P<publisher>[A-ZÀ-Þ0-9].{1,60})"
)
_VOLUME = re.compile(r"\s+\d+(?:\s*\(\d*\)?)?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tail:
    """What the end of a source says of where and when it appeared."""

    publisher: str = ""
    date: str = ""
    url: str = ""
    place: bool = False
    periodical: bool = False
    archive: bool = False
    thesis: bool = False
    numbered: bool = False
    is_in: bool = False

    @property
    def refers(self) -> bool:
        """Whether it is the tail of a reference, which no sentence has."""
        return self.place or self.periodical or self.archive or self.thesis or bool(self.url)


def read_end(parts: list[str]) -> tuple[list[str], Tail]:
    """The parts that are author and title, and the tail that the others make."""
    head, tail = _from_archive(list(parts))
    if not tail.archive:
        head, tail = _from_periodical(head)
    head = _out_of_brackets(head)
    while len(head) > (0 if tail.archive or tail.periodical else 1):
        more = _tail_of(head[-1], tail, first=len(head) == 1)
        if more is None:
            break
        tail, head = more, head[:-1]
    return head, tail


def _from_archive(parts: list[str]) -> tuple[list[str], Tail]:
    """Without the part that names an archive, which may stand first or behind what it keeps."""
    for index, part in enumerate(parts):
        match = matcher("citations").first(part, "archive")
        if match and match.start == 0 and part[0].isupper():
            rest = [p for i, p in enumerate(parts) if i != index and not _is_shelf(p, part)]
            return rest, Tail(publisher=part, archive=True)
    return parts, Tail()


def _is_shelf(part: str, archive: str) -> bool:
    """Whether a part says where in the archive it is kept: "archief gemeente X", "inv.nr. 12"."""
    kept = matcher("citations").first(part, "archive")
    return part != archive and (
        (kept is not None and kept.start == 0) or bool(_NUMBER.fullmatch(part))
    )


def _from_periodical(parts: list[str]) -> tuple[list[str], Tail]:
    """Without a newspaper that stands first: "Trouw, 3 mei 1967, 'Titel'", "J. Jansen in Trouw"."""
    first = parts[0]
    by, _, paper = first.rpartition(" in ")
    name, date = _undated(paper or first)
    if not is_periodical(name):
        return parts, Tail()
    tail = Tail(publisher=name, date=date.edtf if date else "", periodical=True)
    head = [by] if by else []
    for part in parts[1:]:
        more = _tail_of(part, tail, first=False)
        tail = more or tail
        head += [] if more else [part]
    return head, tail


def _out_of_brackets(parts: list[str]) -> list[str]:
    """`Title (Zutphen 1991) 45-47` as `Title`, `Zutphen 1991`, `45-47`."""
    joined = ", ".join(parts)
    match = _BRACKETED.match(joined)
    if match is None or not any(d.edtf for d in find_dates(match["inside"])):
        return parts
    if match["pages"].strip() and not _NUMBER.fullmatch(match["pages"].strip(" ,.")):
        return parts
    return [*match["head"].split(", "), *match["inside"].split(", ")]


def _tail_of(part: str, tail: Tail, *, first: bool) -> Tail | None:
    """The tail with this part in it; None where it is part of the title."""
    if not part or (not first and _is_note(part)):
        return tail
    formed = _by_form(part, tail, first=first)
    if formed is not None:
        return formed
    name, date = _undated(part)
    said = replace(tail, date=tail.date or (date.edtf if date else ""))
    if date is not None and _BEFORE_DATE.fullmatch(name):
        return said
    return None if first and not tail.periodical else _by_name(name, said)


def _is_note(part: str) -> bool:
    """Whether a part is a word on the source ("ongepubliceerd") that names no kind of paper."""
    worded = matcher("citations").has(part, "meeting", "policy")
    return _NOTE.fullmatch(part) is not None and not worded


def _by_form(part: str, tail: Tail, *, first: bool) -> Tail | None:
    """The tail with an address, a day of access, a year or a number."""
    if address := _URL.fullmatch(part):
        date = tail.date or _weak(address["rest"])
        return replace(tail, url=address["url"].rstrip(".,"), date=date)
    if _ACCESSED.fullmatch(part):
        return replace(tail, date=tail.date or _weak(part))
    if not tail.date and re.fullmatch(r"(?:19|20)\d\d", part):
        return replace(tail, date=part)
    return replace(tail, numbered=True) if not first and _NUMBER.fullmatch(part) else None


def _by_name(name: str, tail: Tail) -> Tail | None:
    """The tail with a place and publisher, a school for a thesis, or a journal."""
    if tail.date and (printed := _printed(name, tail)) is not None:
        return printed
    thesis = matcher("citations").first(name, "paper")
    if thesis and thesis.start == 0 and thesis.cue.note == "thesis":
        school = name[thesis.end :].strip(" ,")
        return replace(tail, thesis=True, publisher=school or tail.publisher)
    periodical = _VOLUME.sub("", re.sub(r"^in:?\s+", "", name))
    if is_periodical(periodical) and not tail.publisher:
        return replace(tail, periodical=True, publisher=periodical, is_in=True)
    return None


def _printed(name: str, tail: Tail) -> Tail | None:
    """The tail with "Zutphen", "Zutphen: Walburg Pers" or "gemeente Emmen"; it has a date."""
    published = None if tail.place else _PUBLISHED.fullmatch(name)
    if published:
        if not _is_place(published["place"]):
            return None
        return replace(tail, place=True, publisher=published["publisher"].strip())
    if _is_place(name):
        return replace(tail, place=True)
    named = not tail.publisher and re.match(r"(?:uitgeverij|gemeente|provincie)\s", name)
    return replace(tail, publisher=name) if named else None


def _undated(part: str) -> tuple[str, FoundDate | None]:
    """A part without the date that it ends with, and that date."""
    dates = [d for d in find_dates(part) if d.edtf and not part[d.end :].strip(" .()")]
    if not dates:
        return part.strip(), None
    before = part[: dates[-1].start].strip(" (")
    return re.sub(r"\s+(?:van|d\.d\.|op)$", "", before), dates[-1]


def _weak(text: str | None) -> str:
    dates = [d.edtf for d in find_dates(text or "") if d.edtf]
    return dates[-1] if dates else ""


def _is_place(name: str) -> bool:
    """Whether a name, or each of several ("Assen/Maastricht"), is a place's, or says "no place"."""
    if name.lower() in ("z.p.", "s.l."):
        return True
    names = re.split(r"\s*/\s*|\s+en\s+|\s*&\s*", name)
    return all(part[:1].isupper() and bool(load_places().lookup(part)) for part in names)
