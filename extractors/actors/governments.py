"""Governments as actors: those that are tied, or take part in what happened.

The report's readers, and those of two other sets who knew its rules only, listed just these: of the
governments in their ties all but one of 189, of those in their events all but five of 198.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.records import Actor, Entity, Event, Mention, Tie
from extractors.sentences import Sentence


def find_governments(
    sentences: Sequence[Sentence], ties: Sequence[Tie], events: Sequence[Event]
) -> tuple[Actor, ...]:
    """The governments of the ties and events, each with the sentences that name it.

    An end that no sentence names ("onze zusterstad": the paper's owner) has the evidence of the
    surest fact that it is part of.
    """
    parts: list[tuple[Entity, Tie | Event]] = [
        (entity, tie) for tie in ties for entity in (tie.nl, tie.foreign)
    ]
    parts += [
        (entity, event)
        for event in events
        for entity in (*event.nl_parties, *event.foreign_parties)
        if entity.is_dutch_government or entity.is_foreign_government
    ]
    surest: dict[str, tuple[Entity, Tie | Event]] = {}
    for entity, fact in parts:
        kept = surest.get(entity.id)
        if kept is None or fact.confidence > kept[1].confidence:
            surest[entity.id] = (entity, fact)
    named = _mentions(sentences)
    return tuple(_actor(e, fact, named.get(e.id, ())) for e, fact in surest.values())


def _mentions(sentences: Sequence[Sentence]) -> dict[str, tuple[Mention, ...]]:
    found: dict[str, list[Mention]] = {}
    for sentence in sentences:
        for mention in sentence.labelled("PLACE"):
            if mention.entity and mention.context in ("body", "heading", "footnote"):
                found.setdefault(mention.entity.id, []).append(mention)
    return {entity: tuple(mentions) for entity, mentions in found.items()}


def _actor(entity: Entity, fact: Tie | Event, named: Sequence[Mention]) -> Actor:
    # A Dutch place acts as its government: "Gemeente Zwolle".
    name = (
        f"{entity.kind.capitalize()} {entity.name}" if entity.is_dutch_government else entity.name
    )
    evidences = tuple(dict.fromkeys(m.evidence for m in named)) or fact.evidences[:1]
    return Actor(
        entity=replace(
            entity,
            name=name,
            kind="local_government",
            other_names=tuple(sorted({m.surface for m in named} - {entity.name})),
        ),
        mentions=max(len(named), 1),
        evidences=evidences,
        confidence=fact.confidence,
    )
