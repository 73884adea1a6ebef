"""Foreign cities: 176,000 places of GeoNames under the names that Dutch papers may give them.

The table is kept as lines of text, and a line is taken apart when its place is asked for: a paper
names a handful of them.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from corpus.records import Entity
from corpus.reference.spellings import key, spellings
from corpus.reference.tables import read_lines, read_rows

_INHABITANTS_SURE = 2_000_000  # a foreign city of this size needs no context
# Countries whose towns are often named after European ones, and have few ties: Oxford, Gloucester.
_NAMED_AFTER = frozenset(("US", "CA", "AU", "NZ", "PH", "MX", "CO", "AR", "VE", "BR", "CL", "PE"))
_AFTER = 0.75
# Written in another script: a paper's own spelling is as good as any, where Dutch has no fixed one.
_OTHER_SCRIPT = frozenset(
    (
        *("RU", "UA", "BY", "BG", "MK", "KZ", "GE", "AM", "KG", "UZ", "TJ", "GR", "IL", "PS", "LB"),
        *("SY", "IQ", "IR", "EG", "JO", "MA", "DZ", "TN", "LY", "SA", "YE", "AF", "PK", "IN", "BD"),
        *("LK", "NP", "MM", "TH", "KH", "LA", "KR", "KP", "JP"),
    )
)
_UNMARKED = 0.95  # of the prior of a name that a paper writes without its marks


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """A row of the table; made an entity when it is asked for."""

    geonameid: str
    name: str  # as Dutch papers do
    country: str
    population: int
    position: tuple[float, float]  # latitude and longitude in degrees
    names: tuple[str, ...]  # all of them, the local one first

    @property
    def id(self) -> str:
        return f"geonames:{self.geonameid}"

    @property
    def entity(self) -> Entity:
        return Entity(id=self.id, name=self.name, kind="stad", country=self.country)

    @property
    def prior(self) -> float:
        """From 0.2 for a village to 0.85 for a metropolis, by the order of its inhabitants."""
        size = math.log10(max(self.population, 1_000)) - 3
        prior = 0.2 + 0.65 * min(size / (math.log10(_INHABITANTS_SURE) - 3), 1.0)
        return round(prior * (_AFTER if self.country in _NAMED_AFTER else 1.0), 3)


class Cities:
    """The cities by their names in any spelling, and by id."""

    def __init__(self, lines: Sequence[str], exonyms: Mapping[str, Sequence[str]]) -> None:
        self._lines = lines
        self._exonyms = exonyms
        self._pinyin = {row["country"] for row in read_rows("places_by_pinyin")}
        self._owners = _largest(lines, exonyms)
        self._index = self._indexed()

    def named(self, name: str) -> Iterator[tuple[City, float]]:
        """The cities that a paper may write so, with how likely each is before any context."""
        for at in self._index.get(key(name), ()):
            city = self._city(at)
            if name in city.names:
                own = city.country in _OTHER_SCRIPT and city.name == city.names[0]
                yield replace(city, name=name) if own else city, city.prior
            elif any(name in spellings(n) for n in city.names):
                yield city, round(city.prior * _UNMARKED, 3)

    def names(self, folded: str) -> Iterator[str]:
        """The names that have this key (`spellings.key`)."""
        for at in self._index.get(folded, ()):
            yield from (name for name in self._city(at).names if key(name) == folded)

    def get(self, city_id: str) -> City | None:
        """The city with this id, if the table has it."""
        at = self._by_id.get(city_id.removeprefix("geonames:"))
        return None if at is None else self._city(at)

    @cached_property
    def _by_id(self) -> dict[str, int]:
        return {line.partition(",")[0]: at for at, line in enumerate(self._lines)}

    def _indexed(self) -> dict[str, tuple[int, ...]]:
        index: dict[str, tuple[int, ...]] = {}
        for at, line in enumerate(self._lines):
            cells = _cells(line)
            names = [cells[1], *cells[6].split(";")] if cells[6] else [cells[1]]
            if self._owners.get(cells[1]) == at:
                names += self._exonyms[cells[1]]
            for folded in {key(name) for name in names}:
                index[folded] = (*index.get(folded, ()), at)
        return index

    def _city(self, at: int) -> City:
        geonameid, name, country, population, lat, lon, others = _cells(self._lines[at])
        alternates = [other for other in others.split(";") if other]
        dutch = self._exonyms[name] if self._owners.get(name) == at else ()
        keep = country in self._pinyin or not dutch
        shorter = [a for a in alternates if name.startswith((f"{a} ", f"{a}-", f"{a}/"))]
        return City(
            geonameid=geonameid,
            name=min((*shorter, name), key=len) if keep else dutch[0],
            country=country,
            population=int(population),
            position=(float(lat), float(lon)),
            names=tuple(dict.fromkeys((name, *dutch, *alternates))),
        )


def read_cities() -> Cities:
    """The cities of `data/foreign_cities.csv` with the Dutch names of `data/exonyms.csv`."""
    exonyms = {
        row["geoname"]: tuple(n.strip() for n in row["dutch"].split(";") if n.strip())
        for row in read_rows("exonyms")
    }
    return Cities(read_lines("foreign_cities"), exonyms)


def _cells(line: str) -> list[str]:
    return next(csv.reader([line])) if '"' in line else line.split(",")


def _largest(lines: Sequence[str], names: Mapping[str, object]) -> dict[str, int]:
    """The row of the largest city of each of `names`: it owns the Dutch name."""
    best: dict[str, tuple[int, int]] = {}
    for at, line in enumerate(lines):
        name = line.split(",", 2)[1]
        if name in names:
            best[name] = max(best.get(name, (-1, -1)), (int(_cells(line)[3]), at))
    return {name: at for name, (_, at) in best.items()}
