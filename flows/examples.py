"""What every trained extractor learns from: annotated papers, read as the walk reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from corpus.errors import ModelMissing, SourceError
from corpus.records import Document
from corpus.records.text import fold
from corpus.reference.organisations import load_organisations
from corpus.reference.places import load_places
from corpus.sources.folder import FolderSource
from extractors.entities.recogniser import Recogniser
from extractors.telling import Telling, tell
from extractors.text.reading import read_document
from models.dutch import EMBEDDED, load_dutch

_LARGEST = 50_000_000  # bytes of a paper
_PREFIX = re.compile(r"^(?:de |het |the )?(?:gemeente|provincie|stad) ")


class PaperReader:
    """Reads papers with the embedded pipeline: the same whatever else is installed."""

    def __init__(self) -> None:
        self._pipeline = load_dutch(EMBEDDED)
        self._recogniser = Recogniser(
            places=load_places(), organisations=load_organisations(), nlp=self._pipeline
        )

    def tell(self, document: Document) -> Telling:
        """The names, the owner and the sentences of a paper."""
        return tell(document, self._recogniser, split=self._pipeline.sentences)

    def tellings(self, folder: Path) -> Iterator[Telling]:
        """What each paper of a set tells with, in order of their names.

        Raises SourceError for one that cannot be read.
        """
        for item in FolderSource([folder / "papers"], max_bytes=_LARGEST).items():
            if isinstance(item, SourceError):
                raise item
            yield self.tell(read_document(item).document)


def training_sets(papers: Path) -> tuple[Path, ...]:
    """The folders `train-*` of `papers` that hold papers and gold, in order.

    Raises ModelMissing where there is none.
    """
    sets = tuple(sorted(path for path in papers.glob("train-*") if (path / "gold").is_dir()))
    if not sets:
        raise ModelMissing(
            str(papers), "holds no folder train-* with papers and gold", "Run from the repository."
        )
    return sets


def plain_name(name: str) -> str:
    """A name as names are compared: without case, accents, signs, articles and kind words.

    >>> plain_name("De Vereniging 'Oud-Fryslân'")
    'de vereniging oud fryslan'
    """
    letters = re.sub(r"['`\".,()]", "", fold(name).encode("ascii", "ignore").decode())
    return _PREFIX.sub("", re.sub(r"[-_/\s]+", " ", letters).strip())
