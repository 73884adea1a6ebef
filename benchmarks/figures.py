"""How right the figures are: figures.csv of a run against gold, value by value.

    python benchmarks/figures.py GOLD TABLES [--show]

The contract's scorer leaves figures out, for every writer words `what` in his own way. Here one
counts where the value is equal and it counts the same: the units agree, or `what` and unit of the
one share a word of content with those of the other. Each figure is used once; with a column `doc`
in the gold, papers are kept apart.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from models.scoring import Score

_SMALL = frozenset(
    ("aan", "bij", "de", "een", "en", "het", "in", "met", "op", "per", "te", "uit", "van", "voor")
)
_STEM = 5  # letters by which inflected words are alike: banden, stedenband


def main(arguments: Sequence[str]) -> None:
    """Prints precision, recall and F1, and with --show what was missed (-) and wrong (+)."""
    folders = [Path(a) for a in arguments if not a.startswith("--")]
    gold, found = (_rows(folder / "figures.csv") for folder in folders)
    apart = bool(gold) and "doc" in gold[0]
    free, missed = list(found), []
    for row in gold:
        hit = next((f for f in free if _counts(row, f, apart=apart)), None)
        if hit is None:
            missed.append(row)
        else:
            free.remove(hit)
    score = Score(right=len(gold) - len(missed), wrong=len(free), missed=len(missed))
    print(f"figures P {score.precision:.3f}  R {score.recall:.3f}  F1 {score.f1:.3f}")
    if "--show" in arguments:
        for sign, rows in (("-", missed), ("+", free)):
            for row in rows:
                print("  ", sign, row["value"], row["unit"], "|", row["what"])


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _counts(gold: dict[str, str], found: dict[str, str], *, apart: bool) -> bool:
    if apart and gold["doc"] != found["doc"]:
        return False
    same = float(gold["value"].replace(",", ".")) == float(found["value"].replace(",", "."))
    return same and bool(_words(gold) & _words(found))


def _words(row: dict[str, str]) -> set[str]:
    said = re.findall(r"[^\W\d_]+|%", f"{row['what']} {row['unit']}".casefold())
    return {word[-_STEM:] for word in said if word not in _SMALL}


if __name__ == "__main__":
    main(sys.argv[1:])
