"""Sources in the style of the APA, `Auteur, A. (2015). Titel. Uitgever`, in notes and lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.citations.source import Source, clean_authors, read_tail, with_kind

_APA = re.compile(
    r"(?P<authors>[A-ZÀ-Þ][^()\"“”;:]{1,140}?)\s*\((?P<year>(?:19|20)\d\d)[a-z]?(?:,[^)]{1,30})?\)[.,:]\s+"
    r"(?P<title>[A-ZÀ-Þ0-9‘'][^\"“”]{5,250}?)(?:\.(?=\s|$)|,(?= [A-Z]))\s*(?P<tail>[^;]*)"
)

_PRINTED = re.compile(r"(?:^|[.)]\s+)[A-ZÀ-Þ][\w ]{2,30}: ([A-ZÀ-Þ][^.;:]{2,60})\.?\s*$")


def in_apa(text: str) -> Iterator[Source]:
    """Sources as `Auteur, A. (2015). Titel. Uitgever.` writes them."""
    for match in _APA.finditer(text):
        tail = read_tail(match["tail"])
        # The place before a publisher: "Deventer: Kluwer", also behind the book of a chapter.
        printed = _PRINTED.search(match["tail"])
        publisher = printed[1] if printed else tail["publisher"].rpartition(": ")[2]
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
