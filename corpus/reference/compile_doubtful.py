"""Makes `data/doubtful_places.csv`: small foreign places called as a Dutch word or a person.

Run it after `compile_places` and `compile_regions`, with the packages wordfreq and Faker on the
path: `python -m corpus.reference.compile_doubtful`. What is written by hand in
`ambiguous_places.csv` goes before it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from importlib import import_module

from corpus.reference.places import Places, load_places
from corpus.reference.tables import DATA, read_rows

_COMMON = 3.3  # Zipf frequency: twice in a million words
_WELL_KNOWN = 0.5  # a place of this prior goes before a word, and
_KNOWN_BY_NAME = 0.6  # before a person
_NEIGHBOURS = 0.4  # so do towns of Belgium: they are common words because of the towns
_PEOPLE = ("nl_NL", "nl_BE", "de_DE", "en_GB", "en_US", "fr_FR", "tr_TR", "pl_PL", "es_ES", "it_IT")
_LISTS = ("first_names", "first_names_male", "first_names_female", "last_names")


def compile_doubtful() -> int:
    """Writes the table; its number of rows."""
    places = load_places()
    known = {row["name"] for row in read_rows("ambiguous_places")}
    words = {name for name in _words() if _is_small(places, name, _WELL_KNOWN)}
    people = {name for name in _people() if _is_small(places, name, _KNOWN_BY_NAME)} - words
    rows = [(n, "word") for n in sorted(words - known)]
    rows += [(n, "person") for n in sorted(people - known)]
    with (DATA / "doubtful_places.csv").open("w", encoding="utf-8", newline="") as file:
        file.write(
            "# Names of small foreign places that are common Dutch words (wordfreq by R. Speer,\n"
            "# CC BY-SA 4.0) or names of persons (Faker, MIT): made by corpus/reference/\n"
            "# compile_doubtful.py. They count only where the context says place.\n"
        )
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("name", "reason"))
        writer.writerows(rows)
    return len(rows)


def _words() -> Iterator[str]:
    wordfreq = import_module("wordfreq")
    for word in wordfreq.iter_wordlist("nl", wordlist="large"):
        if wordfreq.zipf_frequency(word, "nl", wordlist="large") < _COMMON:
            return
        if len(word) >= 3 and word.isalpha():
            yield word[0].upper() + word[1:]


def _people() -> Iterator[str]:
    for language in _PEOPLE:
        provider = import_module(f"faker.providers.person.{language}").Provider
        for names in _LISTS:
            yield from getattr(provider, names, ())


def _is_small(places: Places, name: str, least: float) -> bool:
    best = places.lookup(name)[:1]
    if not best or best[0].entity.country in ("", "NL"):
        return False
    return best[0].prior < (_NEIGHBOURS if best[0].entity.country == "BE" else least)


if __name__ == "__main__":
    print(compile_doubtful())  # noqa: T201 - a script's answer
