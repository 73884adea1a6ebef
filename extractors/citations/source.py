"""One cited source as a note writes it: its parts, and where it stands in the note."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extractors.dates import find_dates
from extractors.patterns import matcher

_URL = re.compile(r"<?(https?://[^\s>)\]]+|www\.[^\s>)\]]+)>?")
_PAGES = re.compile(
    r"^(?:pp?\.?|pag\.|blz\.|nr\.?|no\.?|nummer|jrg\.?|jaargang|vol\.?|volume|\d+e\s+jaargang|accessed|geraadpleegd|"
    r"occasional|policy brief|artikel|deel|editie|bijlage|f\.|fol\.)\b.*|^[\d\s():–-]+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The parts of one cited source; `start`, `end` are offsets into the note's text."""

    start: int
    end: int
    authors: str = ""
    title: str = ""
    publisher: str = ""
    date: str = ""
    url: str = ""
    kind: str = "article"


def tail_of(text: str, start: int, limit: int) -> int:
    """Where the words after a title (publisher, number, date, address) end, at most at `limit`.

    A date ends them, with what stands in brackets and the pages behind it; else the full stop.
    """
    stretch = text[start:limit]
    dates = [d for d in find_dates(stretch) if d.edtf]
    stop = re.search(
        r"[.;](?=\s+[A-Z“\"'‘]|\s*$)(?<!\b[A-Z]\.)(?<!\bNo\.)(?<!\bnr\.)(?<!\bp\.)", stretch
    )
    if dates and (stop is None or dates[0].end <= stop.start() + 60):
        rest = stretch[dates[0].end :]
        more = re.match(r"(?:\s*\)?\s*[:,]?\s*(?:pp?\. ?)?[\d\s–-]*|\s*\([^)]*\)|\))*\.?", rest)
        end = start + dates[0].end + (more.end() if more else 0)
        address = re.match(r"[\s,]*<?(?:https?://|www\.)[^\s;]+", text[end:limit])
        return end + (address.end() if address else 0)
    return start + stop.end() if stop else limit


def read_tail(tail: str) -> dict[str, str]:
    """Publisher, date and address from the words after a title."""
    address = _URL.search(tail)
    bare = _URL.sub("", tail)
    dates = [d for d in find_dates(bare) if d.edtf]
    kept = bare
    for date in reversed(dates):
        kept = f"{kept[: date.start]}\x00{kept[date.end :]}"
    parts = [part.strip(" .()“”\"'\x00") for part in re.split(r"[,;]|(?<=[a-z])\. |\x00", kept)]
    names = [p for p in parts if p and not _PAGES.match(p) and re.search(r"[A-Za-z]", p)]
    names = [re.sub(r"^in:?\s+(?=[A-Z])|\s+(?:van|d\.d\.|op)$", "", name) for name in names]
    return {
        # "Journal of X 12(2": the volume is no part of the name.
        "publisher": re.sub(r"\s+\d+\s*\(\d*$", "", names[0]) if names else "",
        "date": dates[0].edtf if dates else "",
        "url": address[1].rstrip(".,") if address else "",
    }


def clean_authors(text: str) -> str:
    """The authors without "Zie:", "Auteur onbekend" and the commas around them."""
    said = text.strip(" ,;:.–-\"“”'")
    changed = True
    while changed and said:
        changed = False
        match = matcher("citations").first(said, "lead", "nobody")
        if match and match.start == 0:
            said, changed = said[match.end :].strip(" ,;:"), True
    return "" if said.startswith("(") else without_role(said)


def without_role(authors: str) -> str:
    """The authors without "(red.)"."""
    return re.sub(r"\s*\((?:red|eds?|samenst|hrsg)\.?\)$", "", authors)


def with_kind(source: Source, *, quoted: bool) -> Source:
    """The source with its kind, judged by the words of its publisher, title and authors."""
    cues = matcher("citations")
    for field in (source.publisher, source.title, source.authors):
        match = cues.first(field, "tweet", "archive", "report", "paper") if field else None
        if match:
            return replace(source, kind=match.kind)
    if is_policy(source):
        return replace(source, kind="policy_document")
    if not quoted and source.publisher and source.authors:
        return replace(source, kind="book")
    if source.url and not (source.date or source.authors):
        return replace(source, kind="website")
    return source


def is_policy(source: Source) -> bool:
    """Whether title or author make it a paper of a government."""
    cues = matcher("citations")
    match = cues.first(source.title, "policy") if source.title else None
    if match and match.start == 0:
        return True
    body = re.match(
        r"(?:gemeente|provincie|ministerie|college|raad)\b", source.authors, re.IGNORECASE
    )
    return body is not None
