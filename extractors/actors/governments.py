"""Governments as actors: in a study of many of them, not in a paper of their own.

In a council's paper the governments are the parties of its ties and events, which those tables
tell; its actors are the others. A study that no government sent ("Over de banden van Nederlandse
steden met …") has governments among its actors: those that a sentence sets beside a government of
the other country, or shows acting ("de gemeente X", "burgemeester van X").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from corpus.records import Actor, Entity, Evidence, Mention
from extractors.patterns import CueMatch, matcher
from extractors.sentences import Sentence

_OFTEN = 3  # sentences from which a government plays a part, whatever they say
_MANY = 5  # Dutch governments from which a paper is a study of many


@dataclass(slots=True)
class _Seen:
    entity: Entity
    surfaces: list[str] = field(default_factory=list)
    evidences: list[Evidence] = field(default_factory=list)
    acts: bool = False


def find_governments(sentences: Sequence[Sentence], owner: Entity | None) -> tuple[Actor, ...]:
    """The governments that play a part; none in a paper that is a government's own."""
    if owner is not None:
        return ()
    seen: dict[str, _Seen] = {}
    for sentence in sentences:
        for mention in sentence.labelled("PLACE"):
            if mention.context in ("body", "heading", "footnote") and _is_government(mention):
                assert mention.entity is not None
                kept = seen.setdefault(mention.entity.id, _Seen(mention.entity))
                kept.surfaces.append(mention.surface)
                kept.acts = kept.acts or _acts(sentence, mention)
                if sentence.evidence not in kept.evidences:
                    kept.evidences.append(sentence.evidence)
    found = [s for s in seen.values() if s.acts or len(s.evidences) >= _OFTEN]
    dutch = sum(s.entity.is_dutch_government for s in found)
    return tuple(_actor(s) for s in found) if dutch >= _MANY else ()


def _is_government(mention: Mention) -> bool:
    entity = mention.entity
    return entity is not None and (entity.is_dutch_government or entity.is_foreign_government)


def _acts(sentence: Sentence, mention: Mention) -> bool:
    assert mention.entity is not None
    before = sentence.document.text[sentence.span.start : mention.span.start].rstrip()
    if any(m.end == len(before) for m in _acting(before)):
        return True
    if any(m.start == 0 and m.end < len(mention.surface) for m in _acting(mention.surface)):
        return True  # "gemeente X" is one mention
    dutch = mention.entity.country == "NL"
    others = sentence.foreign_governments if dutch else sentence.dutch_governments
    return bool(others) and matcher("actor_relations").has(sentence.text, "tie")


def _acting(text: str) -> tuple[CueMatch, ...]:
    return matcher("actor_relations").find(text, "acting")


def _actor(seen: _Seen) -> Actor:
    entity = seen.entity
    # A Dutch place acts as its government: "Gemeente Zwolle".
    name = (
        f"{entity.kind.capitalize()} {entity.name}" if entity.is_dutch_government else entity.name
    )
    return Actor(
        entity=replace(
            entity,
            name=name,
            kind="local_government",
            other_names=tuple(sorted(set(seen.surfaces) - {entity.name})),
        ),
        mentions=len(seen.surfaces),
        evidences=tuple(seen.evidences),
    )
