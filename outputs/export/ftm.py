"""FollowTheMoney entities as JSON lines: governments, organisations, and the ties between them.

Schemata and properties as in the FollowTheMoney model (followthemoney.tech): governments are
PublicBody, other actors Organization or Company, persons Person; a tie is an UnknownLink with
role, dates and status; a paper is a Document, and each link says which proves it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus.records import Actor, Entity, Event, Tie
from corpus.records.dates import first_year
from corpus.records.ids import hashed_id
from outputs.files import write_whole
from outputs.merge import Dataset

_GOVERNMENTS = ("gemeente", "provincie", "stad", "district", "local_government", "ministry")
_COMPANIES = ("company", "bank", "port")


def write_ftm(dataset: Dataset, folder: Path) -> tuple[Path, ...]:
    """`stedenband.ftm.json`: one entity a line, by id."""
    entities = {entity["id"]: entity for entity in _entities(dataset)}
    lines = (
        json.dumps(entities[id_], ensure_ascii=False, sort_keys=True) for id_ in sorted(entities)
    )
    path = folder / "stedenband.ftm.json"
    write_whole(path, "".join(f"{line}\n" for line in lines).encode())
    return (path,)


def _entities(dataset: Dataset) -> Iterator[dict[str, Any]]:
    for analysis in dataset.analyses:
        document = analysis.document
        yield _made(
            _paper_id(document.name),
            "Document",
            title=document.title or document.name,
            fileName=document.name,
            contentHash=document.id,
            date=document.published,
        )
    for record in dataset.facts[Actor.table]:
        if isinstance(record.fact, Actor):
            yield _party(record.fact.entity)
    for record in dataset.facts[Tie.table]:
        if isinstance(record.fact, Tie):
            yield from _tie(record.id, record.fact)
    for record in dataset.facts[Event.table]:
        if isinstance(record.fact, Event):
            yield from _event(record.id, record.fact)


def _tie(id_: str, tie: Tie) -> Iterator[dict[str, Any]]:
    yield _party(tie.nl)
    yield _party(tie.foreign)
    yield _made(
        id_,
        "UnknownLink",
        subject=_party_id(tie.nl),
        object=_party_id(tie.foreign),
        role="stedenband",
        status=tie.status,
        startDate=_date(tie.formed),
        endDate=_date(tie.ended),
        proof=[_paper_id(e.doc) for e in tie.evidences],
        description=tie.evidences[0].quote,
    )


def _event(id_: str, event: Event) -> Iterator[dict[str, Any]]:
    parties = (*event.nl_parties, *event.foreign_parties, *event.other_parties)
    for party in parties:
        yield _party(party)
    yield _made(
        id_,
        "Event",
        name=event.what,
        summary=event.type,
        date=_date(event.when),
        involved=[_party_id(party) for party in parties],
        proof=[_paper_id(e.doc) for e in event.evidences],
        description=event.evidences[0].quote,
    )


def _party(entity: Entity) -> dict[str, Any]:
    schema = "Organization"
    if entity.kind == "person":
        schema = "Person"
    elif entity.kind in _GOVERNMENTS:
        schema = "PublicBody"
    elif entity.kind in _COMPANIES:
        schema = "Company"
    return _made(
        _party_id(entity),
        schema,
        name=entity.name,
        alias=[*entity.other_names, entity.abbreviation],
        country=entity.country.lower(),
    )


def _made(id_: str, schema: str, **properties: str | list[str]) -> dict[str, Any]:
    """An entity with the properties that have a value; values are lists, as the model wants."""
    values = {
        name: list(dict.fromkeys(v for v in ([value] if isinstance(value, str) else value) if v))
        for name, value in properties.items()
    }
    return {"id": id_, "schema": schema, "properties": {n: v for n, v in values.items() if v}}


def _party_id(entity: Entity) -> str:
    return hashed_id("party", entity.id)


def _paper_id(name: str) -> str:
    return hashed_id("paper", name)


def _date(edtf: str) -> str:
    """The model knows no ranges and no decades: their first year."""
    year = first_year(edtf)
    exact = len(edtf) in (4, 7, 10) and edtf.replace("-", "").isdigit()
    return edtf if exact else str(year or "")
