"""Who took part in a happening, by side: named beside it, else understood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.records import Entity, Mention
from extractors.events.candidates import Candidate
from extractors.patterns import matcher
from extractors.sentences import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """Dutch governments, foreign governments, and others: organisations and persons."""

    dutch: tuple[Entity, ...] = ()
    foreign: tuple[Entity, ...] = ()
    others: tuple[Entity, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.dutch or self.foreign or self.others)


def parties_of(candidate: Candidate) -> Parties:
    """The parties of a happening.

    A side that the stretch does not name is that of its sentence; else the paper's owner is the
    Dutch side, and the foreign side the government that the text goes on about. "Wij" is the owner.
    """
    sentence, inside = candidate.sentence, candidate.mentions
    dutch = _dutch(inside) or _dutch(sentence.mentions)
    foreign = _foreign(inside) or _foreign(sentence.mentions)
    own = (candidate.owner,) if candidate.owner else ()
    if not dutch or matcher("event_parties").has(candidate.text, "own"):
        dutch = _each_once((*dutch, *own))
    if not foreign and not _is_of_others(candidate):
        foreign = candidate.above
    others = _entities([m for m in inside if m.label in ("ORG", "PER", "PROG")])
    return Parties(dutch=dutch, foreign=foreign, others=others)


def is_about_abroad(sentence: Sentence) -> bool:
    """Whether a foreign place, or an organisation of another country, is named."""
    return any(
        m.entity is not None and m.entity.country not in ("", "NL") for m in sentence.mentions
    )


def _is_of_others(candidate: Candidate) -> bool:
    """A country without a place is named: what the text went on about is left."""
    return is_about_abroad(candidate.sentence)


def _dutch(mentions: Sequence[Mention]) -> tuple[Entity, ...]:
    return _entities([m for m in mentions if m.entity and m.entity.is_dutch_government])


def _foreign(mentions: Sequence[Mention]) -> tuple[Entity, ...]:
    return _entities([m for m in mentions if m.entity and m.entity.is_foreign_government])


def _entities(mentions: Sequence[Mention]) -> tuple[Entity, ...]:
    return _each_once([m.entity for m in mentions if m.entity is not None])


def _each_once(entities: Sequence[Entity]) -> tuple[Entity, ...]:
    return tuple({entity.id: entity for entity in entities}.values())
