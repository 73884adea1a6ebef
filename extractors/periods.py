"""The periods that a paper itself tells apart, and which of its passages are about which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from corpus.records import Document, Passage, Period
from extractors.sentences import Sentence

_RANGE = re.compile(
    r"^(?:periode\s+)?(?P<start>1[89]\d\d|20\d\d)\s*(?:[-\u2013\u2014]|tot(?:\s+en\s+met)?|t/m)\s*"
    r"(?P<end>1[89]\d\d|20\d\d|heden)\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"^(?P<rest>.{3,80}?)[\s(:,|–-]+(?P<start>1[89]\d\d|20\d\d)\s*[-\u2013\u2014]\s*"
    r"(?P<end>1[89]\d\d|20\d\d|heden)\)?$",
    re.IGNORECASE,
)
_EDGES = " |:,()\u2013-"  # what stands between a span of years and its name
_CHAPTER = re.compile(r"^(?:\d+|hoofdstuk\s+\d+)\.?\s+[A-Z]", re.IGNORECASE)
_FEWEST = 2  # one heading with years is a heading; two make a periodisation


def find_periods(document: Document, sentences: Sequence[Sentence]) -> tuple[Period, ...]:
    """The paper's own periods by start: headings of a span of years with a name.

    None where fewer than two headings name one. The leader is the person whom the heading names.
    """
    named = [(p, *_years(document, p)) for p in _headings(document) if _years(document, p)]
    labelled = [(p, start, end, label) for p, start, end, label in named if label]
    if len({(start, end) for _, start, end, _ in labelled}) < _FEWEST:
        return ()
    persons = {
        s.passage.index: m.surface for s in sentences for m in s.mentions if m.label == "PER"
    }
    found: dict[tuple[str, str], Period] = {}
    for passage, start, end, label in labelled:
        if (start, end) not in found:
            found[start, end] = Period(
                start=start,
                end=end,
                leader=persons.get(passage.index) or _leader(label),
                label=label,
                evidences=(document.evidence(passage.span),),
            )
    return tuple(sorted(found.values(), key=lambda p: (p.start, p.end)))


def period_by_passage(document: Document, periods: Sequence[Period]) -> dict[int, str]:
    """`start-end` of the period that each passage is about, by its index.

    A period lasts from its heading to that of another or of a new chapter; a note is about the
    period of the place that calls it.
    """
    spans = {(p.start, p.end) for p in periods}
    found: dict[int, str] = {}
    at, level = "", 0
    for passage in document.passages:
        if passage.kind == "heading":
            years = _years(document, passage)
            text = document.text_of(passage)
            if years and (years[0], years[1]) in spans:
                at, level = f"{years[0]}-{years[1]}", passage.level
            elif at and (_CHAPTER.match(text) or 0 < passage.level < min(level, 2)):
                at = ""
        if at and passage.kind not in ("toc", "running_head", "footnote"):
            found[passage.index] = at
    return found | _of_notes(document, found)


def _of_notes(document: Document, found: Mapping[int, str]) -> dict[int, str]:
    called = (
        (note.index, _passage_at(document, note.called_at))
        for note in document.passages
        if note.kind == "footnote" and note.called_at is not None
    )
    return {
        note: found[caller.index]
        for note, caller in called
        if caller is not None and caller.index in found
    }


def _headings(document: Document) -> Iterator[Passage]:
    return (p for p in document.passages if p.kind == "heading")


def _years(document: Document, passage: Passage) -> tuple[str, str, str] | tuple[()]:
    """Start, end and name of the period in a heading; nothing where it has no span of years."""
    text = re.sub(r"^(?:\d{1,2}(?:\.\d+)*\.?\s+)(?=\D|\d{4})", "", document.text_of(passage))
    match = _RANGE.match(text) or _TRAILING.match(text)
    if match is None or (match["end"].lower() != "heden" and match["end"] <= match["start"]):
        return ()
    return match["start"], match["end"], match["rest"].strip(_EDGES)


def _leader(label: str) -> str:
    match = re.search(r"\b(?:van|onder|door)\s+((?:[A-Z][\w-]+\s?){1,3})$", label)
    return match[1].strip() if match else ""


def _passage_at(document: Document, offset: int) -> Passage | None:
    return next((p for p in document.passages if p.start <= offset <= p.end), None)
