"""The outline of the Netherlands and its neighbours, for maps."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from corpus.errors import ReferenceDataError
from corpus.reference.tables import DATA

Ring = tuple[tuple[float, float], ...]  # longitude, latitude in degrees


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """Closed rings; those of the neighbours are cut off at the map's edge."""

    netherlands: tuple[Ring, ...]
    neighbours: tuple[Ring, ...]
    source: str


@cache
def load_outline() -> Outline:
    """The outline of `data/netherlands_outline.json`.

    Raises ReferenceDataError where the file is not as it should be.
    """
    path = DATA / "netherlands_outline.json"
    try:
        plain = json.loads(path.read_text(encoding="utf-8"))
        rings = {
            name: tuple(tuple((float(x), float(y)) for x, y in ring) for ring in plain[name])
            for name in ("netherlands", "neighbours")
        }
        return Outline(**rings, source=plain["source"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ReferenceDataError(str(path), str(error)) from error
