"""What may be an actor: its name, and where it stands in the paper."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from corpus.records import Entity
from corpus.reference.organisations import Noun
from extractors.actors.described import Described
from extractors.entities.gazetteer import is_shouted
from extractors.sentences import Sentence

_QUOTES = re.compile(r"[\"“„”‘«»*]|(?<!\w)['’]|['’](?!\w)")
_SHOUTED_FROM = 8  # letters from which a name in capitals is no abbreviation


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One place where a candidate is named; offsets into the paper's text."""

    sentence: Sentence
    start: int
    end: int
    source: str  # model, gazetteer, pattern, learnt, described, party, office, capital, quoted
    score: float = 1.0
    described: Described | None = None
    how: str = ""  # more of the source: of a party register, speaker, faction

    @property
    def surface(self) -> str:
        return self.sentence.document.text[self.start : self.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Find:
    """An occurrence and what it seems to name."""

    occurrence: Occurrence
    entity: Entity
    noun: Noun | None = None
    others: tuple[str, ...] = ()  # shorter and longer forms of the name
    place: str = ""  # where it is said to be

    @property
    def start(self) -> int:
        return self.occurrence.start

    @property
    def end(self) -> int:
        return self.occurrence.end

    def clashes(self, other: Find) -> bool:
        """Whether the two overlap."""
        return self.start < other.end and other.start < self.end


@dataclass(slots=True)
class Candidate:
    """A name that may be an actor's, with all its places."""

    entity: Entity
    noun: Noun | None = None
    place: str = ""
    occurrences: list[Occurrence] = field(default_factory=list)
    others: list[str] = field(default_factory=list)

    def add(self, find: Find) -> None:
        """Takes one more occurrence."""
        self.occurrences.append(find.occurrence)
        self.others.extend(o for o in find.others if o not in self.others)


def plain_name(surface: str) -> str:
    """The name without quotes and line ends; one in capitals written small.

    >>> plain_name('werkgroep "Vrede nu"')
    'werkgroep Vrede nu'
    """
    name = " ".join(_QUOTES.sub("", surface).split())
    return name.title() if is_shouted(name) and len(name) > _SHOUTED_FROM else name
