"""Reads what a run wrote, for tests."""

from __future__ import annotations

import csv
import json
from pathlib import Path


def rows_of(out: Path, table: str) -> list[dict[str, str]]:
    """The rows of a table under an output folder."""
    with (out / "tables" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def texts_of(out: Path) -> dict[str, str]:
    """The text of each paper by name."""
    lines = (out / "tables" / "texts.jsonl").read_text(encoding="utf-8").splitlines()
    return {record["doc"]: record["text"] for record in map(json.loads, lines)}


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file under a folder with its bytes, for comparing two runs."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
