"""Annotated papers and snippets → labelled candidate pairs: what the relation classifier learns.

A pair is a tie where a reader lists it for the same paper. Each paper is a group of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from corpus.gold import GoldTie, load_rows
from corpus.records import Entity, SourceItem
from corpus.reference.places import load_places
from extractors.telling import Telling, with_references
from extractors.text.reading import read_document
from extractors.ties.find import possible_ties
from flows.examples import PaperReader, plain_name, training_sets
from models.training.relations import RelationExample

SNIPPETS = Path(__file__).parent.parent / "models" / "training" / "data"
# On papers nobody learned from, snippets at full weight cost two points of average precision and
# at none cost the challenge file (docs/measurements.md).
_SNIPPET = 0.3
_STATED = re.compile(
    r"= (?P<nl>.+?) > (?P<foreign>.+?) (?P<status>active|ended|proposed|unknown)(?: \d{4})?"
)


def read_relation_examples(papers: Path) -> tuple[RelationExample, ...]:
    """The candidate pairs of the papers in the folders `train-*` of `papers` and of the snippets.

    Raises ModelMissing where there is no such folder, SourceError for a paper that cannot be read,
    ValueError for a snippet that is malformed.
    """
    reader = PaperReader()
    found: list[RelationExample] = []
    for folder in training_sets(papers):
        gold = load_rows(folder / "gold" / "ties.csv", GoldTie)
        for telling in reader.tellings(folder):
            name = telling.document.name
            told = {(r.nl_name, r.foreign_name): r.status for r in gold if r.doc == name}
            found.extend(_examples(telling, told, group=f"{folder.name}/{name}"))
    for path in sorted(SNIPPETS.glob("ties_*.txt")):
        for item, told in read_snippets(path):
            telling = reader.tell(read_document(item).document)
            found.extend(_examples(telling, told, group=item.name, weight=_SNIPPET))
    return tuple(found)


def read_snippets(path: Path) -> Iterator[tuple[SourceItem, dict[tuple[str, str], str]]]:
    """The snippets of a file with the status of each tie they tell.

    A snippet is a line `@Owner|published`, lines of text, and a line `= Dutch > foreign status
    [year]` for each tie. Raises ValueError for a line that starts with = and is not one.
    """
    for number, block in enumerate(re.split(r"(?m)^@", path.read_text(encoding="utf-8"))[1:]):
        head, *lines = block.strip().splitlines()
        owner, _, published = head.partition("|")
        told: dict[tuple[str, str], str] = {}
        for line in lines:
            stated = _STATED.fullmatch(line)
            if stated:
                told[stated["nl"], stated["foreign"]] = stated["status"]
            elif line.startswith("="):
                raise ValueError(f"{path.name}: no tie: {line}")
        text = "\n".join(line for line in lines if not line.startswith("="))
        yield (
            SourceItem(
                name=f"{path.stem}-{number:03}.txt",
                data=text.encode(),
                owner=owner,
                published=published,
            ),
            told,
        )


def _examples(
    telling: Telling, told: Mapping[tuple[str, str], str], *, group: str, weight: float = 1.0
) -> Iterator[RelationExample]:
    told_with = with_references(telling.sentences, telling.owner)
    for possible in possible_ties(telling.document, told_with, owner=telling.owner):
        if possible.candidate is None or possible.seen is None:
            continue
        nl, foreign = possible.candidate.nl, possible.candidate.foreign
        status = next((s for (a, b), s in told.items() if _is(nl, a) and _is(foreign, b)), "")
        yield RelationExample(
            ties=possible.seen.ties,
            courses=possible.seen.courses,
            is_tie=bool(status),
            status=status,
            ruled=possible.status or "",
            group=group,
            weight=weight,
        )


def _is(entity: Entity, name: str) -> bool:
    """Whether a reader's name is that of the entity, in any spelling that the register knows."""
    return plain_name(entity.name) == plain_name(name) or any(
        found.entity.id == entity.id for found in load_places().lookup(name)
    )
