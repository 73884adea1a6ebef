"""Organisations and programmes: of the register, by their form, and abbreviations learnt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from corpus.records import Entity
from corpus.records.mentions import Label
from corpus.records.text import slug
from corpus.reference.organisations import Organisations
from corpus.reference.places import Places
from corpus.reference.tables import read_rows
from extractors.entities.gazetteer import Gazetteer, is_shouted
from extractors.entities.names import Run, capital_runs

_PROGRAMMES = ("programme", "conference")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name in a passage: offsets into it, label, and what it stands for."""

    start: int
    end: int
    label: Label
    entity: Entity
    score: float
    method: str


@dataclass(frozen=True, slots=True)
class _Head:
    position: str
    label: str
    kind: str
    lower: bool


class OrganisationNames:
    """Finds organisations and programmes in a passage's text."""

    def __init__(self, organisations: Organisations, places: Places) -> None:
        self._register: dict[str, Entity] = {}
        for surface, entity in organisations.surfaces():
            self._register.setdefault(surface, entity)
        self._gazetteer = Gazetteer(self._register)
        self._places = places

    def knows(self, name: str) -> bool:
        """Whether the register has this name."""
        return name in self._register

    def find(self, text: str, learnt: Mapping[str, str]) -> Iterator[Named]:
        """Every name by any means; they may overlap. `learnt`: abbreviation → long form."""
        yield from self._of_register(text)
        if is_shouted(text):
            return
        yield from self._learnt(text, learnt)
        for run in capital_runs(text):
            yield from self._by_head(run)
        yield from self._by_adjective(text)
        yield from self._by_lower_head(text)

    def entity(self, name: str, kind: str, *, country: str = "", short: str = "") -> Entity:
        """The register's entity of this name, else one that stands for the name itself."""
        known = self._register.get(name)
        if known:
            return known
        return Entity(
            id=f"name:{slug(name)}", name=name, kind=kind, country=country, abbreviation=short
        )

    def _of_register(self, text: str) -> Iterator[Named]:
        for hit in self._gazetteer.find(text):
            entity = self._register[hit.name]
            label: Label = "PROG" if entity.kind in _PROGRAMMES else "ORG"
            yield Named(
                start=hit.start,
                end=hit.end,
                label=label,
                entity=entity,
                score=0.9,
                method="gazetteer",
            )

    def _learnt(self, text: str, learnt: Mapping[str, str]) -> Iterator[Named]:
        for short, long in learnt.items():
            entity = self._register.get(short) or self._long(long, short)
            label: Label = "PROG" if entity.kind in _PROGRAMMES else "ORG"
            for name in (short, long):
                for match in re.finditer(rf"(?<!\w){re.escape(name)}(?:s)?(?!\w)", text):
                    yield Named(
                        start=match.start(),
                        end=match.end(),
                        label=label,
                        entity=entity,
                        score=0.85,
                        method="learnt",
                    )

    def _long(self, long: str, short: str) -> Entity:
        heads = [head for word in long.split() for head in _heads().get(word, ()) if head.kind]
        entity = self.entity(long, heads[0].kind if heads else "other", short=short)
        return entity if entity.abbreviation else replace(entity, abbreviation=short)

    def _by_head(self, run: Run) -> Iterator[Named]:
        run = _without_starters(run)
        if not run.text:
            return
        for head, name in _headed(run):
            yield Named(
                start=name.start,
                end=name.end,
                label="PROG" if head.label == "PROG" else "ORG",
                entity=self.entity(name.text, head.kind, country=self._country(name.text)),
                score=0.7,
                method="pattern",
            )

    def _by_adjective(self, text: str) -> Iterator[Named]:
        for match in _adjectival().finditer(text):
            adjective = match["adjective"]
            country = self._places.adjectives().get(adjective.lower(), "")
            if not country and not any(
                c.kind == "adjective" for c in self._places.lookup(adjective)
            ):
                continue
            head = next(h for h in _heads()[match["head"]] if h.position == "adjective")
            name = match.group()
            yield Named(
                start=match.start(),
                end=match.end(),
                label="ORG",
                score=0.7,
                method="pattern",
                entity=self.entity(name, head.kind, country=country or "NL"),
            )

    def _by_lower_head(self, text: str) -> Iterator[Named]:
        for match in _lower_headed().finditer(text):
            name = match.group()
            head = _heads()[match["head"]][0]
            yield Named(
                start=match.start(),
                end=match.end(),
                label="ORG",
                score=0.65,
                method="pattern",
                entity=self.entity(name, head.kind, country=self._country(name)),
            )

    def _country(self, name: str) -> str:
        """The country that a name tells of itself: "Bank of China", "Universiteit Wageningen"."""
        for word in name.split():
            if code := self._places.adjectives().get(word.lower()):
                return code
        for run in capital_runs(name):
            for _, word in run.words():
                best = self._places.lookup(word)[:1]
                if best and best[0].prior > 0.7:
                    return best[0].entity.country
        return ""


@cache
def _heads() -> dict[str, tuple[_Head, ...]]:
    found: dict[str, list[_Head]] = {}
    for row in read_rows("organisation_heads"):
        head = _Head(row["position"], row["label"], row["kind"], row["lower"] == "yes")
        found.setdefault(row["word"], []).append(head)
        if head.lower and head.position == "first":
            found.setdefault(row["word"].lower(), []).append(head)
    return {word: tuple(heads) for word, heads in found.items()}


@cache
def _starters() -> frozenset[str]:
    """Words that begin a sentence and no name."""
    return frozenset(row["word"] for row in read_rows("sentence_starters"))


def _words_at(position: str) -> str:
    return "|".join(
        re.escape(word)
        for word, heads in sorted(_heads().items())
        if any(
            head.position == position and (head.label or position != "adjective") for head in heads
        )
    )


@cache
def _adjectival() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?P<adjective>[A-Z][\w-]+) (?P<head>{_words_at('adjective')})(?!\w)"
    )


@cache
def _lower_headed() -> re.Pattern[str]:
    lower = "|".join(
        word
        for word in sorted(_heads())
        if word[0].islower() and any(head.position == "first" for head in _heads()[word])
    )
    name = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,4}"
    return re.compile(rf"(?<!\w)(?P<head>{lower})(?: van| voor)? {name}")


def _without_starters(run: Run) -> Run:
    words = run.words()
    first = 0
    while first < len(words) and words[first][1] in _starters():
        first += 1
    return run.part(words[first][0], len(run.text)) if first < len(words) else run.part(0, 0)


def _headed(run: Run) -> Iterator[tuple[_Head, Run]]:
    """Each name in a run that a head word begins or ends."""
    words = run.words()
    for index, (at, word) in enumerate(words):
        following = f"{word} {words[index + 1][1]}" if index + 1 < len(words) else word
        for text in (following, word):
            for head in _heads().get(text, ()):
                if head.position == "first" and index + 1 < len(words):
                    yield head, _cut(run.part(at, len(run.text)), head)
                elif head.position == "last" and index and text == word:
                    yield head, _after_and(run.part(0, at + len(word)))


def _cut(run: Run, head: _Head) -> Run:
    """A name that begins with a head ends at "en", save for bodies that are called "X en Y"."""
    joined = re.search(r" (?:en|and) ", run.text)
    if joined is None or head.kind in ("ministry", "state_organ"):
        return run
    return run.part(0, joined.start())


def _after_and(run: Run) -> Run:
    joined = run.text.rfind(" en ")
    return run if joined < 0 else run.part(joined + 4, len(run.text))
