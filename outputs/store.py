"""The store: analyses of papers, versions of the dataset, reviews. The only SQL of the house.

Any address that SQLAlchemy takes will do; a path is a SQLite file. Each paper is saved in its own
transaction: a run that is killed leaves every paper whole or absent.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Column,
    Engine,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    create_engine,
    delete,
    func,
    insert,
    select,
)
from sqlalchemy.exc import SQLAlchemyError

from corpus.errors import StoreError
from corpus.records import Analysis
from corpus.records.codec import from_json, to_json
from outputs.merge import Dataset
from outputs.reviews import Review
from outputs.rows import evidence_cells, record_row

SCHEMA = "1"

_META = MetaData()
_SETTINGS = Table(
    "settings", _META, Column("name", String, primary_key=True), Column("value", Text)
)
_PAPERS = Table(
    "papers",
    _META,
    Column("name", String, primary_key=True),
    Column("sha256", String, nullable=False),
    Column("fingerprint", String, nullable=False),
    Column("status", String, nullable=False),
    Column("analysis", Text, nullable=False),  # JSON, corpus.records.codec
)
_VERSIONS = Table(
    "versions",
    _META,
    Column("number", Integer, primary_key=True),
    Column("created_at", String, nullable=False),
    Column("added", Integer, nullable=False),
    Column("changed", Integer, nullable=False),
    Column("removed", Integer, nullable=False),
)
_RECORDS = Table(
    "records",
    _META,
    Column("record_id", String, primary_key=True),
    Column("table", String, nullable=False),
    Column("row", Text, nullable=False),  # JSON: the table's row
    Column("evidence", Text, nullable=False),  # JSON: every piece of evidence
)
_CHANGES = Table(
    "changes",
    _META,
    Column("version", Integer, primary_key=True),
    Column("record_id", String, primary_key=True),
    Column("change", String, nullable=False),  # added, changed, removed
)
_REVIEWS = Table(
    "reviews",
    _META,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("review", Text, nullable=False),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionChange:
    """A version of the dataset, and how many records differ from the one before."""

    number: int
    added: int = 0
    changed: int = 0
    removed: int = 0


class Store:
    """An open store. Get it with `open_store`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def is_empty(self) -> bool:
        """Whether no paper was ever kept."""
        with self._engine.connect() as connection:
            return connection.execute(select(_PAPERS.c.name).limit(1)).first() is None

    def known(self, sha256: str, name: str, fingerprint: str) -> bool:
        """Whether this paper was read, by the same pipeline, without failing."""
        query = select(_PAPERS.c.name).where(
            _PAPERS.c.name == name,
            _PAPERS.c.sha256 == sha256,
            _PAPERS.c.fingerprint == fingerprint,
            _PAPERS.c.status != "failed",
        )
        with self._engine.connect() as connection:
            return connection.execute(query).first() is not None

    def save(self, analysis: Analysis) -> None:
        """Keeps an analysis, in place of an earlier one of the same name.

        A paper that fails where an earlier version was read does not cost what was read.
        """
        document = analysis.document
        with self._engine.begin() as connection:
            was = connection.execute(
                select(_PAPERS.c.status).where(_PAPERS.c.name == document.name)
            ).scalar()
            if analysis.status == "failed" and was in ("ok", "partly"):
                return
            connection.execute(delete(_PAPERS).where(_PAPERS.c.name == document.name))
            connection.execute(
                insert(_PAPERS).values(
                    name=document.name,
                    sha256=document.id,
                    fingerprint=analysis.fingerprint,
                    status=analysis.status,
                    analysis=to_json(analysis),
                )
            )

    def analyses(self) -> Iterator[Analysis]:
        """Every analysis that is kept, by name of paper."""
        query = select(_PAPERS.c.analysis).order_by(_PAPERS.c.name)
        with self._engine.connect() as connection:
            for (line,) in connection.execute(query):
                yield from_json(Analysis, line)

    def write_version(self, dataset: Dataset, *, created_at: str) -> VersionChange:
        """Makes this dataset the newest version; the number stays where nothing changed."""
        rows = {
            record.id: (table, json.dumps(record_row(record)), _evidence(record.evidences))
            for table, records in dataset.facts.items()
            for record in records
        }
        with self._engine.begin() as connection:
            known = {
                r.record_id: (r.table, r.row, r.evidence)
                for r in connection.execute(select(_RECORDS))
            }
            number = connection.execute(select(func.max(_VERSIONS.c.number))).scalar() or 0
            kinds = dict.fromkeys(rows.keys() - known.keys(), "added")
            kinds |= dict.fromkeys(known.keys() - rows.keys(), "removed")
            kinds |= {i: "changed" for i in rows.keys() & known.keys() if rows[i] != known[i]}
            if not kinds and number:
                return VersionChange(number=number)
            said = list(kinds.values())
            change = VersionChange(
                number=number + 1,
                added=said.count("added"),
                changed=said.count("changed"),
                removed=said.count("removed"),
            )
            connection.execute(
                insert(_VERSIONS).values(
                    number=change.number,
                    created_at=created_at,
                    added=change.added,
                    changed=change.changed,
                    removed=change.removed,
                )
            )
            connection.execute(delete(_RECORDS))
            _insert_all(
                connection,
                _RECORDS,
                [
                    {"record_id": i, "table": t, "row": row, "evidence": evidence}
                    for i, (t, row, evidence) in sorted(rows.items())
                ],
            )
            _insert_all(
                connection,
                _CHANGES,
                [
                    {"version": change.number, "record_id": i, "change": kind}
                    for i, kind in sorted(kinds.items())
                ],
            )
        return change

    def find(self, record_id: str) -> dict[str, Any]:
        """A record's row with `table` and all `evidence`, by its id or the start of it.

        Raises StoreError where none, or more than one, begins so.
        """
        query = (
            select(_RECORDS)
            .where(_RECORDS.c.record_id.startswith(record_id, autoescape=True))
            .order_by(_RECORDS.c.record_id)
            .limit(3)
        )
        with self._engine.connect() as connection:
            found = list(connection.execute(query))
        exact = [row for row in found if row.record_id == record_id] or found
        if len(exact) != 1:
            reason = "more than one record begins so" if found else "there is no such record"
            raise StoreError(record_id, reason, "Ids stand in the first column of the tables.")
        row = exact[0]
        return {
            "table": row.table,
            **json.loads(row.row),
            "evidence": json.loads(row.evidence),
        }

    def add_review(self, review: Review) -> None:
        """Keeps an analyst's decision."""
        with self._engine.begin() as connection:
            connection.execute(insert(_REVIEWS).values(review=to_json(review)))

    def reviews(self) -> tuple[Review, ...]:
        """Every decision, in the order they were made."""
        with self._engine.connect() as connection:
            query = select(_REVIEWS.c.review).order_by(_REVIEWS.c.id)
            return tuple(from_json(Review, line) for (line,) in connection.execute(query))


@contextmanager
def open_store(address: str | Path) -> Iterator[Store]:
    """The store at a path or address, made where it is not there.

    Raises StoreError where it cannot be opened, is no store, or is one of another schema.
    """
    said = str(address)
    url = said if "://" in said else f"sqlite:///{Path(said).resolve()}"
    engine = create_engine(url)
    try:
        _prepare(engine, said)
        yield Store(engine)
    except SQLAlchemyError as error:
        reason = str(getattr(error, "orig", None) or error).splitlines()[0]
        raise StoreError(
            said, f"cannot be used as store ({reason})", "Name another --out, or mend the file."
        ) from error
    finally:
        engine.dispose()


def _prepare(engine: Engine, said: str) -> None:
    _META.create_all(engine)
    with engine.begin() as connection:
        query = select(_SETTINGS.c.value).where(_SETTINGS.c.name == "schema")
        schema = connection.execute(query).scalar()
        if schema is None:
            connection.execute(insert(_SETTINGS).values(name="schema", value=SCHEMA))
        elif schema != SCHEMA:
            raise StoreError(
                said,
                f"is of schema {schema}, this version needs {SCHEMA}",
                "Name another --out; the papers are read again.",
            )


def _insert_all(connection: Any, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _evidence(evidences: Any) -> str:
    return json.dumps([evidence_cells(e) for e in evidences])
