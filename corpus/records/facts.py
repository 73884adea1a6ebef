"""What a paper says: facts, each with at least one piece of evidence.

Identity (`key`) is made of canonical ids only, never of what may be refined later (month of a
date, score, evidence); `corpus.records.ids.record_id` turns it into a stable id.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from corpus.records.evidence import Evidence
from corpus.records.mentions import Entity

TieStatus = Literal["active", "ended", "proposed", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """The root of all facts: without evidence it cannot be made."""

    table: ClassVar[str] = ""
    evidences: tuple[Evidence, ...]
    confidence: float = 1.0
    # What a learned decision rested on, the weightiest first ("word:bezocht +1.20"); in no table,
    # `stedenband show ID --why` prints it.
    why: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.evidences:
            raise ValueError(f"a {type(self).__name__} needs evidence")

    @property
    def key(self) -> tuple[str, ...]:
        raise TypeError(f"{type(self).__name__} says no key")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie(Fact):
    """A tie between a Dutch and a foreign government. Dates are EDTF, empty where not said."""

    table: ClassVar[str] = "ties"
    nl: Entity
    foreign: Entity
    formed: str = ""
    formalised: str = ""
    ended: str = ""
    status: TieStatus = "unknown"

    @property
    def key(self) -> tuple[str, ...]:
        return (self.nl.id, self.foreign.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Fact):
    """A dated (or datable) happening; `when` is EDTF, `what` at most 12 Dutch words."""

    table: ClassVar[str] = "events"
    type: str
    when: str = ""
    nl_parties: tuple[Entity, ...] = ()
    foreign_parties: tuple[Entity, ...] = ()
    other_parties: tuple[Entity, ...] = ()
    themes: tuple[str, ...] = ()
    what: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        parties = (*self.nl_parties, *self.foreign_parties, *self.other_parties)
        # The year only: a month may be learnt later. A range keeps both its years.
        years = "/".join(part[:4] for part in self.when.split("/"))
        # An event without parties is told from others of its year by what it says.
        told = () if parties else (self.what,)
        return (self.type, years, *sorted(party.id for party in parties), *told)


@dataclass(frozen=True, slots=True, kw_only=True)
class Interest(Fact):
    """A theme that a paper ties to a Dutch place in a period: the row behind theme_by_place."""

    table: ClassVar[str] = "theme_by_place"
    nl: Entity
    theme: str
    period: str = ""  # `2004-2012`; empty where the paper tells of no period
    foreign: tuple[Entity, ...] = ()
    years: tuple[int, ...] = ()  # that it is told of; what puts it on a map

    @property
    def key(self) -> tuple[str, ...]:
        return (self.nl.id, self.period, self.theme)


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor(Fact):
    """An organisation or office with a part in the story; `mentions` counts its mentions."""

    table: ClassVar[str] = "actors"
    entity: Entity
    mentions: int = 1

    @property
    def key(self) -> tuple[str, ...]:
        return (self.entity.id,)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRelation(Fact):
    """`subject` stands in `relation` (closed list) to `object`."""

    table: ClassVar[str] = "actor_relations"
    subject: Entity
    relation: str
    object: Entity

    @property
    def key(self) -> tuple[str, ...]:
        return (self.subject.id, self.relation, self.object.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Fact):
    """One source that a paper cites; a note with several sources gives several."""

    table: ClassVar[str] = "sources"
    number: str = ""
    authors: str = ""
    title: str = ""
    publisher: str = ""
    date: str = ""  # EDTF
    url: str = ""
    kind: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        # A note's number means something in its own paper only.
        return (self.evidences[0].doc, self.number, self.title or self.url or self.authors)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Fact):
    """A number that a paper states: what it counts, the value, the unit."""

    table: ClassVar[str] = "figures"
    what: str
    value: str
    unit: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        return (self.evidences[0].doc, self.what, self.value, self.unit)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period(Fact):
    """A span of years that a paper itself tells apart, with its name and, if any, its leader."""

    table: ClassVar[str] = "periods"
    start: str
    end: str
    leader: str = ""
    label: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        return (self.evidences[0].doc, self.start, self.end)
