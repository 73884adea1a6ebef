"""Every pair of governments that a paper might tie: the pair, and each place where it stands.

This is deliberately generous: whatever might be a tie is a candidate, and the relation classifier
decides. A pair is a foreign government that the paper names, with a Dutch one named in the same
sentence, or before it in the passage, or whose paper it is. It is also seen where the story goes
on without the name: "De band is in 2003 stopgezet", under the partner's heading or behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.records import Entity, Mention
from extractors.sentences import Sentence
from extractors.ties.headed import partners_above
from extractors.ties.pairing import governments

# How the Dutch end stands: named in the sentence, last named in the passage, or the paper's owner.
DutchEnd = Literal["named", "topic", "owner"]

_GOES_ON = 3  # sentences without a foreign name that still tell of the partner before them


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One place where a candidate pair stands: a sentence that names the foreign end, or goes on
    about it."""

    index: int  # of the sentence in the paper
    sentence: Sentence
    dutch_end: DutchEnd
    foreign: Mention | None = None  # None: understood from what stands before or above
    dutch: Mention | None = None  # the nearest mention of the Dutch end, where it is named

    @property
    def at(self) -> tuple[int, int]:
        """From the first to the last of the names, as offsets in the paper; the whole sentence
        where no foreign name stands in it."""
        if self.foreign is None:
            return self.sentence.span.start, self.sentence.span.end
        spans = [self.foreign.span, *([self.dutch.span] if self.dutch else [])]
        return min(s.start for s in spans), max(s.end for s in spans)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A Dutch and a foreign government that may be tied, with every sighting in order."""

    nl: Entity
    foreign: Entity
    sightings: tuple[Sighting, ...]

    @property
    def key(self) -> tuple[str, str]:
        return self.nl.id, self.foreign.id


@dataclass(frozen=True, slots=True)
class _Seen:
    """A sighting with its pair."""

    nl: Entity
    foreign: Entity
    sighting: Sighting


def find_candidates(
    sentences: Sequence[Sentence], owner: Entity | None = None
) -> tuple[Candidate, ...]:
    """The candidates of a paper, in the order in which they are first seen."""
    found: dict[tuple[str, str], list[_Seen]] = {}
    for seen in _all_seen(sentences, owner):
        found.setdefault((seen.nl.id, seen.foreign.id), []).append(seen)
    return tuple(
        Candidate(
            nl=several[0].nl,
            foreign=several[0].foreign,
            sightings=tuple(s.sighting for s in several),
        )
        for several in found.values()
        if any(s.sighting.foreign for s in several)
    )


def _all_seen(sentences: Sequence[Sentence], owner: Entity | None) -> Iterator[_Seen]:
    above = partners_above(sentences)
    last: tuple[tuple[Entity, Entity], ...] = ()
    passage, topic, since = -1, None, 0
    for index, sentence in enumerate(sentences):
        if sentence.passage.index != passage:
            passage, topic, since = sentence.passage.index, None, 0
            partner = above.get(passage)
            last = ((owner, partner),) if owner and partner else ()
        dutch = [m for m in sentence.mentions if m.entity and m.entity.is_dutch_government]
        ends = tuple(_ends(dutch, topic, owner))
        here = [
            seen
            for mention in governments(sentence)
            if mention.entity and mention.entity.is_foreign_government
            for seen in _named(index, sentence, mention, ends)
        ]
        yield from here
        if here:
            last, since = tuple(dict.fromkeys((s.nl, s.foreign) for s in here)), 0
        elif last and (since < _GOES_ON or passage in above) and sentence.passage.kind != "heading":
            since += 1
            yield from _understood(index, sentence, dutch, last)
        topic = dutch[-1].entity if dutch else topic


def _named(
    index: int,
    sentence: Sentence,
    foreign: Mention,
    ends: Sequence[tuple[DutchEnd, Entity, Mention | None]],
) -> Iterator[_Seen]:
    """One sighting of each Dutch end that this mention of a foreign government may have."""
    assert foreign.entity
    seen: set[str] = set()
    for end, nl, dutch in sorted(ends, key=lambda e: e[2].span.gap(foreign.span) if e[2] else 9999):
        if nl.id not in seen:
            seen.add(nl.id)
            yield _Seen(
                nl,
                foreign.entity,
                Sighting(
                    index=index, sentence=sentence, dutch_end=end, foreign=foreign, dutch=dutch
                ),
            )


def _ends(
    dutch: Sequence[Mention], topic: Entity | None, owner: Entity | None
) -> Iterator[tuple[DutchEnd, Entity, Mention | None]]:
    """The Dutch governments that a sentence may be about; the named ones before the others."""
    yield from (("named", m.entity, m) for m in dutch if m.entity)
    if topic is not None:
        yield "topic", topic, None
    if owner is not None:
        yield "owner", owner, None


def _understood(
    index: int,
    sentence: Sentence,
    dutch: Sequence[Mention],
    pairs: Sequence[tuple[Entity, Entity]],
) -> Iterator[_Seen]:
    """Sightings of the pairs that the sentence before told of; of those with a Dutch government
    that this one names, if it names any."""
    named = {m.entity.id: m for m in dutch if m.entity}
    for nl, foreign in pairs:
        if not named or nl.id in named:
            yield _Seen(
                nl,
                foreign,
                Sighting(
                    index=index,
                    sentence=sentence,
                    dutch_end="named" if nl.id in named else "topic",
                    dutch=named.get(nl.id),
                ),
            )
