"""Every source of a paper: of its notes, by number, and of its reference list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.records import Citation, Document, Passage, Span
from extractors.citations.parse import parse_note
from extractors.citations.source import Source
from extractors.patterns import matcher


def find_citations(document: Document) -> tuple[Citation, ...]:
    """One citation for each source in each note; a note without any is one of kind `remark`."""
    found: list[Citation] = []
    for passage in _notes(document):
        sources = parse_note(document.text_of(passage))
        earlier = () if sources else _named_before(document.text_of(passage), found)
        found.extend(_repeated(document, passage, citation) for citation in earlier)
        found.extend(_citation(document, passage, source) for source in sources)
        if not sources and not earlier and passage.kind == "footnote":
            found.append(
                Citation(
                    number=passage.label,
                    kind="remark",
                    evidences=(document.evidence(passage.span),),
                )
            )
    return tuple(found)


def citation_spans(document: Document) -> tuple[Span, ...]:
    """The stretches of notes and reference lists that only say where something was published."""
    return tuple(
        Span(passage.start + source.start, passage.start + source.end)
        for passage in _notes(document)
        for source in parse_note(document.text_of(passage))
    )


def _notes(document: Document) -> Iterator[Passage]:
    for passage in document.passages:
        listed = passage.kind in ("body", "list") and any(
            match.start == 0
            for heading in passage.section[-1:]
            for match in matcher("citations").find(re.sub(r"^[\d.\s]+", "", heading), "list")
        )
        if passage.kind == "footnote" or listed:
            yield passage


def _named_before(text: str, found: Sequence[Citation]) -> tuple[Citation, ...]:
    """The sources that "ibid.", "zie noot 5" or "Jansen 2015, p. 23" point back to."""
    cues, said = matcher("citations"), text.strip()
    cited = [citation for citation in found if citation.kind != "remark"]
    match = next((m for m in cues.find(said, "same", "note", "short") if m.start == 0), None)
    if match is None or not cited:
        return ()
    if match.kind == "same":
        return (cited[-1],)
    if match.kind == "note":
        return tuple(c for c in cited if c.number == match.groups["number"])
    who, year = match.groups["who"].casefold(), match.groups["year"]
    named = [c for c in cited if who in c.authors.casefold() and c.date.startswith(year)]
    return tuple(named[:1])


def _citation(document: Document, passage: Passage, source: Source) -> Citation:
    return Citation(
        number=passage.label,
        authors=source.authors,
        title=source.title,
        publisher=source.publisher,
        date=source.date,
        url=source.url,
        kind=source.kind,
        evidences=(
            document.evidence(Span(passage.start + source.start, passage.start + source.end)),
        ),
    )


def _repeated(document: Document, passage: Passage, earlier: Citation) -> Citation:
    """The source before, cited again ("ibid.")."""
    return Citation(
        number=passage.label,
        authors=earlier.authors,
        title=earlier.title,
        publisher=earlier.publisher,
        date=earlier.date,
        url=earlier.url,
        kind=earlier.kind,
        evidences=(document.evidence(passage.span),),
    )
