"""Rows with typed values, for formats that know types."""

from __future__ import annotations

from collections.abc import Iterator

from outputs.columns import columns_of
from outputs.merge import Dataset
from outputs.tables import table_rows

Value = str | int | float | None


def typed_rows(dataset: Dataset, table: str) -> Iterator[dict[str, Value]]:
    """The rows of a table with numbers as numbers and empty cells as None."""
    types = {column.name: column.type for column in columns_of(table)}
    for row in table_rows(dataset, table):
        yield {name: _typed(row[name], kind) for name, kind in types.items()}


def _typed(cell: str, kind: str) -> Value:
    if not cell:
        return None
    if kind == "integer":
        return int(cell)
    return float(cell) if kind == "number" else cell
