"""Annotated papers → labelled candidates: what the actor classifier learns from.

A candidate is an actor where one of its names is one of the names a reader gave an actor of the
same paper. Each paper is a group of its own, so that calibration never sees it twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from corpus.gold import GoldActor, load_rows
from corpus.records import Entity
from extractors.actors.gathering import possible_actors
from extractors.actors.parties import party_row
from extractors.telling import with_references
from flows.examples import PaperReader, plain_name, training_sets
from models.actor_classifier import ACTOR, NONE
from models.training.linear import LinearExample

_PARTIES = 5  # so many Dutch parties among a set's actors: its reader counts them


def read_actor_examples(papers: Path) -> tuple[LinearExample, ...]:
    """The candidates of every paper in the folders `train-*` of `papers`, in order.

    Raises ModelMissing where there is no such folder, SourceError for a paper that cannot be read.
    """
    reader = PaperReader()
    return tuple(e for path in training_sets(papers) for e in _of_set(path, reader))


def _of_set(folder: Path, reader: PaperReader) -> Iterator[LinearExample]:
    gold = load_rows(folder / "gold" / "actors.csv", GoldActor)
    # Readers differ on whether the groups of a council that only speak are actors. A set whose
    # reader left them all out has nothing to say on when one is.
    parties_told = sum(bool(party_row(row.name)) for row in gold) >= _PARTIES
    for telling in reader.tellings(folder):
        wanted = [names_of(row) for row in gold if row.doc == telling.document.name]
        found = possible_actors(
            telling.document, with_references(telling.sentences, telling.owner), telling.owner
        )
        for actor, features in found:
            if party_row(actor.entity.name) and not parties_told:
                continue
            is_one = any(names_of(actor.entity) & names for names in wanted)
            yield LinearExample(
                features=features,
                label=ACTOR if is_one else NONE,
                group=telling.document.name,
            )


def names_of(actor: GoldActor | Entity) -> frozenset[str]:
    """Every name of an actor, as names are compared."""
    other = actor.name_other if isinstance(actor, GoldActor) else actor.other_names
    return frozenset(plain_name(n) for n in (actor.name, actor.abbreviation, *other) if n)
