"""Makes `data/foreign_subdivisions.csv` from the package pycountry (ISO 3166-2, in Dutch).

Run it when ISO 3166-2 is refreshed: `pip install pycountry` somewhere on the path, then
`python -m corpus.reference.compile_regions`. What is written by hand in `foreign_regions.csv` goes
before it.
"""

from __future__ import annotations

import csv
import gettext
import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from corpus.reference.spellings import dutch_transcription
from corpus.reference.tables import DATA, read_rows

# Second-level or town-sized parts of a country; what ISO calls otherwise counts as a province.
_DISTRICTS = (
    *("district", "county", "borough", "council area", "unitary authority", "municipality"),
    *("department", "commune", "town", "raion", "atoll", "parish", "island", "local council"),
)
_PROVINCE_COUNTRIES = frozenset(("FR", "AR", "CO", "NI", "HN", "GT", "BO"))  # of departments
_LEFT_OUT = re.compile(
    r"city|capital|municipality|london borough|metropolitan district|dependency|outlying|parish"
    r"|arctic|special administrative|overseas territory|free municipal|kingdom|country",
    re.IGNORECASE,
)
_KIND_WORDS = re.compile(
    r"^(?:Respublika|Republic of|Provincia de|Departamento de|Wilaya de) "
    r"|skyi? kraj$|sk[aá]? oblast$"
    r"|s? län$"
    r"| (?:Sheng|Shi|Zizhiqu|kraj|oblast|županija|Province|County|District|Region|maakond"
    r"|apskritis|raj\.?|qu|viloyati?|marz|vilayati)$|-(?:do|teukbyeoljachi-?do|hsien|jachi-?do)$"
)
_BY_HAND = frozenset(("NL", "RU"))  # Russian ones are adjectives: "Tulskaya" for Tula
# A compass point or a word of kind alone names nothing in a Dutch paper.
_EMPTY = re.compile(
    r"(?:North|South|East|West|Centr|Noord|Zuid|Oost|Centr|Midden|Upper|Lower|Nord|Sud|Est|Ouest)"
    r"(?:ern|al|e|aal|rale|ale)?|Central|Centre|Capital|Hoofdstad|Northern|Boven|Beneden|Plateau"
    r"|Plateaux|Littoral|River|Rivers|Delta|Distrito .*|Kust|Bar|Ain|Lot|Mary|Van|Ida|Maria|Para"
)


def compile_regions() -> int:
    """Writes the table; its number of rows."""
    rows = sorted(set(_rows()))
    with (DATA / "foreign_subdivisions.csv").open("w", encoding="utf-8", newline="") as file:
        file.write(
            "# Parts of countries after ISO 3166-2 with their Dutch names, from the package\n"
            "# pycountry (LGPL 2.1; data of Debian's iso-codes): made by\n"
            "# corpus/reference/compile_regions.py.\n"
        )
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("code", "name", "kind", "country", "aliases"))
        writer.writerows(rows)
    return len(rows)


def _rows() -> Iterator[tuple[str, str, str, str, str]]:
    pycountry = import_module("pycountry")
    dutch = gettext.translation("iso3166-2", pycountry.LOCALES_DIR, languages=["nl"]).gettext
    by_hand = {
        (row["country"], name)
        for row in read_rows("foreign_regions")
        for name in (row["name"], *row["aliases"].split(";"))
    }
    for part in pycountry.subdivisions:
        country = part.country_code
        if country in _BY_HAND or (_LEFT_OUT.search(part.type) and country != "GB"):
            continue
        local = _bare_name(part.name, country)
        names = [*(_bare_name(n, country) for n in dutch(part.name).split(";")), local]
        if country in ("UA", "BY"):
            names = [dutch_transcription(n) if n == local else n for n in names]
        names.sort(key=lambda n: country != "KR" or not n.startswith(("Noord-", "Zuid-")))
        kept = list(dict.fromkeys(n for n in names if len(n) > 2 and not _EMPTY.fullmatch(n)))
        if kept and not any((country, name) in by_hand for name in kept):
            yield part.code, kept[0], _kind(part), country, ";".join(kept[1:])


def _bare_name(name: str, country: str) -> str:
    """The name without what kind of part it is: "Hargita", "Leningrad", "Gangwon"."""
    name = re.sub(r" ?[\[(].*", "", name).strip()
    name = name.split(", ")[0] if country != "GB" else name
    short = _KIND_WORDS.sub("", name).strip(" '’")
    return re.sub(r"['’`]", "", short) if country in ("UA", "BY") else short


def _kind(part: Any) -> str:
    second = part.type.lower().endswith(_DISTRICTS) or bool(part.parent_code)
    return "district" if second and part.country_code not in _PROVINCE_COUNTRIES else "provincie"


if __name__ == "__main__":
    print(compile_regions())  # noqa: T201 - a script's answer
