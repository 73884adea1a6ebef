"""Facts as rows of text cells, in the columns of their tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from corpus.records import (
    Actor,
    ActorRelation,
    Citation,
    Entity,
    Event,
    Evidence,
    Fact,
    Figure,
    Interest,
    Period,
    Tie,
)
from corpus.records.dates import split_date
from outputs.columns import WITHOUT_EVIDENCE
from outputs.merge import FACT_TABLES, Dataset, Record

Row = dict[str, str]


def fact_rows(dataset: Dataset, table: str) -> Iterator[Row]:
    """The rows of a table of facts, each with its best evidence."""
    for record in dataset.facts[table]:
        yield record_row(record)


def record_row(record: Record) -> Row:
    """One fact as its table's row."""
    cells = _CELLS[record.fact.table](record.fact)
    if record.fact.table in WITHOUT_EVIDENCE:
        return {"record_id": record.id, **cells}
    return {"record_id": record.id, **cells, **evidence_cells(record.evidences[0])}


def evidence_rows(dataset: Dataset) -> Iterator[Row]:
    """Every piece of evidence of every fact, by table and record."""
    for table in FACT_TABLES:
        for record in dataset.facts[table]:
            for evidence in record.evidences:
                yield {"record_id": record.id, **evidence_cells(evidence)}


def evidence_cells(evidence: Evidence) -> Row:
    """The columns that say where a quote stands."""
    return {
        "doc": evidence.doc,
        "page": str(evidence.page or ""),
        "start": str(evidence.start),
        "end": str(evidence.end),
        "quote": evidence.quote,
    }


def number(value: float) -> str:
    """A score or probability, three figures behind the point at most."""
    return f"{value:.3f}".rstrip("0").rstrip(".") or "0"


def joined(names: Iterable[str]) -> str:
    """A list cell; a name that holds the separator loses it."""
    return ";".join(name.replace(";", ",") for name in names)


def _names(entities: Iterable[Entity]) -> str:
    return joined(entity.name for entity in entities)


def _tie(fact: Fact) -> Row:
    assert isinstance(fact, Tie)
    return {
        "nl_name": fact.nl.name,
        "nl_kind": fact.nl.kind,
        "nl_province": fact.nl.province if fact.nl.kind == "gemeente" else fact.nl.name,
        "foreign_name": fact.foreign.name,
        "foreign_kind": fact.foreign.kind,
        "foreign_country": fact.foreign.country,
        "formed": fact.formed,
        "formalised": fact.formalised,
        "ended": fact.ended,
        "status": fact.status,
        "confidence": number(fact.confidence),
    }


def _event(fact: Fact) -> Row:
    assert isinstance(fact, Event)
    year, month, day = split_date(fact.when)
    return {
        "year": year,
        "month": month,
        "day": day,
        "type": fact.type,
        "nl_parties": _names(fact.nl_parties),
        "foreign_parties": _names(fact.foreign_parties),
        "other_parties": _names(fact.other_parties),
        "themes": joined(fact.themes),
        "what": fact.what,
        "confidence": number(fact.confidence),
    }


def _interest(fact: Fact) -> Row:
    assert isinstance(fact, Interest)
    return {
        "nl_name": fact.nl.name,
        "period": fact.period,
        "foreign_name": _names(fact.foreign),
        "theme": fact.theme,
        "score": number(fact.confidence),
    }


def _actor(fact: Fact) -> Row:
    assert isinstance(fact, Actor)
    return {
        "name": fact.entity.name,
        "abbreviation": fact.entity.abbreviation,
        "name_other": joined(fact.entity.other_names),
        "kind": fact.entity.kind,
        "country": fact.entity.country,
        "mentions": str(fact.mentions),
    }


def _relation(fact: Fact) -> Row:
    assert isinstance(fact, ActorRelation)
    return {
        "subject": fact.subject.name,
        "relation": fact.relation,
        "object": fact.object.name,
    }


def _citation(fact: Fact) -> Row:
    assert isinstance(fact, Citation)
    names = ("number", "authors", "title", "publisher", "date", "url", "kind")
    return {name: getattr(fact, name) for name in names}


def _figure(fact: Fact) -> Row:
    assert isinstance(fact, Figure)
    return {"what": fact.what, "value": fact.value, "unit": fact.unit}


def _period(fact: Fact) -> Row:
    assert isinstance(fact, Period)
    return {name: getattr(fact, name) for name in ("start", "end", "leader", "label")}


_CELLS: dict[str, Callable[[Fact], Row]] = {
    Tie.table: _tie,
    Event.table: _event,
    Interest.table: _interest,
    Actor.table: _actor,
    ActorRelation.table: _relation,
    Citation.table: _citation,
    Figure.table: _figure,
    Period.table: _period,
}
