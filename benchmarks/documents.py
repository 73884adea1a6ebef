"""What a run says of papers themselves (kind, date, owner, language) against their gold.

    python benchmarks/documents.py GOLD TABLES [--show]

The gold of benchmarks/papers has kinds of its own, wider than those of stedenband; `_KINDS` says
which of them each of stedenband's is. `year` counts dates that agree in the year alone.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

_KINDS = {
    "schriftelijke_vragen": "questions", "motie": "motion", "besluitenlijst": "decision",
    "agenda": "agenda", "notulen": "minutes", "toespraak": "speech", "beschikking": "grant",
    "collegebesluit": "decision", "raadsvoorstel": "decision", "memo": "memo",
    "raadsbrief": "letter", "brief": "letter", "jaarverslag": "annual_report",
    "evaluatie": "evaluation", "persbericht": "press_release", "beleidsnota": "policy",
    "rapport": "report", "reisverslag": "report", "overig": "other",
}  # fmt: skip


def main(arguments: Sequence[str]) -> None:
    """Prints the share of papers of which each is right, and with --show the others."""
    gold, found = (_rows(Path(a) / "documents.csv") for a in arguments if not a.startswith("--"))
    right: Counter[str] = Counter()
    for doc, row in gold.items():
        said = found.get(doc, {})
        for name, same in _compared(row, said).items():
            right[name] += same
            if not same and "--show" in arguments:
                print(f"   {doc}: {name} {row.get(name)!r}, found {said.get(name)!r}")
    print("  ".join(f"{name} {count / len(gold):.3f}" for name, count in sorted(right.items())))


def _rows(path: Path) -> dict[str, dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {row["doc"]: row for row in csv.DictReader(file)}


def _compared(gold: Mapping[str, str], found: Mapping[str, str]) -> dict[str, bool]:
    published = found.get("published", "")
    return {
        "kind": _KINDS.get(found.get("kind", "")) == gold["kind"],
        "published": published == gold["published"],
        "year": published[:4] == gold["published"][:4],
        "owner": found.get("owner") == gold["owner"],
        "language": found.get("language") == gold["language"],
    }


if __name__ == "__main__":
    main(sys.argv[1:])
