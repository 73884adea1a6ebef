"""How well notes are read: the sources found in invented notes of many styles, against their gold.

    python benchmarks/citations.py [SET] [--show]

SET is tune (rules were made with it) or held (set aside before, its errors not read: --show is for
tune). A source counts where number, title (.85 alike) and a year agree, as the contract's scorer
counts; of those that count also how often authors, publisher, whole date, address and kind agree.
"""

from __future__ import annotations

import csv
import difflib
import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from corpus.records import Citation, SourceItem
from extractors.citations import find_citations
from extractors.text.reading import read_document
from models.scoring import Score

HERE = Path(__file__).parent / "citations"
SETS = ("tune", "held")
_ALIKE = 0.85
_FIELDS = ("authors", "publisher", "date", "url", "kind")


def main(arguments: Sequence[str]) -> None:
    """Prints a line for each set, and with --show the sources that were missed or wrong."""
    chosen = [name for name in arguments if name in SETS] or SETS
    for name in chosen:
        gold = _gold(name)
        found = _found(name)
        pairs, missed, wrong = _match(gold, found)
        score = Score(right=len(pairs), wrong=len(wrong), missed=len(missed))
        print(f"{name:<5} P {score.precision:.3f}  R {score.recall:.3f}  F1 {score.f1:.3f}")
        agree = Counter(f for g, c in pairs for f in _FIELDS if _same(g[f], getattr(c, f)))
        print("      " + "  ".join(f"{f} {agree[f] / len(pairs):.2f}" for f in _FIELDS))
        remarks = [row["number"] for row in gold if row["kind"] == "remark"]
        said = {c.number for c in found if c.kind == "remark"}
        print(
            f"      remarks {sum(n in said for n in remarks)}/{len(remarks)}, of {len(said)} found"
        )
        if "--show" in arguments:
            _show(pairs, missed, wrong)


def _gold(name: str) -> list[dict[str, str]]:
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _found(name: str) -> list[Citation]:
    path = HERE / f"{name}.md"
    item = SourceItem(name=path.name, data=path.read_bytes())
    return list(find_citations(read_document(item).document))


def _match(
    gold: Sequence[dict[str, str]], found: Sequence[Citation]
) -> tuple[list[tuple[dict[str, str], Citation]], list[dict[str, str]], list[Citation]]:
    free = [citation for citation in found if citation.title]
    pairs, missed = [], []
    for row in gold:
        if not row["title"]:
            continue
        hit = next((c for c in free if _counts(row, c)), None)
        if hit is None:
            missed.append(row)
        else:
            free.remove(hit)
            pairs.append((row, hit))
    return pairs, missed, free


def _counts(row: dict[str, str], citation: Citation) -> bool:
    alike = difflib.SequenceMatcher(None, _plain(row["title"]), _plain(citation.title)).ratio()
    years = _years(row["date"])
    dated = not years or bool(years & _years(citation.date))
    return citation.number == row["number"] and alike >= _ALIKE and dated


def _same(gold: str, found: str) -> bool:
    return _plain(gold) == _plain(found)


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).strip().casefold()


def _years(date: str) -> set[str]:
    return set(re.findall(r"(?:19|20)\d\d", date))


def _show(
    pairs: Sequence[tuple[dict[str, str], Citation]],
    missed: Sequence[dict[str, str]],
    wrong: Sequence[Citation],
) -> None:
    for row in missed:
        print("   -", *(f"{key}={value}" for key, value in row.items() if value))
    for citation in wrong:
        said = {
            f: getattr(citation, f)
            for f in ("number", "authors", "title", "publisher", "date", "kind")
        }
        print("   +", *(f"{key}={value}" for key, value in said.items() if value))
    for row, citation in pairs:
        for field in _FIELDS:
            if not _same(row[field], getattr(citation, field)):
                said = getattr(citation, field)
                print(f"   ~ {row['number']} {field}: {row[field]!r}, found {said!r}")


if __name__ == "__main__":
    main(sys.argv[1:])
