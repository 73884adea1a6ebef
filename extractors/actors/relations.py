"""How two actors stand to each other, by what a sentence says between their names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from corpus.records import Actor, ActorRelation, Document, Entity, Evidence, Mention
from extractors.actors.naming import named
from extractors.patterns import CueMatch, matcher
from extractors.sentences import Sentence

RELATIONS = (
    *("part_of", "supervises", "coordinates", "led_by", "member_of", "merged_with", "influences"),
    *("agreement_with", "runs", "parallel_to", "founded", "located_in", "competes_with"),
)
_BRACKETS = re.compile(r"^\s*\([^)]*\)")  # "de X (XYZ) is een onderdeel van"
_ARTICLE = re.compile(r"\s+(?:de|het|een|the)\s*$")
_PLACES = ("local_government", "gemeente", "provincie", "stad", "district", "land", "gebied")
_OF_GOVERNMENTS = ("agreement_with", "founded", "member_of", "runs", "supervises")
_FILLER = 40  # characters between the first name and the words that tell the relation
_FURTHEST = 160  # characters between two names: beyond this a sentence speaks of something else


@dataclass(slots=True)
class _Found:
    subject: Entity
    relation: str
    object: Entity
    evidences: list[Evidence] = field(default_factory=list)


def find_relations(
    document: Document, sentences: Sequence[Sentence], actors: Sequence[Actor]
) -> tuple[ActorRelation, ...]:
    """Every relation that a sentence states between two neighbouring names of `actors`."""
    del document  # the sentences carry it
    known = {actor.entity.id: actor.entity for actor in actors}
    found: dict[tuple[str, str, str], _Found] = {}
    for sentence in sentences:
        for subject, relation, obj in _stated(sentence, known):
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


def _stated(sentence: Sentence, known: dict[str, Entity]) -> Iterator[tuple[Entity, str, Entity]]:
    names = list(_names(sentence, known))
    for (left, subject), (right, obj) in pairwise(names):
        between = sentence.between(left, right)
        if subject.id == obj.id or len(between) > _FURTHEST:
            continue
        cue = _between(between, after=sentence.document.text[right.span.end : sentence.span.end])
        if cue is None or not _fits(cue.kind, subject, obj):
            continue
        back = cue.cue.note == "back"
        yield (obj, cue.kind, subject) if back else (subject, cue.kind, obj)


def _names(sentence: Sentence, known: dict[str, Entity]) -> Iterator[tuple[Mention, Entity]]:
    for mention in sentence.labelled("ORG", "PROG", "PLACE"):
        if mention.entity is None or mention.context in ("citation", "toc"):
            continue
        entity = mention.entity if mention.label == "PLACE" else named(mention.entity)
        if entity is None:
            continue
        if entity.id in known:
            yield mention, known[entity.id]
        elif mention.label == "PLACE":
            yield mention, entity  # a place that is no actor can still be where one sits


def _between(text: str, *, after: str) -> CueMatch | None:
    text = _ARTICLE.sub("", _BRACKETS.sub("", text)).strip(" ,")
    for match in matcher("actor_relations").find(text, *RELATIONS):
        near = match.end == len(text) and match.start <= _FILLER and ";" not in text
        # "richtte de X op": the verb's other half stands behind the second name.
        if near and (match.cue.note != "founding" or re.match(r"\s+op\b", after)):
            return match
    return None


def _fits(relation: str, subject: Entity, obj: Entity) -> bool:
    """A seat is a place; a government makes agreements and founds, but is part of nothing here."""
    if relation == "located_in":
        return obj.kind in _PLACES and subject.kind not in _PLACES
    if "land" in (subject.kind, obj.kind):
        return False
    # How two governments stand to each other, ties tell.
    places = (subject.kind in _PLACES) + (obj.kind in _PLACES)
    return places == 0 or (places == 1 and relation in _OF_GOVERNMENTS)
