"""The lists of names that the pipeline's embedding knows: Alpino's, and the project's registers.

Alpino's lists (G. van Noord and others, LGPL 2.1) hold persons, places, organisations and other
names as Dutch newspapers and Wikipedia write them; see docs of `../shared/data` or
https://github.com/rug-compling/alpino.
"""

from __future__ import annotations

import html
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np

from corpus.reference.tables import read_rows
from models.name_features import FIRST, LAST, ORGANISATION, OTHER, PERSON, PLACE, name_key

ALPINO = {"per": PERSON, "geo": PLACE, "org": ORGANISATION, "misc": OTHER}
_NAME = re.compile(r"^['’]?[^\W_].{1,58}$")
# A first name or surname is one that so many listed people have.
_COMMON_FIRST, _COMMON_LAST = 4, 2


def read_alpino(folder: Path) -> dict[str, frozenset[str]]:
    """The names of each list of Alpino, cleaned of quotes and HTML."""
    return {
        kind: frozenset(_clean((folder / kind).read_text(encoding="utf-8").splitlines()))
        for kind in ALPINO
    }


def _clean(lines: Iterable[str]) -> Iterable[str]:
    for line in lines:
        name = re.sub(r"\s+", " ", html.unescape(line)).strip(' "“”')
        if _NAME.match(name) and any(c.isupper() for c in name) and "(" not in name:
            yield name


def name_bits(alpino: Mapping[str, frozenset[str]]) -> dict[str, int]:
    """Each name with the lists that it stands in, as bits of models.name_features."""
    bits: defaultdict[str, int] = defaultdict(int)
    for kind, names in alpino.items():
        for name in names:
            bits[name] |= ALPINO[kind]
    firsts, lasts = person_parts(alpino["per"])
    for name in firsts | {row["name"] for row in read_rows("first_names")}:
        bits[name] |= FIRST
    for name in lasts:
        bits[name] |= LAST
    for table in ("municipalities", "provinces", "foreign_cities", "foreign_regions"):
        for row in read_rows(table):
            bits[row["name"]] |= PLACE
    for row in read_rows("organisations"):
        bits[row["name"]] |= ORGANISATION
    return dict(bits)


def person_parts(people: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    """First names and surnames that several of `people` have."""
    firsts: Counter[str] = Counter()
    lasts: Counter[str] = Counter()
    for name in people:
        words = name.split()
        if len(words) >= 2:
            firsts[words[0]] += 1
            lasts[words[-1]] += 1
    return (
        frozenset(n for n, count in firsts.items() if count >= _COMMON_FIRST and n[:1].isupper()),
        frozenset(n for n, count in lasts.items() if count >= _COMMON_LAST and n[:1].isupper()),
    )


def write_name_lists(alpino: Mapping[str, frozenset[str]], path: Path) -> Path:
    """The lists as sorted hashes with their bits: what `build_name_embed` reads."""
    bits = name_bits(alpino)
    hashed: defaultdict[int, int] = defaultdict(int)
    for name, said in bits.items():
        hashed[name_key(name)] |= said
    keys = np.array(sorted(hashed), dtype="uint64")
    values = np.array([hashed[int(key)] for key in keys], dtype="uint8")
    np.savez_compressed(path, keys=keys, bits=values)
    return path
