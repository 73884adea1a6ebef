"""Periods that a paper's headings tell apart, and which of its passages are about which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from corpus.records import Document, Passage, Period
from extractors.dates import find_dates
from extractors.patterns import matcher
from extractors.sentences import Sentence

_YEAR = r"(?:1[89]\d\d|20\d\d)"
_SPAN = re.compile(
    rf"(?<![\w-])(?P<start>{_YEAR})(?:\s*(?:[-\u2013\u2014]|tot(?:\s+en\s+met)?|t/m)\s*"
    rf"(?P<end>{_YEAR}|\d\d(?!\d)|heden|nu|vandaag)(?![\w-])|\s+en\s+(?:verder|later))",
    re.IGNORECASE,
)
_OPEN = "heden"  # the end of a period that lasts
_EDGES = " |:,()\u2013-"  # what stands between a span of years and its name
_CHAPTER = re.compile(r"^(?:\d+|hoofdstuk\s+\d+)\.?\s+[A-Z]", re.IGNORECASE)
_FEWEST = 2  # one heading with years is a heading; two make a periodisation


def find_periods(document: Document, sentences: Sequence[Sentence]) -> tuple[Period, ...]:
    """The paper's own periods by start: headings of a span of years, as named where one has a name.

    None where fewer than two headings tell one. The leader is the person whom the heading names.
    """
    named = [(p, *years) for p in _headings(document) if (years := _years(document, p))]
    if len({(start, end) for _, start, end, _ in named}) < _FEWEST:
        return ()
    persons = {
        s.passage.index: m.surface for s in sentences for m in s.mentions if m.label == "PER"
    }
    found: dict[tuple[str, str], Period] = {}
    for passage, start, end, label in sorted(named, key=lambda row: not row[3]):
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
    """Start, end and name of the period in a heading; nothing where it has no span of years.

    "Eerste periode, 1990-2002: herdenken", "Opbouw (1988-1998)", "De jaren tachtig: reizen".
    """
    text = re.sub(r"^(?:\d{1,2}(?:\.\d+)*\.?\s+)(?=\D|\d{4})", "", document.text_of(passage))
    span = _SPAN.search(text)
    if span is None:
        return _decades(text)
    start, end = span["start"], _end(span)
    if end != _OPEN and end <= start:
        return ()
    before, after = text[: span.start()].strip(_EDGES), text[span.end() :].strip(_EDGES)
    return start, end, _label(before, after)


def _end(span: re.Match[str]) -> str:
    said = span["end"] or _OPEN
    if not said.isdigit():
        return _OPEN
    return said if len(said) == 4 else f"{span['start'][:2]}{said}"


def _decades(text: str) -> tuple[str, str, str] | tuple[()]:
    dates = [d for d in find_dates(text) if re.fullmatch(r"\d{3}X", d.edtf)]
    if not dates:
        return ()
    before = text[: dates[0].start].strip(_EDGES)
    if before and before.lower() not in ("de", "in de"):
        return ()
    rest = text[dates[-1].end :].strip(_EDGES)
    return f"{dates[0].edtf[:3]}0", f"{dates[-1].edtf[:3]}9", rest or text.strip(_EDGES)


def _label(before: str, after: str) -> str:
    """What a heading calls a period: its words without "Tweede periode" and the years."""
    name = next((m for m in matcher("periods").find(before, "name") if m.start == 0), None)
    bare = before[name.end :].strip(_EDGES) if name else before
    return ": ".join(filter(None, (bare, after)))


def _leader(label: str) -> str:
    match = re.search(r"\b(?:van|onder|door)\s+((?:[A-Z][\w-]+\s?){1,3})$", label)
    return match[1].strip() if match else ""


def _passage_at(document: Document, offset: int) -> Passage | None:
    return next((p for p in document.passages if p.start <= offset <= p.end), None)
