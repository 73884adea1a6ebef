"""Annotated papers → labelled candidates: what the actor classifier learns from.

A candidate is an actor where one of its names is one of the names a reader gave an actor of the
same paper. Each paper is a group of its own, so that calibration never sees it twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from corpus.errors import ModelMissing, SourceError
from corpus.gold import GoldActor, load_rows
from corpus.records import Entity
from corpus.records.text import fold
from corpus.reference.organisations import load_organisations
from corpus.reference.places import load_places
from corpus.sources.folder import FolderSource
from extractors.actors.gathering import possible_actors
from extractors.analyse import read_story, with_references
from extractors.entities.recogniser import Recogniser
from extractors.text.reading import read_document
from models.actor_classifier import ACTOR, NONE
from models.dutch import EMBEDDED, DutchPipeline, load_dutch
from models.training.linear import LinearExample

_LARGEST = 50_000_000  # bytes of a paper
_PREFIX = re.compile(r"^(?:de |het |the )?(?:gemeente|provincie|stad) ")


def read_actor_examples(papers: Path) -> tuple[LinearExample, ...]:
    """The candidates of every paper in the folders `train-*` of `papers`, in order.

    Raises ModelMissing where there is no such folder, SourceError for a paper that cannot be read.
    """
    sets = sorted(path for path in papers.glob("train-*") if (path / "gold").is_dir())
    if not sets:
        raise ModelMissing(
            str(papers), "holds no folder train-* with papers and gold", "Run from the repository."
        )
    pipeline = load_dutch(EMBEDDED)  # the same whatever is installed
    recogniser = Recogniser(places=load_places(), organisations=load_organisations(), nlp=pipeline)
    return tuple(e for path in sets for e in _of_set(path, recogniser, pipeline))


def _of_set(
    folder: Path, recogniser: Recogniser, pipeline: DutchPipeline
) -> Iterator[LinearExample]:
    gold = load_rows(folder / "gold" / "actors.csv", GoldActor)
    for item in FolderSource([folder / "papers"], max_bytes=_LARGEST).items():
        if isinstance(item, SourceError):
            raise item
        story = read_story(read_document(item).document, recogniser, pipeline)
        wanted = [_names(row) for row in gold if row.doc == item.name]
        found = possible_actors(story.document, with_references(story), story.owner)
        for actor, features in found:
            is_one = any(_names(actor.entity) & names for names in wanted)
            yield LinearExample(features=features, label=ACTOR if is_one else NONE, group=item.name)


def _names(actor: GoldActor | Entity) -> frozenset[str]:
    """Every name of an actor, as names are compared: without case, accents, signs, articles."""
    other = actor.name_other if isinstance(actor, GoldActor) else actor.other_names
    return frozenset(_plain(n) for n in (actor.name, actor.abbreviation, *other) if n)


def _plain(name: str) -> str:
    letters = re.sub(r"['`\".,()]", "", fold(name).encode("ascii", "ignore").decode())
    return _PREFIX.sub("", re.sub(r"[-_/\s]+", " ", letters).strip())
