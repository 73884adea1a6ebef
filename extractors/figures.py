"""Figures that a paper states on ties abroad: what is counted, how many, in what unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from corpus.records import Document, Figure, Mention
from corpus.reference.cues import load_cues
from extractors.patterns import matcher
from extractors.sentences import Sentence

_WORDS = {
    "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9,
    "tien": 10, "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15,
    "zestien": 16, "achttien": 18, "twintig": 20, "vijfentwintig": 25, "dertig": 30,
    "veertig": 40, "vijftig": 50, "zestig": 60, "honderd": 100, "duizend": 1000,
}  # fmt: skip
_TIMES = {"honderd": 100, "duizend": 1_000, "miljoen": 1_000_000, "miljard": 1_000_000_000}
_CONFIDENCE = 0.7


def find_figures(document: Document, sentences: Sequence[Sentence]) -> tuple[Figure, ...]:
    """The figures in sentences about abroad, in order of the text.

    Dates, amounts of budgets at home and numbers of articles and pages are none.
    """
    del document  # its sentences carry it
    found: dict[tuple[str, ...], Figure] = {}
    for sentence in sentences:
        if sentence.passage.kind == "heading" or not _is_about_abroad(sentence):
            continue
        for what, value, unit in _figures(sentence):
            figure = Figure(
                what=what, value=value, unit=unit, confidence=_CONFIDENCE,
                evidences=(sentence.evidence,),
            )  # fmt: skip
            found.setdefault(figure.key, figure)
    return tuple(found.values())


def _is_about_abroad(sentence: Sentence) -> bool:
    named = any(m.entity and m.entity.country not in ("", "NL") for m in sentence.mentions)
    return named or matcher("ties").has(sentence.text, "strong")


@cache
def _counted() -> re.Pattern[str]:
    units = "|".join(cue.pattern for cue in load_cues("figures") if cue.kind == "unit")
    times = "|".join(cue.pattern for cue in load_cues("figures") if cue.kind == "large")
    words = "|".join(sorted(_WORDS, key=len, reverse=True))
    return re.compile(
        rf"(?<![\w.,/-])(?P<number>\d{{1,3}}(?:\.\d{{3}})+|\d+(?:,\d+)?|(?:{words}))(?:\s+(?P<times>{times}))?"
        rf"\s*(?P<between>(?:[a-zà-ÿ]+e\s+|[A-Z][a-z]+e\s+)?)(?P<unit>{units})(?!\w)",
        re.IGNORECASE,
    )


def _figures(sentence: Sentence) -> Iterator[tuple[str, str, str]]:
    dates = [m.span for m in sentence.mentions if m.label == "DATE"]
    last: tuple[str, int] | None = None
    for match in _counted().finditer(sentence.text):
        at = match.start() + sentence.span.start
        if any(span.start <= at < span.end for span in dates):
            continue
        unit = "%" if match["unit"].lower() in ("procent", "%") else match["unit"].lower()
        yield _what(sentence, match), _value(match["number"], match["times"]), unit
        last = (unit, match.end())
    if last:
        yield from _listed(sentence, *last)


def _listed(sentence: Sentence, unit: str, start: int) -> Iterator[tuple[str, str, str]]:
    """ "Japan (249 banden), Rusland (112)": what follows in brackets counts the same."""
    for match in re.finditer(r"\((\d[\d.]*)\)", sentence.text[start:]):
        place = _place_before(sentence, start + match.start() + sentence.span.start)
        if place:
            yield f"{unit} met {place.surface}", _value(match[1], ""), unit


def _place_before(sentence: Sentence, at: int) -> Mention | None:
    before = [m for m in sentence.mentions if m.label == "PLACE" and 0 <= at - m.span.end <= 2]
    return before[-1] if before else None


def _value(number: str, times: str | None) -> str:
    word = _WORDS.get(number.lower())
    value = float(word) if word else float(number.replace(".", "").replace(",", "."))
    value *= _TIMES.get((times or "").lower(), 1)
    return str(int(value)) if value == int(value) else str(value)


def _what(sentence: Sentence, match: re.Match[str]) -> str:
    """What is counted: the noun with its adjective and the nearest place."""
    counted = f"{match['between']}{match['unit']}".strip()
    at = match.start() + sentence.span.start
    place = _place_before(sentence, at)
    if place is None:
        after = [m for m in sentence.mentions if m.label == "PLACE" and m.span.start > at]
        place = after[0] if after else None
    return f"{counted} ({place.surface})" if place else counted
