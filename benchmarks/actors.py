"""How right actors are, paper by paper: found at all, then kind, country, abbreviation, names.

    python benchmarks/actors.py [SET ...]        sets of benchmarks/papers; default: dev

A found actor is the gold's where one of its names is one of the gold's. Papers are scored one by
one: in a dataset of many papers an actor that several name is one row. Of the matched actors: the
share whose kind, country and abbreviation are the gold's (where the gold says one), and how many of
the gold's names were found. Relations: subject, relation and object the same.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from corpus.errors import SourceError
from corpus.gold import GoldActor, load_rows
from corpus.records import Entity
from corpus.sources.folder import FolderSource
from extractors.analyse import analyse, load_tools
from extractors.text.reading import read_document
from flows.actor_examples import names_of, plain_name
from models.scoring import Score

PAPERS = Path(__file__).parent / "papers"
FROZEN = ("test",)  # `make bench` of a release alone may look at it


def main(sets: list[str]) -> None:
    tools = load_tools()
    for name in sets:
        folder = PAPERS / name
        gold = load_rows(folder / "gold" / "actors.csv", GoldActor)
        with (folder / "gold" / "actor_relations.csv").open(encoding="utf-8") as file:
            related = [
                (r["doc"], plain_name(r["subject"]), r["relation"], plain_name(r["object"]))
                for r in csv.DictReader(file)
            ]
        pairs: list[tuple[GoldActor, Entity]] = []
        found, told = 0, set()
        for item in FolderSource([folder / "papers"], max_bytes=50_000_000).items():
            if isinstance(item, SourceError):
                raise item
            analysis = analyse(read_document(item), tools)
            entities = [actor.entity for actor in analysis.actors]
            found += len(entities)
            for row in (g for g in gold if g.doc == item.name):
                hit = next((e for e in entities if names_of(e) & names_of(row)), None)
                if hit is not None:
                    entities.remove(hit)
                    pairs.append((row, hit))
            for r in analysis.relations:
                told.add(
                    (item.name, plain_name(r.subject.name), r.relation, plain_name(r.object.name))
                )
        show(
            f"{name}: actors",
            Score(right=len(pairs), wrong=found - len(pairs), missed=len(gold) - len(pairs)),
        )
        for field in ("kind", "country", "abbreviation"):
            said = [(g, e) for g, e in pairs if getattr(g, field)]
            right = sum(
                plain_name(getattr(g, field)) == plain_name(getattr(e, field)) for g, e in said
            )
            print(f"  {field:<14} {right}/{len(said)} right")
        others = [(g, e) for g, e in pairs if g.name_other]
        named = sum(len(names_of(g) & names_of(e)) for g, e in others)
        print(f"  all names      {named}/{sum(len(names_of(g)) for g, _ in others)} found")
        right = len(told & set(related))
        show(
            f"{name}: relations",
            Score(right=right, wrong=len(told) - right, missed=len(related) - right),
        )


def show(what: str, score: Score) -> None:
    print(f"{what:<20} P {score.precision:.3f}  R {score.recall:.3f}  F1 {score.f1:.3f}")


if __name__ == "__main__":
    wanted = sys.argv[1:] or ["dev"]
    if set(wanted) & set(FROZEN):
        sys.exit("the test papers are frozen: score them with the project's own measure, once")
    main(wanted)
