"""JSON lines: one file a table, numbers as numbers, empty cells left out."""

from __future__ import annotations

import json
from pathlib import Path

from outputs.columns import TABLES
from outputs.export.values import typed_rows
from outputs.files import write_whole
from outputs.merge import Dataset


def write_jsonl(dataset: Dataset, folder: Path) -> tuple[Path, ...]:
    """One `.jsonl` for each table."""
    written = []
    for table in TABLES:
        lines = (
            json.dumps({k: v for k, v in row.items() if v is not None}, ensure_ascii=False)
            for row in typed_rows(dataset, table)
        )
        path = folder / f"{table}.jsonl"
        write_whole(path, "".join(f"{line}\n" for line in lines).encode())
        written.append(path)
    return tuple(written)
