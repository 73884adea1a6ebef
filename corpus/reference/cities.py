"""Foreign cities: 83,000 places of GeoNames under the names that Dutch papers may give them."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus.records import Entity
from corpus.reference.tables import read_rows

_INHABITANTS_SURE = 2_000_000  # a foreign city of this size needs no context
_COMMA_BELOW = str.maketrans("şţŞŢ", "șțȘȚ")  # GeoNames writes Romanian with cedillas
_BARRED = str.maketrans("łŁđĐıøØ", "lLdDioO")  # letters that Unicode does not take apart
_WESTERN = frozenset("áéíóúàèìòùâêîôûäëïöüãõñçåÁÉÍÓÚÀÈÂÊÎÔÛÄËÏÖÜÇÅ")


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """A row of the table; made an entity when it is asked for."""

    geonameid: str
    name: str
    country: str
    population: int
    position: tuple[float, float]  # latitude and longitude in degrees

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
        return round(0.2 + 0.65 * min(size / (math.log10(_INHABITANTS_SURE) - 3), 1.0), 3)


def read_cities() -> tuple[dict[str, list[City]], dict[str, City]]:
    """The cities by each of their names, and by id."""
    own = {row["country"] for row in read_rows("places_by_pinyin")}
    dutch = {row["geoname"]: _list(row["dutch"]) for row in read_rows("exonyms")}
    largest = _largest(dutch)
    by_name: dict[str, list[City]] = {}
    by_id: dict[str, City] = {}
    for row in read_rows("foreign_cities"):
        names = dutch.get(row["name"], []) if largest.get(row["name"]) == row["geonameid"] else []
        keep = row["country"] in own or not names
        shorter = [a for a in _list(row["alternates"]) if row["name"].startswith(a)]
        city = City(
            geonameid=row["geonameid"],
            name=min((*shorter, row["name"]), key=len) if keep else names[0],
            country=row["country"],
            population=int(row["population"]),
            position=(float(row["lat"]), float(row["lon"])),
        )
        by_id[city.id] = city
        for name in _spellings((row["name"], *names, *_list(row["alternates"]))):
            by_name.setdefault(name, []).append(city)
    return by_name, by_id


def _list(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def _spellings(names: Sequence[str]) -> Iterable[str]:
    """Names as Dutch papers may write them: with hyphens, without marks that a typist lacks."""
    found = dict.fromkeys(names)
    for name in names:
        if " " in name:
            found[name.replace(" ", "-")] = None
        if not name.isascii():
            found[name.translate(_COMMA_BELOW)] = None
            found[_unmarked(name)] = None
    return found


def _unmarked(name: str) -> str:
    """ "Wroclaw" for "Wrocław"; marks of Western languages stay: our typists have é, ö and ç."""
    return "".join(
        c if c in _WESTERN else unicodedata.normalize("NFKD", c)[0] for c in name.translate(_BARRED)
    )


def _largest(names: Mapping[str, object]) -> dict[str, str]:
    """The geonameid of the largest city of each of `names`: it owns the Dutch name."""
    best: dict[str, tuple[int, str]] = {}
    for row in read_rows("foreign_cities"):
        if row["name"] in names:
            size = (int(row["population"]), row["geonameid"])
            best[row["name"]] = max(best.get(row["name"], (0, "")), size)
    return {name: geonameid for name, (_, geonameid) in best.items()}
