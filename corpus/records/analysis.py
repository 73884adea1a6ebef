"""What one paper yielded, and what went wrong or is in doubt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from corpus.records.document import Document
from corpus.records.facts import (
    Actor,
    ActorRelation,
    Citation,
    Event,
    Fact,
    Figure,
    Interest,
    Period,
    Tie,
)
from corpus.records.mentions import Mention, ThemeAssignment

NoticeLevel = Literal["info", "doubt", "loss"]
DocumentStatus = Literal["ok", "partly", "failed", "skipped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Doubt or loss as a record: a page without text, readers that disagree, a guessed link."""

    code: str
    level: NoticeLevel
    doc: str
    message: str
    remedy: str = ""
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a reader made of a paper's bytes: the document, and what it lost or doubts."""

    document: Document
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """All of one paper: the unit of caching and of transport.

    A paper that could not be read has a document without text, status `failed`, and a notice.
    """

    document: Document
    status: DocumentStatus = "ok"
    mentions: tuple[Mention, ...] = ()
    themes: tuple[ThemeAssignment, ...] = ()
    ties: tuple[Tie, ...] = ()
    events: tuple[Event, ...] = ()
    interests: tuple[Interest, ...] = ()
    actors: tuple[Actor, ...] = ()
    relations: tuple[ActorRelation, ...] = ()
    citations: tuple[Citation, ...] = ()
    figures: tuple[Figure, ...] = ()
    periods: tuple[Period, ...] = ()
    passage_periods: tuple[str, ...] = ()  # `2004-2012` or empty, one for each passage
    notices: tuple[Notice, ...] = ()
    fingerprint: str = ""  # versions of code, models and reference tables

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact, in a fixed order of kinds."""
        return (
            *self.ties,
            *self.events,
            *self.interests,
            *self.actors,
            *self.relations,
            *self.citations,
            *self.figures,
            *self.periods,
        )
