"""How two actors stand to each other, by patterns over sentences with names as slots."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import product

from corpus.records import Actor, ActorRelation, Document, Entity, Evidence
from corpus.reference.cues import load_cues
from extractors.actors.slots import Slotted, Slotter
from extractors.sentences import Sentence

_PLACES = ("local_government", "gemeente", "provincie", "stad", "district", "land", "gebied")
_PROGRAMMES = ("programme", "conference")
_OF_GOVERNMENTS = ("agreement_with", "founded", "member_of", "runs", "supervises")
_NOT_HERE = "".join(rf"(?<!\b{word} )" for word in ("in", "te", "uit", "naar", "aan", "bij"))
_ONE = r"⟦[ap]\d+⟧"
_LEAD = r"(?:(?!(?:en|met|van|door|in|te|uit)\b)[\w’'-]+ ){0,3}?"
_AND = rf",? en (?:met )?{_LEAD}{_ONE}"
_LIST = rf"(?:(?:, (?:met )?{_LEAD}{_ONE})*{_AND})"
_APPOSED = r"(?:, (?:een|het|de|dat|die) [^.;⟦]{3,110}?,)?"
_SLOTS = {
    "{A}": rf"{_NOT_HERE}(?P<A>{_ONE}{_LIST}?){_APPOSED}",
    "{B}": rf"{_LEAD}(?P<B>{_ONE}(?:{_LIST}|(?:, ⟦p\d+⟧)*))",
    "{L}": rf"{_LEAD}(?P<L>{_ONE}(?:{_LIST}|(?:, {_ONE})+))",
    "{P}": r"(?P<B>⟦p\d+⟧)",
    "{H}": r"(?:[\w.’'-]+ ){0,3}?(?P<B>⟦[ah]\d+⟧)",
    "{...}": r"[^.;]{0,140}?",
    "{..}": r"(?:[^.;⟦⟧]|\b(?:in|te|bij|uit|vanuit) ⟦p\d+⟧){0,60}?",
}
_NUMBER = re.compile(r"⟦[aph](\d+)⟧")
_MORE = re.compile(r"\bmet (?:⟦[ap](\d+)⟧)")
_NETWORK = re.compile(
    r"platform|netwerk|network|overleg|verband|consortium|koepel|federatie|alliantie|bond\b|kring|ring\b",
    re.IGNORECASE,
)
_Pair = tuple[Entity, Entity]


@dataclass(frozen=True, slots=True)
class _Pattern:
    relation: str
    note: str
    regex: re.Pattern[str]


@dataclass(slots=True)
class _Found:
    subject: Entity
    relation: str
    object: Entity
    evidences: list[Evidence] = field(default_factory=list)


def find_relations(
    document: Document, sentences: Sequence[Sentence], actors: Sequence[Actor]
) -> tuple[ActorRelation, ...]:
    """Every relation that a sentence states between `actors`, or to a place or a person."""
    del document  # the sentences carry it
    found: dict[tuple[str, str, str], _Found] = {}
    slotter, topic, passage = Slotter(actors), None, -1
    for sentence in sentences:
        if sentence.passage.index > passage + 1:
            topic = None
        slotted = slotter.slot(sentence, topic)
        topic, passage = slotted.topic, sentence.passage.index
        for subject, relation, obj in _stated(slotted):
            key = (subject.id, relation, obj.id)
            kept = found.setdefault(key, _Found(subject, relation, obj))
            if sentence.evidence not in kept.evidences:
                kept.evidences.append(sentence.evidence)
    return tuple(
        ActorRelation(
            subject=f.subject, relation=f.relation, object=f.object, evidences=tuple(f.evidences)
        )
        for f in found.values()
    )


def _stated(slotted: Slotted) -> Iterator[tuple[Entity, str, Entity]]:
    if slotted.text.count("⟦") < 2:
        return
    taken: set[tuple[str, str]] = set()  # two actors stand in one relation in a sentence
    for pattern in _patterns():
        if pattern.relation == "agreement_with" and _void().search(slotted.text):
            continue
        for match in pattern.regex.finditer(slotted.text):
            for subject, obj in _pairs(pattern, match, slotted):
                pair = (min(subject.id, obj.id), max(subject.id, obj.id))
                if pair not in taken and _fits(pattern, subject, obj):
                    taken.add(pair)
                    yield subject, pattern.relation, obj


def _pairs(pattern: _Pattern, match: re.Match[str], slotted: Slotted) -> Iterator[_Pair]:
    fillers, groups = slotted.fillers, match.groupdict()
    if groups.get("L") and pattern.note == "network":
        (head,) = _fillers(groups["B"], fillers)[:1]
        if _NETWORK.search(head.name):
            yield from ((member, head) for member in _fillers(groups["L"], fillers))
        return
    if groups.get("L"):
        first, *rest = _fillers(groups["L"], fillers)
        yield from (_dutch_first(first, other) for other in rest)
        return
    objects = _fillers(groups["B"], fillers)
    if pattern.note == "more":  # "een verklaring met X over zorg en met Y over bouw"
        more = _MORE.finditer(slotted.text, match.end())
        objects.extend(fillers[int(m[1])] for m in more)
    for subject, obj in product(_fillers(groups["A"], fillers), objects):
        yield _dutch_first(subject, obj) if pattern.note == "dutch" else (subject, obj)


def _fillers(group: str, fillers: Sequence[Entity]) -> list[Entity]:
    return [fillers[int(m[1])] for m in _NUMBER.finditer(group)]


def _dutch_first(one: Entity, other: Entity) -> _Pair:
    """Neither is first by grammar: the paper is Dutch, and so is its first party."""
    foreign_first = one.country not in ("", "NL") and other.country == "NL"
    return (other, one) if foreign_first else (one, other)


def _fits(pattern: _Pattern, subject: Entity, obj: Entity) -> bool:
    """A seat is a place; a government makes agreements and founds, but is part of nothing here."""
    relation = pattern.relation
    if subject.id == obj.id or {"land", "gebied"} & {subject.kind, obj.kind}:
        return False
    if "party_organ" in (subject.kind, obj.kind) and pattern.note == "member":
        return False  # "leden van PvdA en CDA" are people
    if relation == "located_in":
        return obj.kind in _PLACES and subject.kind not in (*_PLACES, *_PROGRAMMES)
    if pattern.note == "programme" and obj.kind not in _PROGRAMMES:
        return False
    if pattern.note == "organs" and subject.kind in ("company", "media", *_PROGRAMMES):
        return False
    # How two governments stand to each other, ties tell.
    places = (subject.kind in _PLACES) + (obj.kind in _PLACES)
    return places == 0 or (places == 1 and relation in _OF_GOVERNMENTS)


@cache
def _patterns() -> tuple[_Pattern, ...]:
    return tuple(
        _Pattern(cue.kind, cue.note, re.compile(_expanded(cue.pattern), re.IGNORECASE))
        for cue in load_cues("relation_patterns")
        if cue.kind != "void"
    )


@cache
def _void() -> re.Pattern[str]:
    said = (cue.pattern for cue in load_cues("relation_patterns") if cue.kind == "void")
    return re.compile("|".join(said), re.IGNORECASE)


def _expanded(pattern: str) -> str:
    for slot, regex in _SLOTS.items():
        pattern = pattern.replace(slot, regex)
    return pattern
