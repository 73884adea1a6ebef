"""The tables of the contract as CSV, the texts, and a data package that describes them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from outputs.columns import TABLES, columns_of
from outputs.drift import drift_rows
from outputs.files import write_whole
from outputs.merge import Dataset
from outputs.paper_rows import document_rows, mention_rows, notice_rows, passage_rows
from outputs.rows import Row, evidence_rows, fact_rows


def table_rows(dataset: Dataset, table: str) -> Iterator[Row]:
    """The rows of one table as text cells, in the table's order."""
    papers = {
        "documents": document_rows,
        "passages": passage_rows,
        "mentions": mention_rows,
        "notices": notice_rows,
        "evidence": evidence_rows,
    }
    if table in papers:
        return papers[table](dataset)
    if table == "drift":
        return iter(drift_rows(dataset))
    return fact_rows(dataset, table)


def write_tables(dataset: Dataset, folder: Path) -> tuple[Path, ...]:
    """Writes every table, `texts.jsonl` and `datapackage.json`; the same data, the same bytes.

    Raises StoreError where the folder cannot be written.
    """
    written: list[Path] = []
    resources = []
    for table in TABLES:
        data = as_csv(table, table_rows(dataset, table))
        path = folder / f"{table}.csv"
        write_whole(path, data)
        written.append(path)
        resources.append(_resource(table, data))
    texts = folder / "texts.jsonl"
    write_whole(texts, _texts(dataset))
    package = folder / "datapackage.json"
    write_whole(package, data_package(resources))
    return (*written, texts, package)


def as_csv(table: str, rows: Iterator[Row]) -> bytes:
    """RFC 4180: header, comma, quotes where needed."""
    names = [column.name for column in columns_of(table)]
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, names, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return buffer.getvalue().encode()


def _texts(dataset: Dataset) -> bytes:
    lines = (
        json.dumps({"doc": a.document.name, "text": a.document.text}, ensure_ascii=False)
        for a in dataset.analyses
    )
    return "".join(f"{line}\n" for line in lines).encode()


def _resource(table: str, data: bytes) -> dict[str, object]:
    fields = [
        {"name": column.name, "type": column.type, "description": column.meaning}
        for column in columns_of(table)
    ]
    return {
        "name": table.replace("_", "-"),
        "path": f"{table}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{sha256(data).hexdigest()}",
        # Years may be ranges and dates EDTF: texts to a program that reads the table.
        "schema": {"fields": fields, "primaryKey": [] if table == "evidence" else ["record_id"]},
    }


def data_package(resources: Sequence[Mapping[str, object]]) -> bytes:
    """A Frictionless Data Package that describes the tables beside it."""
    package = {
        "profile": "tabular-data-package",
        "name": "stedenband",
        "title": "Ties between Dutch and foreign governments, from council papers",
        "resources": list(resources),
    }
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode()
