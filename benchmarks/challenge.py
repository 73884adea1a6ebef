"""The challenge file: what is found in 362 tiny papers, by phenomenon.

python benchmarks/challenge.py [--wrong PHENOMENON]
A row is right where the pairs found are its pairs; status and years are counted for those found.
"""

from __future__ import annotations

import csv
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from corpus.records import Analysis, SourceItem
from corpus.reference.places import load_places
from extractors.analyse import analyse, load_tools
from extractors.text.reading import read_document

FILE = Path(__file__).parent / "challenge" / "ties.csv"
Pair = tuple[str, str]


def rows() -> list[dict[str, str]]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def told(row: dict[str, str]) -> dict[Pair, dict[str, str]]:
    """The row's ties by pair, with status and years."""
    pairs = [p for p in row["ties"].split(";") if p]
    facts = {name: row[name].split(";") for name in ("status", "formed", "ended")}
    return {
        _pair(*pair.split(">")[:2]): {
            name: values[at] if at < len(values) else "" for name, values in facts.items()
        }
        for at, pair in enumerate(pairs)
    }


def found(analysis: Analysis) -> dict[Pair, dict[str, str]]:
    return {
        _pair(t.nl.name, t.foreign.name): {
            "status": t.status,
            "formed": t.formed[:4],
            "ended": t.ended[:4],
        }
        for t in analysis.ties
    }


def _pair(nl: str, foreign: str) -> Pair:
    return _key(nl), _key(foreign)


def _key(name: str) -> str:
    """The register's first reading of a name, so that spellings of one place are one."""
    best = load_places().lookup(name)[:1]
    plain = unicodedata.normalize("NFKD", best[0].entity.name if best else name)
    return "".join(c for c in plain.casefold() if c.isalnum())


def score() -> Iterator[
    tuple[dict[str, str], dict[Pair, dict[str, str]], dict[Pair, dict[str, str]]]
]:
    tools = load_tools()
    for row in rows():
        item = SourceItem(
            name=f"{row['id']}.txt",
            data=row["text"].replace("\\n", "\n").encode(),
            owner=row["owner"],
            published=row["published"],
        )
        yield row, told(row), found(analyse(read_document(item), tools))


def main(arguments: list[str]) -> None:
    wanted = arguments[1] if arguments[:1] == ["--wrong"] else ""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    facts: dict[str, Counter[bool]] = defaultdict(Counter)
    for row, gold, got in score():
        phenomenon = row["phenomenon"]
        total[phenomenon] += 1
        right[phenomenon] += gold.keys() == got.keys()
        for pair in gold.keys() & got.keys():
            for name, value in gold[pair].items():
                if value or got[pair][name]:
                    facts[name][got[pair][name] == value] += 1
        if phenomenon == wanted and gold != got:
            print(f"{row['id']} {row['text']}\n    gold {gold}\n    got  {got}")
    for phenomenon in total:
        ok, of = right[phenomenon], total[phenomenon]
        print(f"{phenomenon:28}{ok:4} of {of:3}  {ok / of:.2f}")
    print(f"{'all':28}{right.total():4} of {total.total():3}  {right.total() / total.total():.3f}")
    for name, counts in facts.items():
        print(f"{name} of pairs found: {counts[True] / counts.total():.3f} of {counts.total()}")


if __name__ == "__main__":
    main(sys.argv[1:])
