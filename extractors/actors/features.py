"""What speaks for and against a candidate's being an actor, as named numbers for the classifier.

Nothing here knows a paper or a place: words of kind, how the name was found, what its sentence and
its passage speak of, and what stands beside it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from corpus.records import Document, Entity
from corpus.reference.places import load_places
from extractors.actors.candidates import Candidate, Occurrence
from extractors.patterns import matcher
from extractors.sentences import Sentence
from models.linear import Features

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LEGAL = re.compile(r"(?<!\w)(?:B\.?V\.?|N\.?V\.?|GmbH|AG|Ltd|Inc|S\.?A\.?|Kft|s\.r\.o)(?!\w)")
_PAIR = re.compile(r"[A-Z]\w+ ?[-–] ?[A-Z]")  # "Gouda-Elmina"
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,7}")
_EVENTS = (
    *("exchange", "visit", "gift", "agreement", "programme", "delegation_received", "request"),
    *("establishment", "conference", "order", "tie_formed"),
)
_NEAR = 3  # words on each side that are features of their own


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """A paper as features need it: whose it is, and what each passage speaks of."""

    document: Document
    owner: Entity | None
    foreign: frozenset[int]  # indexes of passages that name a foreign place
    tied: frozenset[int]  # indexes of passages with words of ties


def survey(document: Document, sentences: Sequence[Sentence], owner: Entity | None) -> Surroundings:
    """Looks through the paper once for all its candidates."""
    foreign = {s.passage.index for s in sentences if s.foreign_governments}
    tied = {s.passage.index for s in sentences if _speaks_of_ties(s.text)}
    return Surroundings(
        document=document, owner=owner, foreign=frozenset(foreign), tied=frozenset(tied)
    )


def features_of(candidate: Candidate, around: Surroundings) -> Features:
    """Every feature of a candidate that is not nought, by its name."""
    found: dict[str, float] = {}
    for name in (*_of_name(candidate, around), *_of_paper(candidate, around)):
        found[name] = 1.0
    places = candidate.occurrences
    for occurrence in places:
        for name in _of_place(occurrence):
            found[name] = 1.0
    found["mentions"] = math.log(len(places))
    found["score"] = max(o.score for o in places)
    return found


def _of_name(candidate: Candidate, around: Surroundings) -> Iterator[str]:
    entity, noun = candidate.entity, candidate.noun
    name = entity.name
    yield f"kind={entity.kind or 'other'}"
    if noun is not None:
        yield f"noun={noun.word}"
        yield f"language={noun.language}"
        yield "noun:compound" if noun.is_compound else "noun:bare"
    else:
        yield "noun=-"
    if entity.id.startswith("org:"):
        yield "registered"
    if entity.abbreviation:
        yield "abbreviation"
    words = name.split()
    yield f"words={min(len(words), 4)}"
    yield from _shape(name)
    yield from _places_in(name, around.owner)
    if candidate.place:
        yield "sited"


def _shape(name: str) -> Iterator[str]:
    shapes = {
        "small": not any(c.isupper() for c in name),
        "small_first": name[0].islower() and any(c.isupper() for c in name),
        "capitals": name.isupper(),
        "acronym": _ACRONYM.fullmatch(name) is not None,
        "digit": any(c.isdigit() for c in name),
        "legal_form": _LEGAL.search(name) is not None,
        "pair": _PAIR.search(name) is not None,
        "foreign_letters": not name.isascii(),
    }
    yield from (f"shape:{shape}" for shape, is_so in shapes.items() if is_so)


def _places_in(name: str, owner: Entity | None) -> Iterator[str]:
    """Whose places the name speaks of: the owner's, another Dutch one's, a foreign one's."""
    adjectives = load_places().adjectives()
    for word in re.findall(r"[^\W\d_][\w'’]+", name):
        if not word[0].isupper():
            continue
        if owner is not None and word.casefold()[:5] == owner.name.casefold()[:5]:
            yield "names:owner"
        elif word.casefold() in adjectives:
            yield "names:country"
        elif best := load_places().lookup(word)[:1]:
            yield "names:dutch" if best[0].entity.country == "NL" else "names:foreign"


def _of_paper(candidate: Candidate, around: Surroundings) -> Iterator[str]:
    """The paper, and where in it the candidate stands."""
    kind = around.document.kind or "-"
    yield f"paper={kind}"
    if around.owner is None:
        yield "paper:no_owner"
    passages = {o.sentence.passage.index for o in candidate.occurrences}
    if passages & around.foreign:
        yield "passage:foreign"
    elif any({i - 1, i + 1} & around.foreign for i in passages):
        yield "passage:near_foreign"
    else:
        yield "passage:home"
    if passages & around.tied:
        yield "passage:ties"
    sources = {o.source for o in candidate.occurrences}
    yield from (f"source={source}" for source in sources)
    if len(sources) > 1:
        yield "source:several"
    length = max(len(around.document.text), 1)
    first = candidate.occurrences[0].start / length
    yield "at:head" if first < 0.08 else "at:end" if first > 0.92 else "at:middle"
    if len(passages) > 1:
        yield "passages:several"


def _of_place(occurrence: Occurrence) -> Iterator[str]:
    sentence = occurrence.sentence
    yield f"in={sentence.passage.kind}"
    if occurrence.how:
        yield f"how={occurrence.how}"
    if sentence.foreign_governments:
        yield "sentence:foreign"
    if sentence.dutch_governments:
        yield "sentence:dutch"
    if sentence.labelled("DATE"):
        yield "sentence:date"
    if sentence.labelled("PER"):
        yield "sentence:person"
    if _speaks_of_ties(sentence.text):
        yield "sentence:ties"
    yield from (f"sentence:{kind}" for kind in _happenings(sentence.text))
    yield from _beside(occurrence)


def _beside(occurrence: Occurrence) -> Iterator[str]:
    """The words just before and behind, and whether the sentence begins or ends there."""
    sentence, at = occurrence.sentence, occurrence.sentence.span.start
    before = sentence.text[: occurrence.start - at]
    after = sentence.text[occurrence.end - at :]
    left = [w.casefold() for w in _WORD.findall(before)][-_NEAR:]
    right = [w.casefold() for w in _WORD.findall(after)][:_NEAR]
    yield f"before={left[-1]}" if left else "before=^"
    yield f"after={right[0]}" if right else "after=$"
    yield from (f"left={word}" for word in left[:-1])
    yield from (f"right={word}" for word in right[1:])
    yield f"mark<{_mark(before.rstrip()[-1:])}"
    yield f"mark>{_mark(after.lstrip()[:1])}"


def _mark(sign: str) -> str:
    return sign if sign and sign in '():,;-."' else ""


@cache
def _speaks_of_ties(text: str) -> bool:
    return matcher("ties").has(text, "strong", "weak", "bond")


@cache
def _happenings(text: str) -> tuple[str, ...]:
    found = {m.kind for m in matcher("events").find(text, *_EVENTS)}
    return tuple(sorted(found))
