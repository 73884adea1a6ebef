"""The register of organisations and programmes that council papers on foreign ties name."""

from __future__ import annotations

from collections.abc import Iterator
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
