"""What the event classifier is taught: candidates of papers with gold, and written sentences.

Only the training parts are read (`train-*`): the rest is there to choose and to measure with.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from corpus.gold import GoldEvent as GoldRow
from corpus.gold import load_rows
from corpus.records import Document, Entity, Passage
from corpus.records.dates import parse_edtf
from corpus.records.text import slug
from extractors.events.candidates import Candidate, candidates
from extractors.events.features import features
from extractors.telling import Telling, with_references
from flows.examples import PaperReader, training_sets
from models.training.events import (
    GoldEvent,
    SeenCandidate,
    WrittenSentence,
    label_candidates,
    names_of,
    read_written,
)
from models.training.linear import LinearExample

_LONGEST = 60  # years of a date that are compared; "1998/.." is open


def event_examples(papers: Path) -> tuple[LinearExample, ...]:
    """Every labelled candidate of the training papers and sentences, in order.

    Raises ModelMissing where `papers` has no training part.
    """
    reader = PaperReader()
    found: list[LinearExample] = []
    for part in training_sets(papers):
        seen = [s for telling in reader.tellings(part) for s in _seen(telling)]
        found.extend(label_candidates(seen, _gold(part / "gold/events.csv")))
    for sentence in read_written():
        found.extend(_of_written(sentence, reader))
    return tuple(found)


def _candidates(telling: Telling, owner: Entity | None) -> Iterator[Candidate]:
    yield from candidates(with_references(telling.sentences, owner), owner=owner)


def _seen(telling: Telling) -> Iterator[SeenCandidate]:
    for candidate in _candidates(telling, telling.owner):
        date = parse_edtf(candidate.time.when)
        first = date.first[0]
        named = (m.entity.name for m in candidate.sentence.mentions if m.entity)
        yield SeenCandidate(
            paper=telling.document.name,
            years=frozenset(range(first, min(date.last[0], first + _LONGEST) + 1)),
            date=candidate.time.when,
            is_said=candidate.time.is_said,
            text=candidate.text,
            around=candidate.sentence.text,
            names=frozenset(slug(n) for n in (*named, *(e.name for e in candidate.above))),
            features=features(candidate),
        )


def _gold(path: Path) -> Iterator[GoldEvent]:
    for row in load_rows(path, GoldRow):
        years = [int(year) for year in row.year.split("-") if year.isdigit()]
        yield GoldEvent(
            paper=row.doc,
            type=row.type,
            years=frozenset(range(min(years), max(years) + 1)) if years else frozenset(),
            month=row.month,
            day=row.day,
            names=names_of((*row.nl_parties, *row.foreign_parties, *row.other_parties)),
            own=names_of(row.nl_parties),
            what=row.what,
        )


def _of_written(written: WrittenSentence, reader: PaperReader) -> Sequence[LinearExample]:
    name = f"{written.published} {written.town}"
    document = Document(
        id=sha256(f"{name} {written.text}".encode()).hexdigest(),
        name=name,
        text=written.text,
        passages=(Passage(index=0, start=0, end=len(written.text), kind="body"),),
        published=written.published,
        owner=written.town,
    )
    telling = reader.tell(document)
    return [
        LinearExample(features=features(candidate), label=written.type, group=name)
        for candidate in _candidates(telling, telling.owner)
    ]
