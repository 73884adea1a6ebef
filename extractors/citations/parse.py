"""A note's text into the sources that it cites, in the styles that Dutch papers use.

- `Auteur, "Titel," Uitgever, datum.` (also several in one note)
- `Auteur, A. Titel. (Uitgever, 2000).`
- `Titel (site.nl)`, `Titel | Site`, an address alone
- `Gemeente X, Raadsvoorstel Y, 12 maart 2009.` and `Overeenkomst tussen …`
What fits none of these is a remark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.citations.apa import in_apa
from extractors.citations.commas import by_commas
from extractors.citations.source import (
    Source,
    clean_authors,
    is_policy,
    read_tail,
    tail_of,
    with_kind,
)
from extractors.citations.who import is_person, part_author
from extractors.dates import find_dates
from extractors.patterns import matcher

_QUOTED = re.compile(
    r"[\"“„](?P<title>[^\"“”„]{8,320}?)[\"”](?!\w)|(?<![\w])‘(?P<single>[^‘\"]{12,320}?)’(?!\w)"
    r"|(?:^|(?<=[,;:.(] )|(?<=\b[Zz]ie )|(?<=\book ))'(?P<straight>[^'\"]{12,320}?)'(?=[,.;]|\s\()"
)
_BRACKETED = re.compile(
    r"(?P<before>(?:[^()\"“”;]|\((?:red|eds?|samenst)\.?\)){12,300}?)[.,]*\s*\((?P<publisher>[^()\d]{2,80}),\s*(?P<year>(?:19|20)\d\d)\)\.?"
)
_AUTHORS = re.compile(
    r"(?P<authors>(?:[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)*"
    r", (?:[A-Z]\.[ -]?)+(?:(?:van|de|der|den|von) ?)*(?:, | & | en )?)+)\s*(?P<title>.+)",
)
_INITIALS_FIRST = re.compile(
    r"(?P<authors>(?:[A-ZÀ-Þ]\.[ -]?)+(?:(?:van|de|der|den|von) )*[A-ZÀ-Þ][\w'’-]+"
    r"(?:(?: en | & )[^,]{3,40})?),\s+(?P<title>.+)"
)
_BOOK = re.compile(
    r"(?P<authors>(?:[A-ZÀ-Þ]\.[ -]?)+(?:(?:van|de|der|den|von) )*[A-ZÀ-Þ][^,;\"“”]{1,80}?)"
    r"(?:\s*\((?:red|eds?|samenst)\.?\))?,\s+(?P<title>[A-ZÀ-Þ0-9][^\"“”;]{5,250}?),\s+"
    r"(?P<place>[A-ZÀ-Þ][\w' /-]{2,30}):\s(?P<publisher>[^,;]{2,60}),\s+"
    r"(?P<year>(?:19|20)\d\d)\b\.?"
)
_YEAR_BEHIND = re.compile(r"\s*\(((?:19|20)\d\d)[a-z]?\)$")
_SITE = re.compile(r"(?P<title>[^()|]{6,200}?)\s*\((?P<site>(?:[\w-]+\.)+[a-z]{2,6})\)\)?")
_PIPED = re.compile(
    r"(?P<title>[A-ZÀ-Þ][^|:]{4,160}(?::[^|]{3,120})?)"
    r" \| (?P<site>[A-Z][\w.-]+(?: [A-Z][\w.-]+){0,3})"
)
_INITIAL = re.compile(r"[A-Z]\.")
_ADDRESS = re.compile(r"<?https?://\S+|www\.\S+")
_FILE = re.compile(r"(?P<title>[A-Z0-9][^;,()]{3,120})\.(?:pdf|docx?|xlsx?)\b")


def parse_note(text: str) -> tuple[Source, ...]:
    """The sources in a note, in order; none where the note only remarks.

    The first style that finds anything is the note's; what it leaves is read by the others that
    can stand beside it.
    """
    for style in (_quoted, in_apa, _book, _bracketed, _piped, _on_site, _file, by_commas, _address):
        found = list(style(text))
        if found:
            return tuple(sorted((*found, *_beside(text, found)), key=lambda s: s.start))
    return ()


def _beside(text: str, found: Sequence[Source]) -> Iterator[Source]:
    """The sources in what the style of a note leaves of it: "…; Jansen, Titel, Den Haag 2010"."""
    edges = [0, *(edge for s in sorted(found, key=lambda s: s.start) for edge in (s.start, s.end))]
    for start, end in zip(edges[::2], [*edges[1::2], len(text)], strict=True):
        left = text[start:end]
        more = next(
            (list(more) for style in (in_apa, by_commas) if (more := list(style(left)))), []
        )
        for source in more:
            yield replace(source, start=source.start + start, end=source.end + start)


def _quoted(text: str) -> Iterator[Source]:
    at = 0
    titles = list(_QUOTED.finditer(text))
    for index, match in enumerate(titles):
        if match.start() < at:
            continue
        title = (match["title"] or match["single"] or match["straight"]).strip()
        limit = titles[index + 1].start() if index + 1 < len(titles) else len(text)
        before = _without_lead(_last_sentence(text[at : match.start()]))
        end = tail_of(text, match.end(), limit)
        tail = text[match.end() : end]
        if not _is_cited(title, before, tail):
            continue
        source = Source(
            start=match.start() - len(before),
            end=end,
            authors=clean_authors(before),
            title=title.rstrip(" ,.;"),
            **read_tail(tail),
        )
        yield with_kind(_with_year(source), quoted=True)
        at = end
    rest = _ADDRESS.search(text, at) if at else None
    if rest and text[at : rest.start()].strip(" .;,").upper() in ("AND", "EN"):
        yield from _address(text[rest.start() :], offset=rest.start())


def _without_lead(before: str) -> str:
    """Nothing where "zie ook" stands right before the title: what is before that is a remark."""
    leads = matcher("citations").find(before.rstrip(), "lead")
    closing = [lead for lead in leads if lead.end == len(before.rstrip())]
    return "" if closing and closing[0].start > 20 else before


def _with_year(source: Source) -> Source:
    """The source with the year that stands behind its authors: "Bosch, A. (2009)"."""
    match = _YEAR_BEHIND.search(source.authors)
    if match is None:
        return source
    authors = source.authors[: match.start()].strip(" ,")
    return replace(source, authors=authors, date=source.date or match[1])


def _is_cited(title: str, before: str, tail: str) -> bool:
    """A quoted title is followed by its publisher or date; a quoted remark is not."""
    closes = title[-1] in ",.;" or tail.lstrip()[:1] in (",", ".", "(", ";")
    dated = bool(find_dates(tail)) or "http" in tail or "www." in tail
    named = re.search(r"[A-Z]\.|, *$", before) is not None or not before.strip()
    starts = title[0].isupper() or title[0].isdigit()
    return starts and closes and (dated or (named and bool(read_tail(tail)["publisher"])))


def _last_sentence(before: str) -> str:
    """What stands before a title since the last sentence ended: the authors."""
    stops = [
        m.end()
        for m in re.finditer(r"[.;:?!/]\s+(?=[A-Z“\"(<])", before)
        if not re.search(r"(?:\b[A-Z]|\b(?:dr|drs|mr|ir|prof|Jr|St))\.\s+$", before[: m.end()])
        and (before[m.start() - 1 : m.start()].isdigit() or not _INITIAL.match(before[m.end() :]))
        and before[m.end() :].strip(" ,")
    ]
    return before[stops[-1] :] if stops else before.lstrip() if not before.strip() else before


def _book(text: str) -> Iterator[Source]:
    for match in _BOOK.finditer(text):
        yield Source(
            start=match.start(),
            end=match.end(),
            authors=match["authors"].strip(),
            title=match["title"].strip(" ."),
            publisher=match["publisher"].strip(),
            date=match["year"],
            kind="book",
        )


def _bracketed(text: str) -> Iterator[Source]:
    for match in _BRACKETED.finditer(text):
        said = clean_authors(match["before"])
        old = _AUTHORS.match(said) or _INITIALS_FIRST.match(said)
        authors, rest = part_author(said.split(", "), referred=False)
        authors = old["authors"] if old else authors
        person = old is not None or is_person(authors)
        yield with_kind(
            Source(
                start=match.start("before"),
                end=match.end(),
                authors=clean_authors(authors),
                title=(old["title"] if old else ", ".join(rest)).strip(" .,"),
                publisher=match["publisher"].rpartition(": ")[2].strip(),
                date=match["year"],
                kind="book" if person else "report",
            ),
            quoted=not person,
        )


def _piped(text: str) -> Iterator[Source]:
    for match in _PIPED.finditer(text):
        lead = re.match(r"(?:.*?(?:\bzie|\bbijvoorbeeld|\bsee)\s*:\s*)?", match["title"])
        skip = lead.end() if lead else 0
        yield Source(
            start=match.start() + skip,
            end=match.end(),
            title=match["title"][skip:].strip(),
            publisher=match["site"],
            kind="website",
        )


def _on_site(text: str) -> Iterator[Source]:
    for match in _SITE.finditer(text):
        if match.start() and not re.search(r"[.;:]\s*$|\($", text[: match.start()]):
            continue
        said = match["title"]
        inner = re.search(r"\((?P<inside>.*)$|:\s+(?P<after>[A-Z].*)$", said)
        title = (inner["inside"] or inner["after"] if inner else said).strip()
        title, authors = _of_file_name(title)
        source = Source(
            start=match.start(),
            end=match.end(),
            title=clean_authors(title),
            authors=authors,
            publisher=match["site"],
            kind="website",
        )
        yield with_kind(source, quoted=True) if is_policy(source) else source


def _of_file_name(title: str) -> tuple[str, str]:
    """Title and author from a name like `J.-Jansen.-Een-stuk-over-iets.pdf`."""
    bare = re.sub(r"\.(?:pdf|docx?)$", "", title)
    if bare.count("-") >= 3 and bare.count(" ") <= 1:
        named = re.match(r"((?:[A-Z]\.)+-[A-Z][\w]+)\.-", bare)
        rest = bare[named.end() :] if named else bare
        return rest.replace("-", " "), named[1].replace("-", " ") if named else ""
    return bare, ""


def _file(text: str) -> Iterator[Source]:
    for match in _FILE.finditer(text):
        title, authors = _of_file_name(match["title"])
        source = Source(start=match.start(), end=match.end(), title=title, authors=authors)
        dates = find_dates(title)
        source = Source(
            start=match.start(),
            end=match.end(),
            title=title,
            authors=authors,
            date=dates[-1].edtf if dates else "",
            kind="policy_document",
        )
        yield source


def _address(text: str, *, offset: int = 0) -> Iterator[Source]:
    for match in _ADDRESS.finditer(text):
        url = match.group().strip("<>.,;)")
        yield Source(
            start=offset + match.start(),
            end=offset + match.end(),
            url=url,
            kind="website",
            publisher=re.sub(r"^(?:https?://)?(?:www\.)?([^/]+).*$", r"\1", url),
        )
