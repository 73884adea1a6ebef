"""Political groups where minutes and motions name them: "mevrouw Jansen (VVD)", "de fractie van X",
"Ingediend door: D66, ChristenUnie".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from corpus.reference.tables import read_rows

_NAME = r"[A-Z][\w.'’]*(?:[-/ ](?:voor |van |[A-Z0-9])[\w.'’]*){0,3}"
_SPEAKER = re.compile(
    r"(?:[Hh]eer|[Mm]evrouw|[Mm]evr\.|[Mm]w\.|[Dd]hr\.|[Mm]ejuffrouw|[Ww]ethouder|[Rr]aadslid|[Ss]tatenlid|[Ll]id)"
    rf"[^()\n.;]{{2,40}}\((?P<name>{_NAME})\)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A political group in a text; offsets into it."""

    start: int
    end: int
    name: str  # as registered where it is, else as written
    known: bool
    how: str  # register, speaker, faction


def find_parties(text: str) -> Iterator[Party]:
    """Every political group that `text` names, by the register or by its place."""
    taken: set[int] = set()
    for how, pattern in _patterns():
        for match in pattern.finditer(text):
            start, end = match.span("name")
            if start in taken:
                continue
            taken.update(range(start, end))
            name = match["name"].rstrip(".") if match["name"].count(".") == 1 else match["name"]
            end = start + len(name)
            yield Party(
                start=start,
                end=end,
                name=_register().get(name, name),
                known=how == "register" or name in _register(),
                how=how,
            )


@cache
def _register() -> dict[str, str]:
    """Every way of writing a party → its short name."""
    found: dict[str, str] = {}
    for row in read_rows("parties"):
        for name in (row["name"], row["full"], *row["others"].split(";")):
            if name:
                found[name] = row["name"]
    return found


def party_row(name: str) -> dict[str, str]:
    """The register's row of a party's short name; empty where it has none."""
    return next((row for row in read_rows("parties") if row["name"] == name), {})


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    names = "|".join(re.escape(n) for n in sorted(_register(), key=lambda n: (-len(n), n)))
    whole = rf"(?<![\w./])(?P<name>(?:{names})(?:[-/](?:{names}))*)(?![\w/-])"
    faction = (
        r"(?:[Ff]ractie(?:s)?|[Pp]artij)(?: van| der)?(?: (?:de|het))? "
        rf"(?P<name>{_NAME})"
    )
    return (
        ("speaker", _SPEAKER),
        ("faction", re.compile(faction)),
        ("register", re.compile(whole)),
    )
