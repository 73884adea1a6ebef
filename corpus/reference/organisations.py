"""The register of organisations and programmes that council papers on foreign ties name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from corpus.errors import ReferenceDataError
from corpus.records import Entity
from corpus.records.text import slug
from corpus.reference.tables import read_rows

KINDS = frozenset(
    (
        *("state_organ", "party_organ", "front_organisation", "ministry", "local_government"),
        *("embassy", "association", "development_agency", "company", "bank", "port"),
        *("knowledge_institution", "hospital", "media", "programme", "conference", "other"),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """What a common noun says of the organisation it names."""

    word: str  # the noun itself: `school` in "zeevaartschool"
    kind: str  # of the closed list; `none` = no organisation of its own
    language: str  # BCP 47
    is_compound: bool  # more in front of it: "zeevaartschool" says which school, "school" does not


class Organisations:
    """Look-up by any name. Make it with `load_organisations`."""

    def __init__(self, entities: tuple[Entity, ...]) -> None:
        self._by_name: dict[str, list[Entity]] = {}
        for entity in entities:
            for name in (entity.name, entity.abbreviation, *entity.other_names):
                if name:
                    self._by_name.setdefault(name, []).append(entity)

    def lookup(self, name: str) -> tuple[Entity, ...]:
        """Every organisation of that name or abbreviation.

        >>> [e.name for e in load_organisations().lookup("VNG")]
        ['Vereniging van Nederlandse Gemeenten']
        """
        return tuple(self._by_name.get(name, ()))

    def surfaces(self) -> Iterator[tuple[str, Entity]]:
        """Every name with what it stands for; the register's first where there are several."""
        for name, entities in self._by_name.items():
            yield name, entities[0]


@cache
def load_organisations() -> Organisations:
    """The register from `data/organisations.csv`.

    Raises ReferenceDataError for a kind that is not in the closed list.
    """
    return Organisations(tuple(_entity(row) for row in read_rows("organisations")))


def find_noun(word: str) -> Noun | None:
    """What kind of organisation a word names, or None where it names none.

    >>> noun = find_noun("Zeevaartschool")
    >>> (noun.word, noun.kind, noun.is_compound)
    ('school', 'knowledge_institution', True)
    """
    lower = word.casefold()
    nouns = _nouns()
    if row := nouns.get(("word", "nl", lower)):
        return _noun(row, is_compound=False)
    for start in range(len(lower) - 2):  # the longest ending first
        ending = lower[start:]
        if row := nouns.get(("compound", "", ending)):
            return _noun(row, is_compound=True)
        if row := nouns.get(("suffix", "", ending)):
            return _noun(row, is_compound=start > 0)
    row = nouns.get(("word", "", lower))
    return _noun(row, is_compound=False) if row else None


@cache
def _nouns() -> Mapping[tuple[str, str, str], dict[str, str]]:
    """Each row by where it may stand, its language where that matters, and the noun."""
    found: dict[tuple[str, str, str], dict[str, str]] = {}
    for row in read_rows("organisation_nouns"):
        language = "nl" if (row["where"], row["language"]) == ("word", "nl") else ""
        found.setdefault((row["where"], language, row["noun"]), row)
    return found


def _noun(row: dict[str, str], *, is_compound: bool) -> Noun:
    return Noun(
        word=row["noun"], kind=row["kind"], language=row["language"], is_compound=is_compound
    )


def _entity(row: dict[str, str]) -> Entity:
    if row["kind"] not in KINDS:
        raise ReferenceDataError(
            "organisations.csv", f"{row['name']}: unknown kind {row['kind']!r}"
        )
    return Entity(
        id=f"org:{slug(row['name'])}",
        name=row["name"],
        kind=row["kind"],
        country=row["country"],
        abbreviation=row["abbreviation"],
        other_names=tuple(part for part in row["other_names"].split(";") if part),
    )
