"""Every source of a paper: of its notes, by number, and of its reference list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.records import Citation, Document, Passage, Span
from extractors.citations.back import earlier
from extractors.citations.parse import parse_note
from extractors.citations.pieces import pieces
from extractors.citations.source import Source
from extractors.patterns import matcher

_HEADING = 50  # characters of the longest heading of a list


def find_citations(document: Document) -> tuple[Citation, ...]:
    """One citation for each source in each note; a note without any is one of kind `remark`."""
    found: list[Citation] = []
    for passage in _notes(document):
        text = document.text_of(passage)
        cited = [c for c in found if c.kind != "remark"]
        here = list(_cited(document, passage, text, cited))
        found.extend(here)
        if not here and (passage.kind == "footnote" or passage.label.isdecimal()):
            found.append(
                Citation(
                    number=passage.label,
                    kind="remark",
                    evidences=(document.evidence(passage.span),),
                )
            )
    return tuple(found)


def _cited(
    document: Document, passage: Passage, text: str, cited: Sequence[Citation]
) -> Iterator[Citation]:
    """The sources of one note in order: those it describes, and those it points back to."""
    sources = parse_note(text)
    described = {source.start: source for source in sources}
    backs = {
        start: piece
        for start, piece in pieces(text)
        if not any(s.start < start + len(piece) and start < s.end for s in sources)
    }
    before = list(cited)
    for start in sorted({*described, *backs}):
        if start in described:
            new = [_citation(document, passage, described[start])]
        else:
            span = Span(passage.start + start, passage.start + start + len(backs[start]))
            found = earlier(backs[start], before)
            new = [_repeated(document, passage, span, citation) for citation in found]
        before.extend(new)
        yield from new


def citation_spans(document: Document) -> tuple[Span, ...]:
    """The stretches of notes and reference lists that only say where something was published."""
    return tuple(
        Span(passage.start + source.start, passage.start + source.end)
        for passage in _notes(document)
        for source in parse_note(document.text_of(passage))
    )


def _notes(document: Document) -> Iterator[Passage]:
    """The notes, and what stands under a heading like "Noten" or "Literatuur", in order.

    In plain text such a heading is a short passage of that word alone; its items have a number
    ("1)") where they are notes.
    """
    under = ""  # kind of the list that a passage stands in, if any
    for passage in document.passages:
        headed = _heads_list(document.text_of(passage))
        if passage.kind == "heading" or headed:
            under = headed
        elif passage.kind == "footnote" or (under and passage.kind in ("body", "list")):
            number = re.search(r"\d+", passage.label) if under == "notes" else None
            yield replace(passage, label=number[0]) if number else passage


def _heads_list(text: str) -> str:
    """`list` or `notes` where a passage is the heading of one."""
    bare = re.sub(r"^[\d.\s]+", "", text).strip(" .:*")
    if len(bare) > _HEADING:
        return ""
    found = matcher("citations").find(bare, "list", "notes")
    return next((match.kind for match in found if match.start == 0), "")


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


def _repeated(document: Document, passage: Passage, span: Span, before: Citation) -> Citation:
    """The source before, cited again ("ibid.")."""
    return replace(before, number=passage.label, evidences=(document.evidence(span),))
