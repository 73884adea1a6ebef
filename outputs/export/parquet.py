"""Parquet: one file a table, typed columns."""

from __future__ import annotations

import io
from pathlib import Path

import pyarrow as pa
from pyarrow import parquet

from outputs.columns import TABLES, columns_of
from outputs.export.values import typed_rows
from outputs.files import write_whole
from outputs.merge import Dataset

_TYPES = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64()}


def write_parquet(dataset: Dataset, folder: Path) -> tuple[Path, ...]:
    """One `.parquet` for each table; each column's meaning is in its metadata."""
    written = []
    for table in TABLES:
        schema = pa.schema(
            [
                pa.field(c.name, _TYPES[c.type], metadata={"description": c.meaning})
                for c in columns_of(table)
            ]
        )
        rows = pa.Table.from_pylist(list(typed_rows(dataset, table)), schema=schema)
        buffer = io.BytesIO()
        parquet.write_table(rows, buffer)
        path = folder / f"{table}.parquet"
        write_whole(path, buffer.getvalue())
        written.append(path)
    return tuple(written)
