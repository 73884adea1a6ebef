"""Every mention in a paper: places, organisations, programmes, persons, dates; none overlap."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Protocol

from corpus.records import Document, Entity, Mention, Passage, Span
from corpus.records.mentions import Label
from corpus.records.text import slug
from corpus.reference.organisations import Organisations
from corpus.reference.places import Places
from corpus.reference.tables import read_rows
from extractors.dates import FoundDate, find_dates
from extractors.entities.abbreviations import learn_abbreviations
from extractors.entities.merging import merge_finds
from extractors.entities.names import capital_runs, mention_context
from extractors.entities.organisation_names import Named, OrganisationNames
from extractors.entities.person_names import (
    find_persons,
    find_surnames,
    person_entity,
    title_length,
)
from extractors.entities.place_names import PlaceNames

_GUESS = 0.5
# What in a date says by itself of which year it is.
_OWN_YEAR = re.compile(
    r"\d{4}|'\d\d|jaren|eeuw|jaar|maand|jl|j\.l|l\.l|jongst|a\.?s\.|aanstaande|komende?|"
    r"vorige?|verleden|afgelopen|volgende?|\bdit|\bdeze",
    re.IGNORECASE,
)
_UNLINKED = 0.5  # a place that only the pipeline sees: a name of a register goes before it
# "Ministry of Commerce of MOFCOM": a whole name, then what it is also called.
_OR_ABBREVIATION = re.compile(r"\s(?:of|ofwel|oftewel)\s[A-Z]{3,8}$")


class TaggedName(Protocol):
    """A name as a pipeline tags it: offsets into its text, a label of the contract, how sure."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def label(self) -> Label: ...
    @property
    def score(self) -> float: ...


class NameTagger(Protocol):
    """A language pipeline that names things, in many texts at once."""

    def entities(self, texts: Sequence[str]) -> Sequence[Sequence[TaggedName]]: ...


class Recogniser:
    """Brings the registers and the pipeline together; heavy to make, then pure."""

    def __init__(
        self, *, places: Places, organisations: Organisations, nlp: NameTagger | None = None
    ) -> None:
        self._places = places
        self._place_names = PlaceNames(places)
        self._organisation_names = OrganisationNames(organisations, places)
        self._nlp = nlp

    def find(self, document: Document) -> tuple[Mention, ...]:
        """All mentions in order, none overlapping (the rule: extractors.entities.merging)."""
        found: list[Mention] = list(self._place_names.find(document))
        learnt = learn_abbreviations(document.text)
        persons = self._persons(document)
        for passage in document.passages:
            text = document.text_of(passage)
            found.extend(_dates(document, passage))
            found.extend(
                _mention(document, passage, named)
                for named in self._organisation_names.find(text, learnt)
            )
            found.extend(self._people(document, passage, persons))
        found.extend(self._tagged(document))
        kept = merge_finds(found)
        rest = self._capitals(document, kept, learnt)
        return tuple(sorted((*kept, *rest), key=lambda m: m.span))

    def _is_known(self, name: str) -> bool:
        best = self._places.lookup(name)[:1]
        return bool(best and best[0].prior >= 0.9) or self._organisation_names.knows(name)

    def _persons(self, document: Document) -> dict[str, str]:
        """Surname → full name of everyone whom the paper introduces."""
        found: dict[str, str] = {}
        for passage in document.passages:
            for person in find_persons(document.text_of(passage), self._is_known):
                known = found.get(person.surname, "")
                if len(person.name) > len(known) and not self._is_known(person.surname):
                    found[person.surname] = person.name
        return found

    def _people(
        self, document: Document, passage: Passage, persons: Mapping[str, str]
    ) -> Iterator[Mention]:
        text = document.text_of(passage)
        for person in (*find_persons(text, self._is_known), *find_surnames(text, persons)):
            full = persons.get(person.surname, person.name)
            yield Mention(
                label="PER",
                evidence=document.evidence(_span(passage, person.start, person.end)),
                entity=person_entity(full),
                score=person.score,
                method="pattern",
                context=mention_context(passage),
            )

    def _tagged(self, document: Document) -> Iterator[Mention]:
        """What a trained pipeline names; a place that no register has is linked to nothing, and
        dates have their patterns."""
        if self._nlp is None:
            return
        texts = [document.text_of(passage) for passage in document.passages]
        for passage, names in zip(document.passages, self._nlp.entities(texts), strict=True):
            for name in names:
                if name.label == "DATE":
                    continue
                start, end = _edges(document.text_of(passage), name)
                evidence = document.evidence(_span(passage, start, end))
                if self._is_described_place(evidence.quote):
                    continue
                yield Mention(
                    label=name.label,
                    evidence=evidence,
                    entity=self._entity(name.label, evidence.quote),
                    score=_UNLINKED if name.label == "PLACE" else name.score,
                    method="model",
                    context=mention_context(passage),
                )

    def _is_described_place(self, name: str) -> bool:
        """ "Poolse Toruń", "Nederlands-Poolse": a country's adjective, then a place that the
        register has, another adjective, or nothing."""
        adjective, _, rest = name.replace("-", " ").partition(" ")
        adjectives = self._places.adjectives()
        plain = not rest or rest.lower() in adjectives or bool(self._places.lookup(rest))
        return adjective.lower() in adjectives and plain

    def _entity(self, label: Label, name: str) -> Entity | None:
        if label == "PLACE":
            return None
        if label == "PER":
            return person_entity(name)
        return self._organisation_names.entity(name, "programme" if label == "PROG" else "other")

    def _capitals(
        self, document: Document, kept: Sequence[Mention], learnt: Mapping[str, str]
    ) -> Iterator[Mention]:
        """Abbreviations in capitals that nothing explains: organisations, by guess."""
        taken = {place for m in kept for place in range(m.span.start, m.span.end)}
        for passage in document.passages:
            for run in capital_runs(document.text_of(passage)):
                for at, word in run.words():
                    start = passage.start + run.start + at
                    bare = word.strip(".,;:")
                    if start in taken or bare in learnt or not _is_abbreviation(bare):
                        continue
                    yield Mention(
                        label="ORG",
                        evidence=document.evidence(Span(start, start + len(bare))),
                        entity=Entity(id=f"name:{slug(bare)}", name=bare, kind="other"),
                        score=_GUESS,
                        method="pattern",
                        context=mention_context(passage),
                    )


def _edges(text: str, name: TaggedName) -> tuple[int, int]:
    """A tagged name without a person's title, or the abbreviation that "of" (or) gives for it."""
    surface = text[name.start : name.end]
    if name.label == "PER":
        return name.start + title_length(surface), name.end
    other = _OR_ABBREVIATION.search(surface) if name.label == "ORG" else None
    return name.start, name.start + other.start() if other else name.end


def _is_abbreviation(word: str) -> bool:
    shape = re.fullmatch(r"[A-Z][A-Za-z&/-]*[A-Z][A-Za-z]?", word) is not None
    capitals = sum(c.isupper() for c in word)
    return shape and 3 <= capitals <= 6 and capitals >= len(word) - 2 and word not in _ordinary()


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(row["word"] for row in read_rows("capital_words"))


def _span(passage: Passage, start: int, end: int) -> Span:
    return Span(passage.start + start, passage.start + end)


def _mention(document: Document, passage: Passage, named: Named) -> Mention:
    return Mention(
        label=named.label,
        evidence=document.evidence(_span(passage, named.start, named.end)),
        entity=named.entity,
        score=named.score,
        method=named.method,
        context=mention_context(passage),
    )


def _dates(document: Document, passage: Passage) -> Iterator[Mention]:
    text = document.text_of(passage)
    found = find_dates(text, reference=document.published)
    for date in _dated_by_neighbours(text, found):
        yield Mention(
            label="DATE",
            evidence=document.evidence(_span(passage, date.start, date.end)),
            value=date.edtf,
            method="pattern",
            context=mention_context(passage),
        )


def _dated_by_neighbours(text: str, dates: Sequence[FoundDate]) -> Iterator[FoundDate]:
    """A day or month without a year is of the year named last before it, if there is one."""
    year = ""
    for date in dates:
        surface = text[date.start : date.end]
        bare = _OWN_YEAR.search(surface) is None
        if bare and year and len(date.edtf) in (0, 7, 10):
            yield FoundDate(
                start=date.start, end=date.end, edtf=_in_year(surface, year) or date.edtf
            )
            continue
        if re.fullmatch(r"\d{4}(-\d\d){0,2}", date.edtf):
            year = date.edtf[:4]
        yield date


def _in_year(surface: str, year: str) -> str:
    found = find_dates(surface if surface[0].isdigit() else f"in {surface}", reference=year)
    return found[0].edtf if found else ""
