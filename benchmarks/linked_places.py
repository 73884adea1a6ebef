"""How many of the places that papers mean are among their linked mentions, and in which country.

    python benchmarks/linked_places.py SET [--missed] [--extra] [--text]

SET is a folder with papers/ and gold/ (benchmarks/papers/dev). Wanted: every name of a tie's sides
and of the parties of events, once a paper. The foreign place of a tie must have its country too.
A linked foreign place that the gold of its paper names nowhere is counted as extra: it may be
rightly there ("een reis naar Keulen"), so read a sample with --extra.
"""

from __future__ import annotations

import csv
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from corpus.records import Mention, SourceItem
from extractors.analyse import load_tools
from extractors.text.reading import read_document

Place = tuple[str, str]  # name, as compared, and country
_PREFIX = re.compile(r"^(?:de |het )?(?:gemeente|provincie|stad) ")


def _key(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[\W_]+", " ", _PREFIX.sub("", re.sub(r"['`.]", "", plain))).strip()


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _wanted(gold: Path) -> tuple[dict[str, set[Place]], ...]:
    """By paper: foreign sides of ties with their country, their Dutch sides, parties of events."""
    foreign: defaultdict[str, set[Place]] = defaultdict(set)
    dutch: defaultdict[str, set[Place]] = defaultdict(set)
    parties: defaultdict[str, set[Place]] = defaultdict(set)
    for row in _rows(gold / "ties.csv"):
        foreign[row["doc"]].add((_key(row["foreign_name"]), row["foreign_country"]))
        dutch[row["doc"]].add((_key(row["nl_name"]), "NL"))
    for row in _rows(gold / "events.csv"):
        for column in ("nl_parties", "foreign_parties"):
            parties[row["doc"]] |= {(_key(n), "") for n in row[column].split(";") if n}
    return foreign, dutch, parties


def _found(mentions: tuple[Mention, ...]) -> dict[Place, Mention]:
    return {
        (_key(m.entity.name), m.entity.country): m
        for m in mentions
        if m.label == "PLACE" and m.entity is not None
    }


def main(arguments: list[str]) -> None:
    folder = Path(arguments[0])
    names = ("foreign sides", "dutch sides", "parties")
    kinds = dict(zip(names, _wanted(folder / "gold"), strict=True))
    tools = load_tools()
    totals = {kind: [0, 0] for kind in kinds}
    extra = linked = 0
    for path in sorted((folder / "papers").iterdir()):
        document = read_document(SourceItem(name=path.name, data=path.read_bytes())).document
        found = _found(tools.recogniser.find(document))
        for kind, missed in _missed(found, {k: w[path.name] for k, w in kinds.items()}).items():
            totals[kind][0] += len(kinds[kind][path.name]) - len(missed)
            totals[kind][1] += len(kinds[kind][path.name])
            for name, country in missed if "--missed" in arguments else ():
                print(f"- {kind:14} {path.name}: {name} {country}")
                if "--text" in arguments:
                    _show(document.text, name)
        meant = {name for wanted in kinds.values() for name, _ in wanted[path.name]}
        foreign = [(n, m) for (n, _), m in found.items() if m.entity.is_foreign_government]
        others = [mention for name, mention in foreign if name not in meant]
        linked += len(foreign)
        extra += len(others)
        for mention in others if "--extra" in arguments else ():
            _extra(document.text, mention)
    for kind, (ok, of) in totals.items():
        print(f"{kind:14} {ok:4} of {of:4}  {ok / max(of, 1):.3f}")
    print(f"foreign places linked {linked}, of which the gold names nowhere {extra}")


def _missed(
    found: Mapping[Place, Mention], kinds: Mapping[str, set[Place]]
) -> dict[str, list[Place]]:
    """The wanted places of each kind that are not found; no country is asked for parties."""
    names = {name for name, _ in found}
    return {
        kind: sorted(
            (name, country)
            for name, country in wanted
            if ((name, country) not in found if country else name not in names)
        )
        for kind, wanted in kinds.items()
    }


def _show(text: str, name: str) -> None:
    for match in list(re.finditer(re.escape(name.partition(" ")[0]), text, re.IGNORECASE))[:3]:
        print("      ", text[max(0, match.start() - 70) : match.end() + 60].replace("\n", "/"))


def _extra(text: str, mention: Mention) -> None:
    around = text[max(0, mention.span.start - 60) : mention.span.end + 40].replace("\n", "/")
    entity = mention.entity
    assert entity is not None
    print(f"+ {entity.name} {entity.country} {entity.kind} {mention.score}: …{around}…")


if __name__ == "__main__":
    main(sys.argv[1:])
