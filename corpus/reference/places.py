"""The register of places: Dutch governments, countries, areas, foreign regions and cities.

A name may stand for several places; the register says which, with how likely each is before any
context is seen. What the context makes of it is decided in `extractors.entities`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Literal

from corpus.records import Entity
from corpus.records.text import slug
from corpus.reference.cities import Cities, read_cities
from corpus.reference.spellings import key, spellings, straight
from corpus.reference.tables import read_rows

NameKind = Literal["official", "alias", "former", "adjective", "exonym"]
# Before context: a council paper's Rotterdam is the Dutch one, its Groningen the municipality.
_PRIOR = {"land": 0.99, "gemeente": 0.95, "gebied": 0.9, "provincie": 0.9}
_PROVINCE_OF_SAME_NAME = 0.35
_FORMER = 0.6
_ADJECTIVE = 0.9
_LESS_KNOWN = 0.5  # a part of a country that only the ISO list has
_SHARED_NAME = 0.3  # a region called as another place that is likelier
_CITY_OF_NOTE = 100_000  # inhabitants from which a city goes before the region of its name
_NAMED_AFTER_CITY = 0.25  # a name alone is the city's: "Arezzo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place that a name may stand for; `prior` in 0..1 is not a share among candidates."""

    entity: Entity
    prior: float
    kind: NameKind = "official"


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryWords:
    """What papers call countries by, with the ISO code: names by code, adjectives, signs."""

    names: Mapping[str, str]  # code → Dutch name
    adjectives: Mapping[str, str]  # in lower case → code
    signs: Mapping[str, str]  # "D" → code


class Places:
    """Look-up by name and by id. Make it with `load_places`."""

    def __init__(
        self,
        candidates: Mapping[str, Sequence[Candidate]],
        cities: Cities,
        *,
        positions: Mapping[str, tuple[float, float]],
        countries: CountryWords,
    ) -> None:
        self._candidates = candidates
        self._cities = cities
        self._positions = positions
        self._countries = countries
        self._looked_up = lru_cache(maxsize=10_000)(self._look_up)
        self._spelled: dict[str, list[str]] = {}
        for name in candidates:
            self._spelled.setdefault(key(name), []).append(name)
        self._by_id = {c.entity.id: c.entity for several in candidates.values() for c in several}

    def lookup(self, name: str) -> tuple[Candidate, ...]:
        """Every place that `name` may stand for, the likeliest first; none for an unknown name.

        >>> [c.entity.id for c in load_places().lookup("Groningen")][:2]
        ['cbs:GM0014', 'cbs:PV20']
        """
        return self._looked_up(straight(name))

    def _look_up(self, name: str) -> tuple[Candidate, ...]:
        found = [*self._candidates.get(name, ())]
        taken = {c.entity.id for c in found}
        for same in self._spelled.get(key(name), ()):
            if same != name and name in spellings(same):
                found += [c for c in self._candidates[same] if c.entity.id not in taken]
        taken = {c.entity.id for c in found}
        found += [
            Candidate(entity=city.entity, prior=prior)
            for city, prior in self._cities.named(name)
            if city.id not in taken
        ]
        return tuple(sorted(found, key=lambda c: (-c.prior, c.entity.id)))

    def written(self, surface: str, *, shouted: bool = False) -> str:
        """The name that a stretch of text writes, as the register has it; "" where it is none.

        `shouted`: the text is set in capitals, so that case tells nothing.

        >>> load_places().written("WÜRZBURG", shouted=True)
        'Würzburg'
        """
        surface = straight(surface)
        folded = key(surface)
        names: list[str] = [*self._spelled.get(folded, ()), *self._cities.names(folded)]
        for name in names:
            if surface in spellings(name):
                return surface
            if shouted and any(surface == s.upper() for s in spellings(name)):
                return name
        return ""

    def get(self, entity_id: str) -> Entity | None:
        """The place with this id, if the register has it."""
        city = self._cities.get(entity_id)
        return city.entity if city else self._by_id.get(entity_id)

    def dutch(self) -> tuple[Entity, ...]:
        """The Dutch municipalities and provinces of today and before, by id."""
        found = {
            c.entity.id: c.entity
            for several in self._candidates.values()
            for c in several
            if c.entity.is_dutch_government
        }
        return tuple(found[key] for key in sorted(found))

    def position(self, entity_id: str) -> tuple[float, float] | None:
        """Latitude and longitude in degrees, where known."""
        city = self._cities.get(entity_id)
        return city.position if city else self._positions.get(entity_id)

    def country_name(self, code: str) -> str:
        """The Dutch name of a country by its ISO code, else the code."""
        return self._countries.names.get(code, code)

    def adjectives(self) -> Mapping[str, str]:
        """Adjectives of countries, inflected or not, in lower case, with the country's code.

        >>> load_places().adjectives()["chinese"]
        'CN'
        """
        return self._countries.adjectives

    def country_of_sign(self, sign: str) -> str:
        """The country's code for the letters that stand for it: "D" and "DE" for DE; else "".

        >>> load_places().country_of_sign("VK")
        'GB'
        """
        return self._countries.signs.get(sign, "")


@cache
def load_places() -> Places:
    """The register from `data/`; raises ReferenceDataError where a table is malformed."""
    index: dict[str, list[Candidate]] = {}
    positions: dict[str, tuple[float, float]] = {}
    for build in (_municipalities, _provinces):
        build(index, positions)
    cities = read_cities()
    for build_named in (_countries, _areas):
        build_named(index)
    _regions(index, cities)
    _dutch_adjectives(index)
    return Places(index, cities, positions=positions, countries=_country_words())


def _country_words() -> CountryWords:
    countries = read_rows("countries")
    return CountryWords(
        names={row["code"]: row["name"] for row in countries},
        adjectives={
            form: row["code"]
            for row in countries
            for adjective in _list(row["adjectives"])
            for form in _forms(adjective.lower())
        },
        signs={
            sign: row["code"] for row in countries for sign in (row["code"], *_list(row["signs"]))
        },
    )


def _forms(adjective: str) -> tuple[str, str]:
    """Uninflected and inflected: Duits, Duitse; Chinees, Chinese."""
    stem = f"{adjective[:-3]}es" if adjective.endswith("ees") else adjective
    return adjective, f"{stem}e"


def _list(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def _add(index: dict[str, list[Candidate]], name: str, candidate: Candidate) -> None:
    known = index.setdefault(name, [])
    if all(c.entity.id != candidate.entity.id for c in known):
        known.append(candidate)


def _municipalities(
    index: dict[str, list[Candidate]], positions: dict[str, tuple[float, float]]
) -> None:
    former: list[tuple[str, Candidate]] = []
    for row in read_rows("municipalities"):
        id_ = f"cbs:{row['code']}"
        place = Entity(
            id=id_,
            name=row["name"],
            kind="gemeente",
            country="NL",
            province=row["province"],
            other_names=tuple(_list(row["aliases"])),
        )
        positions[id_] = (float(row["lat"]), float(row["lon"]))
        _add(index, row["name"], Candidate(entity=place, prior=_PRIOR["gemeente"]))
        for alias in place.other_names:
            _add(index, alias, Candidate(entity=place, prior=_PRIOR["gemeente"], kind="alias"))
        for merged in _list(row["former"]):
            name, _, year = merged.partition(":")
            entity = _former(name, place) if year else place
            positions.setdefault(entity.id, positions[id_])
            candidate = Candidate(entity=entity, prior=_FORMER, kind="former")
            former.extend((spelled, candidate) for spelled in (name, name.partition(" (")[0]))
    for name, candidate in former:  # after all: today's municipality of a name comes first
        _add(index, name, candidate)


def _former(name: str, successor: Entity) -> Entity:
    """A municipality that went up in another: its own self, known by its successor's code."""
    return Entity(
        id=f"{successor.id}~{slug(name)}",
        name=name,
        kind="gemeente",
        country="NL",
        province=successor.province,
    )


def _provinces(
    index: dict[str, list[Candidate]], positions: dict[str, tuple[float, float]]
) -> None:
    for row in read_rows("provinces"):
        names = _list(row["aliases"])
        id_ = f"cbs:{row['code']}"
        place = Entity(
            id=id_, name=row["name"], kind="provincie", country="NL", other_names=tuple(names)
        )
        positions[id_] = (float(row["lat"]), float(row["lon"]))
        for name in (row["name"], *names):
            same = name in index
            prior = _PROVINCE_OF_SAME_NAME if same else _PRIOR["provincie"]
            _add(index, name, Candidate(entity=place, prior=prior))


def _countries(index: dict[str, list[Candidate]]) -> None:
    for row in read_rows("countries"):
        names = _list(row["aliases"])
        place = Entity(
            id=f"iso:{row['code']}",
            name=row["name"],
            kind="land",
            country=row["code"],
            other_names=tuple(names),
        )
        for name in (row["name"], *names):
            _add(index, name, Candidate(entity=place, prior=_PRIOR["land"]))


def _areas(index: dict[str, list[Candidate]]) -> None:
    for row in read_rows("areas"):
        place = Entity(id=f"area:{slug(row['name'])}", name=row["name"], kind="gebied")
        for name in (row["name"], *_list(row["aliases"])):
            _add(index, name, Candidate(entity=place, prior=_PRIOR["gebied"]))


def _regions(index: dict[str, list[Candidate]], cities: Cities) -> None:
    tables = (("foreign_regions", _PRIOR["provincie"]), ("foreign_subdivisions", _LESS_KNOWN))
    for table, known in tables:
        for row in read_rows(table):
            names = _list(row["aliases"])
            place = Entity(
                id=f"region:{row['country']}:{slug(row['name'])}",
                name=row["name"],
                kind=row["kind"],
                country=row["country"],
                other_names=tuple(names),
            )
            for name in (row["name"], *names):
                prior = _SHARED_NAME if name in index else known
                least = 0 if known == _LESS_KNOWN else _CITY_OF_NOTE
                if _is_city_of(cities, name, row["country"], least):
                    prior = _NAMED_AFTER_CITY
                _add(index, name, Candidate(entity=place, prior=prior))


def _is_city_of(cities: Cities, name: str, country: str, least: int) -> bool:
    return any(
        city.country == country and city.population >= least for city, _ in cities.named(name)
    )


def _dutch_adjectives(index: dict[str, list[Candidate]]) -> None:
    named = {row["name"] for row in read_rows("municipal_adjectives")}
    for row in read_rows("municipalities"):
        if row["name"] not in named and row["name"].isalpha():
            ending = "e" if row["name"].endswith("s") else "se"
            candidate = replace(index[row["name"]][0], kind="adjective", prior=_ADJECTIVE)
            _add(index, row["name"] + ending, candidate)
    for row in read_rows("municipal_adjectives"):
        kind, _, bare = (
            row["name"].rpartition(" ")
            if row["name"].startswith("provincie ")
            else ("gemeente", "", row["name"])
        )
        for candidate in index.get(bare, ()):
            if candidate.entity.kind == kind and candidate.entity.country == "NL":
                for adjective in _list(row["adjectives"]):
                    adjectival = Candidate(
                        entity=candidate.entity, prior=_ADJECTIVE, kind="adjective"
                    )
                    _add(index, adjective, adjectival)
