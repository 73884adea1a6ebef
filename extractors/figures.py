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
# A number that leaves out what it counts, for it was just said.
_AGAIN = re.compile(
    r"\ben\s+(?:met\s+)?(?P<with>\d[\d.]*)\s+(?P<where>in|uit|naar|tegen|voor)\b"
    r"|\btegen\s+(?P<against>\d+)(?=\s*[.,;)]|$)"
)


def find_figures(document: Document, sentences: Sequence[Sentence]) -> tuple[Figure, ...]:
    """The figures in passages about abroad, in order of the text.

    A sentence counts where it, its passage, the passage before or another of its section is about
    abroad. Dates, and numbers of articles and pages, are none.
    """
    del document  # its sentences carry it
    abroad = {s.passage.index for s in sentences if _is_about_abroad(s)}
    sections = {s.passage.section for s in sentences if s.passage.index in abroad} - {()}
    found: dict[tuple[str, ...], Figure] = {}
    for sentence in sentences:
        passage = sentence.passage
        near = {passage.index, passage.index - 1} & abroad or passage.section in sections
        if passage.kind == "heading" or not near:
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
        rf"\s*(?P<between>(?:[a-zà-ÿ]+e\s+|[A-Z][a-z]+e\s+){{0,2}})(?P<unit>{units})(?!\w)",
        re.IGNORECASE,
    )


@cache
def _money() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Signs of money before a number, each with its unit."""
    times = "|".join(cue.pattern for cue in load_cues("figures") if cue.kind == "large")
    return tuple(
        (
            re.compile(
                rf"(?<![\w.])(?:{cue.pattern})\s?(?P<number>\d{{1,3}}(?:\.\d{{3}})+|\d+)"
                rf"(?P<cents>,\d{{1,2}}(?!\d))?(?:,[-=\u2013]+)?(?:\s+(?P<times>{times})(?!\w))?",
                re.IGNORECASE,
            ),
            cue.note,
        )
        for cue in load_cues("figures")
        if cue.kind == "sign"
    )


def _figures(sentence: Sentence) -> Iterator[tuple[str, str, str]]:
    yield from _counts(sentence)
    for pattern, unit in _money():
        for match in pattern.finditer(sentence.text):
            value = _value(match["number"] + (match["cents"] or ""), match["times"])
            yield _purpose(sentence, match.start()) or unit, value, unit


def _purpose(sentence: Sentence, at: int) -> str:
    """What an amount is for: the nearest word for it before, else after, and the place."""
    words = matcher("figures").find(sentence.text, "purpose")
    before = [word for word in words if word.start < at]
    nearest = before[-1] if before else next(iter(words), None)
    places = [m.surface for m in sentence.mentions if m.label == "PLACE"]
    said = nearest.text if nearest else ""
    return f"{said} ({places[0]})" if said and places else said


def _counts(sentence: Sentence) -> Iterator[tuple[str, str, str]]:
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
    """ "Japan (249 banden), Rusland (112)", "23 leden voor en 14 tegen": the same is counted."""
    for match in _AGAIN.finditer(sentence.text[start:]):
        group = "with" if match["with"] else "against"
        at = start + match.start(group) + sentence.span.start
        if any(m.span.start <= at < m.span.end for m in sentence.labelled("DATE")):
            continue
        number = match[group]
        yield f"{unit} {'tegen' if match['against'] else match['where']}", _value(number, ""), unit
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
