"""Who took part in a happening, by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.records import Entity, Mention
from extractors.sentences import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """Dutch governments, foreign governments, and others: organisations and persons."""

    dutch: tuple[Entity, ...] = ()
    foreign: tuple[Entity, ...] = ()
    others: tuple[Entity, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.dutch or self.foreign or self.others)


def parties_of(sentence: Sentence, *, start: int, end: int, owner: Entity | None) -> Parties:
    """The parties named between two offsets of the paper; the owner where none is Dutch."""
    inside = [m for m in sentence.mentions if start <= m.span.start and m.span.end <= end]
    dutch = _entities([m for m in inside if m.entity and m.entity.is_dutch_government])
    foreign = _entities([m for m in inside if m.entity and m.entity.is_foreign_government])
    others = _entities([m for m in inside if m.label in ("ORG", "PER", "PROG")])
    if not dutch and owner is not None:
        dutch = (owner,)
    return Parties(dutch=dutch, foreign=foreign, others=others)


def is_about_abroad(sentence: Sentence) -> bool:
    """Whether a foreign place, or an organisation of another country, is named."""
    return any(
        m.entity is not None and m.entity.country not in ("", "NL") for m in sentence.mentions
    )


def _entities(mentions: Sequence[Mention]) -> tuple[Entity, ...]:
    seen: dict[str, Entity] = {}
    for mention in mentions:
        if mention.entity is not None:
            seen.setdefault(mention.entity.id, mention.entity)
    return tuple(seen.values())
