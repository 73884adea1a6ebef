"""How right: the tables of the samples against their gold, with the same measures for every table.

    python benchmarks/accuracy.py [GOLD TABLES]

Without arguments it runs the samples into a temporary folder and scores them against
corpus/samples/gold. Names are compared by their canonical spelling, without case.
"""

from __future__ import annotations

import csv
import subprocess
import sys
import tempfile
from pathlib import Path

from models.scoring import Score, score_sets

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "corpus" / "samples" / "gold"
KEYS = {
    "ties": ("doc", "nl_name", "foreign_name"),
    "theme_by_place": ("doc", "nl_name", "period", "theme"),
    "sources": ("doc", "number", "title"),
    "periods": ("start", "end"),
}


def main(arguments: list[str]) -> None:
    if len(arguments) == 2:
        _score(Path(arguments[0]), Path(arguments[1]))
        return
    with tempfile.TemporaryDirectory() as out:
        command = [str(Path(sys.executable).parent / "stedenband"), "run", "--out", out]
        subprocess.run(command, check=False, capture_output=True)
        _score(GOLD, Path(out) / "tables")


def _score(gold: Path, tables: Path) -> None:
    for table, columns in KEYS.items():
        if (gold / f"{table}.csv").is_file():
            score = _compare(
                _keys(gold / f"{table}.csv", columns), _keys(tables / f"{table}.csv", columns)
            )
            print(f"{table:<16} P {score.precision:.3f}  R {score.recall:.3f}  F1 {score.f1:.3f}")


def _keys(path: Path, columns: tuple[str, ...]) -> frozenset[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return frozenset("|".join(row[c].casefold() for c in columns) for row in rows)


def _compare(gold: frozenset[str], found: frozenset[str]) -> Score:
    return score_sets([gold], [found])[-1][1]


if __name__ == "__main__":
    main(sys.argv[1:])
